package io.github.raspspring.attack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Texts by which a gate before a reader is tried: what it says no to, the reader must
 * find nothing in. All texts of the tests, their mutations, the same with signs put in
 * and characters taken out, texts joined to longer ones, random ones and, where they are
 * present, the development lists.
 */
public final class GateTexts {

	private static final int EDITS = 6;

	private static final int RANDOM_TEXTS = 30_000;

	private static final int MOST_SHOWN = 10;

	private static final int JOINED = 12;

	private GateTexts() {
	}

	/**
	 * Return those texts that a gate hides evidence of.
	 * @param hidden whether the gate says no and the reader finds something
	 * @return some of the texts
	 */
	public static List<String> hidden(Predicate<String> hidden) {
		return all().filter(hidden).limit(MOST_SHOWN).toList();
	}

	/**
	 * Count those texts that a gate says no to.
	 * @param gate whether it says yes
	 * @return the number of texts
	 */
	public static long kept(Predicate<String> gate) {
		return own().stream().filter(gate.negate()).count();
	}

	private static Stream<String> all() {
		List<String> own = own();
		Random random = new Random(17);
		Stream<String> mutated = own.stream()
			.flatMap((text) -> Arrays.stream(Mutation.values())
				.filter((mutation) -> !mutation.name().startsWith("PADDING"))
				.map((mutation) -> mutation.of(text)));
		Stream<String> edited = own.stream()
			.flatMap((text) -> Stream.generate(() -> edited(text, random)).limit(EDITS));
		Stream<String> joined = Stream.generate(() -> joined(own, random)).limit(own.size());
		Stream<String> made = Stream.generate(() -> made(random)).limit(RANDOM_TEXTS);
		return Stream.of(own.stream(), mutated, edited, joined, made).flatMap((texts) -> texts);
	}

	private static List<String> own() {
		List<String> own = new ArrayList<>();
		for (AttackClass type : AttackClass.values()) {
			own.addAll(type.ownAttacks());
			own.addAll(type.ownBenign());
		}
		if (DevelopmentLists.present()) {
			DevelopmentLists.samples().forEach((sample) -> own.add(sample.text()));
		}
		return own;
	}

	private static String edited(String text, Random random) {
		StringBuilder edited = new StringBuilder(text);
		for (int i = 1 + random.nextInt(3); i > 0 && edited.length() > 1; i--) {
			int at = random.nextInt(edited.length());
			if (random.nextBoolean()) {
				edited.deleteCharAt(at);
			}
			else {
				edited.insert(at, piece(random));
			}
		}
		return edited.toString();
	}

	private static String joined(List<String> own, Random random) {
		return random.ints(2 + random.nextInt(JOINED), 0, own.size())
			.mapToObj(own::get)
			.collect(Collectors.joining(random.nextBoolean() ? " " : "\n"));
	}

	private static String made(Random random) {
		StringBuilder text = new StringBuilder();
		for (int i = 1 + random.nextInt(16); i > 0; i--) {
			text.append(piece(random)).append((random.nextInt(3) == 0) ? " " : "");
		}
		return text.toString();
	}

	private static String piece(Random random) {
		return PrefilterTests.PIECES.get(random.nextInt(PrefilterTests.PIECES.size()));
	}

}
