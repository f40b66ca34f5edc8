package io.github.raspspring.attack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;

/**
 * The lists whose verdicts {@link GoldenVerdicts} compares: all texts of the tests at the
 * edge and at the sinks, and where they are present the development lists.
 */
final class VerdictLists {

	private static final int RANDOM_TEXTS = 20_000;

	private static final int PARAGRAPH = 25;

	private final Judgement judgement = Judgement.byAll();

	private VerdictLists() {
	}

	/**
	 * Return the lists by name, each judged when it is asked for.
	 */
	static Map<String, Supplier<List<Verdict>>> all() {
		VerdictLists lists = new VerdictLists();
		Map<String, Supplier<List<Verdict>>> all = new LinkedHashMap<>();
		all.put("own-texts", () -> lists.atAllPlaces(own()));
		all.put("mutations", () -> lists.atOnePlace(mutations()));
		all.put("api-traffic", lists::traffic);
		all.put("random-texts", () -> lists.atOnePlace(random()));
		all.put("own-texts-at-sinks", () -> SinkPlacements.judge(own()));
		all.put("sql-tables", () -> SinkPlacements.statements(Stream.of("attacks", "benign")
			.flatMap((name) -> SinkCorpus.read("sql-sink/" + name + ".txt").map((row) -> row.get()))));
		all.put("random-texts-at-sinks", () -> SinkPlacements.judge(random().limit(RANDOM_TEXTS / 10)));
		if (DevelopmentLists.present()) {
			all.put("development", () -> lists.atAllPlaces(development()));
			all.put("development-paragraphs", () -> lists.atOnePlace(paragraphs()));
			all.put("development-at-sinks", () -> SinkPlacements.judge(development()));
			all.put("development-rows", () -> SinkPlacements.rows(development().toList()));
		}
		return all;
	}

	private List<Verdict> atAllPlaces(Stream<String> texts) {
		return judge(texts, (text) -> Stream.of(new InputValue(InputLocation.QUERY, "q", text),
				new InputValue(InputLocation.QUERY, "url", text), new InputValue(InputLocation.JSON, "/file", text),
				new InputValue(InputLocation.HEADER, "user-agent", text),
				new InputValue(InputLocation.GRAPHQL, "query", text), InputValue.ofName(InputLocation.FORM, text)));
	}

	private List<Verdict> atOnePlace(Stream<String> texts) {
		return judge(texts, (text) -> Stream.of(new InputValue(InputLocation.JSON, "/text", text)));
	}

	private List<Verdict> traffic() {
		return Stream.of("clients", "queries", "bodies", "comments")
			.flatMap((name) -> Corpus.read("api-traffic/" + name + ".txt").stream())
			.map((line) -> judge(line, ApiRequest.of(line).values().stream()))
			.toList();
	}

	private List<Verdict> judge(Stream<String> texts, Function<String, Stream<InputValue>> places) {
		return texts.map((text) -> judge(text, places.apply(text))).toList();
	}

	private Verdict judge(String text, Stream<InputValue> places) {
		Verdict.Collector verdict = new Verdict.Collector(text);
		places.forEach((value) -> this.judgement.of(value)
			.forEach((finding) -> verdict.add(value.location() + " " + value.name(), finding)));
		return verdict.verdict();
	}

	private static Stream<String> own() {
		return Arrays.stream(AttackClass.values())
			.flatMap((type) -> Stream.concat(type.ownAttacks().stream(), type.ownBenign().stream()));
	}

	private static Stream<String> mutations() {
		return Arrays.stream(AttackClass.values())
			.flatMap((type) -> type.ownAttacks().stream())
			.flatMap((attack) -> Arrays.stream(Mutation.values()).map((mutation) -> mutation.of(attack)));
	}

	private static Stream<String> random() {
		Random random = new Random(11);
		return IntStream.range(0, RANDOM_TEXTS).mapToObj((i) -> randomText(random));
	}

	private static String randomText(Random random) {
		StringBuilder text = new StringBuilder();
		int pieces = 1 + random.nextInt(16);
		for (int i = 0; i < pieces; i++) {
			text.append(PrefilterTests.PIECES.get(random.nextInt(PrefilterTests.PIECES.size())));
			text.append((random.nextInt(3) == 0) ? " " : "");
		}
		return text.toString();
	}

	private static Stream<String> development() {
		return DevelopmentLists.samples().stream().map(DevelopmentLists.Sample::text);
	}

	/**
	 * Honest texts joined to long ones, each second one with an attack among them.
	 */
	private static Stream<String> paragraphs() {
		List<String> benign = DevelopmentLists.benign();
		List<String> attacks = DevelopmentLists.samples()
			.stream()
			.filter(DevelopmentLists.Sample::attack)
			.map(DevelopmentLists.Sample::text)
			.toList();
		List<String> paragraphs = new ArrayList<>();
		for (int i = 0; i < attacks.size(); i++) {
			int from = i * PARAGRAPH % (benign.size() - PARAGRAPH);
			String first = String.join(" ", benign.subList(from, from + PARAGRAPH / 2));
			String second = String.join("\n", benign.subList(from + PARAGRAPH / 2, from + PARAGRAPH));
			paragraphs.add((i % 2 == 0) ? first + " " + second : first + " " + attacks.get(i) + " " + second);
		}
		return paragraphs.stream();
	}

}
