package io.github.raspspring.inspect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.github.raspspring.engine.ValueDetector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Measures the detectors of file and query attacks over the development corpora. Where
 * the folder is absent the tests say so and are skipped.
 */
class FileAndQueryCorpusTests {

	private static final Path CORPORA = Path.of("../../shared/corpora");

	static Stream<ValueDetector> detectors() {
		return Stream.of(new PathTraversalDetector(), new ServerSideRequestForgeryDetector(),
				new NoSqlInjectionDetector(), new LdapInjectionDetector(), new XPathInjectionDetector(),
				new XmlExternalEntityDetector(), new DeserializationDetector(), new HeaderInjectionDetector(),
				new ClassAccessDetector(), new GraphQlLimitsDetector(GraphQlLimits.defaults()));
	}

	@Test
	void detectWhenDevelopmentPathAttacksThenRecallIsAtTheBar() {
		List<String> missed = missed(read("payloads.jsonl", "attack", "lfi"), UnaryOperator.identity());
		assertThat(missed).hasSizeLessThanOrEqualTo(45);
	}

	static Stream<Arguments> mutations() {
		return Stream.of(arguments("upper case", (UnaryOperator<String>) FileAndQueryCorpusTests::upper),
				arguments("prose before", (UnaryOperator<String>) (text) -> "Hello, I have a question: " + text),
				arguments("prose behind", (UnaryOperator<String>) (text) -> text + " is what I mean, thanks"),
				arguments("brackets", (UnaryOperator<String>) (text) -> "[" + text + "]"),
				arguments("parentheses", (UnaryOperator<String>) (text) -> "(" + text + ")"),
				arguments("padding before", (UnaryOperator<String>) (text) -> "lorem ipsum ".repeat(1700) + text),
				arguments("padding behind", (UnaryOperator<String>) (text) -> text + " " + "a".repeat(20_000)),
				arguments("full width", (UnaryOperator<String>) FileAndQueryCorpusTests::fullWidth));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("mutations")
	void detectWhenDevelopmentPathAttacksAreMutatedThenRecallIsKept(String name, UnaryOperator<String> mutation) {
		List<String> caught = new ArrayList<>(read("payloads.jsonl", "attack", "lfi"));
		caught.removeAll(missed(caught, UnaryOperator.identity()));
		assertThat(missed(caught, mutation)).hasSizeLessThanOrEqualTo(caught.size() / 100);
	}

	@Test
	void detectWhenDevelopmentXmlAttacksThenRefusesAll() {
		Judgement judgement = Judgement.by(new XmlExternalEntityDetector());
		assertThat(read("payloads.jsonl", "attack", "xxe")).allMatch(judgement::refuses);
	}

	@Test
	void detectWhenDevelopmentNoSqlAttacksThenRefusesAll() {
		Judgement judgement = Judgement.by(new NoSqlInjectionDetector());
		assertThat(read("payloads.jsonl", "attack", "nosql"))
			.allMatch((text) -> judgement.refuses(text) || judgement.refuses(decode(text)));
	}

	@Test
	void detectWhenDevelopmentLdapAttacksThenRefusesAllButInertOnes() {
		List<String> payloads = new ArrayList<>(read("payloads.jsonl", "attack", "ldap"));
		payloads.removeAll(Corpus.inert("ldap"));
		Judgement ldap = Judgement.by(new LdapInjectionDetector());
		Judgement xpath = Judgement.by(new XPathInjectionDetector());
		assertThat(payloads).allMatch((text) -> ldap.refuses(decode(text)) || xpath.refuses(text));
	}

	@ParameterizedTest
	@MethodSource("detectors")
	void detectWhenDevelopmentTextIsBenignThenPasses(ValueDetector detector) {
		Judgement judgement = Judgement.by(detector);
		assertThat(read("benign.jsonl", "benign", "")).noneMatch(judgement::refuses);
		assertThat(read("payloads.jsonl", "benign", "")).noneMatch(judgement::refuses);
	}

	private static List<String> missed(List<String> payloads, UnaryOperator<String> mutation) {
		Judgement judgement = Judgement.by(new PathTraversalDetector());
		return payloads.stream().filter((payload) -> {
			String mutated = mutation.apply(payload);
			return !judgement.refuses(mutated) && !judgement.refuses(decode(mutated));
		}).toList();
	}

	private static String upper(String text) {
		StringBuilder upper = new StringBuilder(text);
		for (int i = 0; i < upper.length(); i++) {
			upper.setCharAt(i, Character.toUpperCase(upper.charAt(i)));
		}
		return upper.toString();
	}

	private static String fullWidth(String text) {
		return text.replace('.', '\uFF0E').replace('/', '\uFF0F').replace('\\', '\uFF3C');
	}

	private static String decode(String text) {
		try {
			return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return text;
		}
	}

	private static List<String> read(String file, String expect, String kind) {
		Path path = CORPORA.resolve(file);
		assumeThat(path).as("the development corpora are not here").exists();
		JsonMapper mapper = JsonMapper.shared();
		try (Stream<String> lines = Files.lines(path)) {
			return lines.map(mapper::readTree)
				.filter((node) -> text(node, "expect").equals(expect)
						&& (kind.isEmpty() || text(node, "class").equals(kind)))
				.map((node) -> text(node, "value"))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String text(JsonNode node, String member) {
		return node.get(member).asString();
	}

}
