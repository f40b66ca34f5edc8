package io.github.raspspring.attack.http;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

import io.github.raspspring.attack.Judgement;
import io.github.raspspring.autoconfigure.FamilyTraits;
import io.github.raspspring.engine.ClientIdentity;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.Phase;
import io.github.raspspring.engine.Policy;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.engine.pipeline.Exchange;
import io.github.raspspring.engine.pipeline.InspectionPipeline;
import io.github.raspspring.engine.pipeline.RequestFacts;
import io.github.raspspring.inspect.CanonicalValueReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests for {@link GraphQlLimitsDetector}.
 */
class GraphQlLimitsDetectorTests {

	private final Judgement judgement = Judgement.by(new GraphQlLimitsDetector(GraphQlLimits.defaults()))
		.at(InputLocation.GRAPHQL, "query");

	static Stream<Arguments> excesses() {
		return Stream.of(arguments("100 aliases", "{ " + numbered("a%d: login(p: \"x\") ", 100) + "}"),
				arguments("31 aliases", "{" + numbered("a%d:b ", 31) + "}"),
				arguments("aliases without blanks", "{" + numbered("a%d:b,", 31) + "}"),
				arguments("aliases over lines", "{" + numbered("a%d\n:\nb\n", 31) + "}"),
				arguments("aliases in fragment", "fragment f on T {" + numbered("a%d:b ", 31) + "} {...f}"),
				arguments("depth 50", "{a".repeat(50) + "}".repeat(50)),
				arguments("depth 13", "query {" + "a {".repeat(12) + "b" + "}".repeat(13)),
				arguments("depth with arguments", "{a(x: {y: 1})".repeat(13) + "}".repeat(13)),
				arguments("depth in mutation", "mutation M($i: I!) " + "{a".repeat(13) + "}".repeat(13)),
				arguments("depth in inline fragments", "{...on A".repeat(13) + "{a}" + "}".repeat(13)),
				arguments("depth through fragments",
						"{ ...f } fragment f on T " + "{a".repeat(7) + "{...g}" + "}".repeat(7) + " fragment g on T "
								+ "{a".repeat(8) + "}".repeat(8)),
				arguments("1000 typenames", "{ " + "__typename ".repeat(1000) + "}"),
				arguments("same field", "{ " + "user(id:1){id} ".repeat(101) + "}"),
				arguments("directives", "{ a " + "@a".repeat(21) + " }"),
				arguments("directives on query", "query " + "@x ".repeat(21) + "{ a }"),
				arguments("directives with arguments", "{ a " + "@skip(if: true) ".repeat(21) + "}"),
				arguments("spreads", "{ " + "...f ".repeat(101) + "} fragment f on T {a}"),
				arguments("definitions", numbered("query q%d { a } ", 101)),
				arguments("comment before", "# harmless\n{" + numbered("a%d:b ", 31) + "}"),
				arguments("string with brace", "{ a(x: \"}\") " + "{a".repeat(13) + "}".repeat(13) + "}"),
				arguments("block string with brace",
						"{ a(x: \"\"\" } \" } \"\"\") " + "{a".repeat(13) + "}".repeat(13) + "}"),
				arguments("leading blanks", "  \n,{" + numbered("a%d:b ", 31) + "}"),
				arguments("subscription", "subscription { " + numbered("a%d:b ", 31) + "}"));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("excesses")
	void detectWhenDocumentExceedsLimitThenRefuses(String name, String document) {
		assertThat(this.judgement.refuses(document)).isTrue();
		assertThat(this.judgement.at(InputLocation.JSON, "/query").refuses(document)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{...a} fragment a on T {...b} fragment b on T {...a}", "fragment a on T {...a} {...a}",
			"{x} fragment a on T { b { ...c } } fragment c on T { d { ...a } }" })
	void detectWhenFragmentsAreCircularThenRefuses(String document) {
		assertThat(this.judgement.of(document)).extracting(Finding::rule)
			.contains(GraphQlLimitsDetector.CIRCULAR_FRAGMENTS);
	}

	@Test
	void detectWhenBatchIsLongThenRefuses() {
		assertThat(this.judgement.at(InputLocation.JSON, "/10/query").refuses("{a}")).isTrue();
		assertThat(this.judgement.at(InputLocation.JSON, "/499/query").refuses("{a}")).isTrue();
		assertThat(this.judgement.at(InputLocation.JSON, "/9/query").refuses("{a}")).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{ a b c d e f g h i j k l m n o }", "{a{b{c{d{e{f{g{h{i}}}}}}}}}", "query Q { a }",
			"query ($id: ID! = 1, $n: Int) { user(id: $id) { name } }", "{ a @include(if: $x) b @skip(if: $y) }",
			"{ one: user(id: 1) { id } two: user(id: 2) { id } }", "subscription { news { id } }",
			"mutation { add(input: {a: {b: {c: {d: 1}}}}) { id } }", "{ a(x: [1, 2, 3], y: {z: \"{{{{{{{{{{{{{{\"}) }",
			"{ ...f ...g } fragment f on A { x } fragment g on B { y }", "{ ... on A { x } ... on B { y } }",
			"{ a { __typename } b { __typename } }", "# {{{{{{{{{{{{{{{{\n{ a }",
			"{ a(x: \"\"\"{{{{{{{{{{{{{{{\"\"\") }", "{}", "{", "}", "{{}", "query", "fragment f on T { a }",
			"{ a: b }", "", "books", "{a", "#", "query {", "the best of query { languages }", "{\"json\":true}",
			"\uD800", "{ ...unknown }" })
	void detectWhenDocumentIsModestThenPasses(String document) {
		assertThat(this.judgement.refuses(document)).isFalse();
	}

	@Test
	void detectWhenSchemaIsAskedForThenIsWeak() {
		assertThat(this.judgement.of("{ __schema { types { name } } }")).singleElement().satisfies((finding) -> {
			assertThat(finding.confidence()).isEqualTo(Confidence.WEAK);
			assertThat(finding.rule()).isEqualTo(GraphQlLimitsDetector.INTROSPECTION);
		});
	}

	@ParameterizedTest
	@ValueSource(strings = {
			"{ __schema { types { ...F } } } fragment F on __Type { fields { args { ...I } type { ...T } } } "
					+ "fragment I on __InputValue { type { ...T } } fragment T on __Type { ofType { ofType { ofType { ofType "
					+ "{ ofType { ofType { ofType { ofType { kind name } } } } } } } } }",
			"{ __type(name: \"A\") { a { b { c { d { e { f { g { h { i { j { k { l } } } } } } } } } } } } }",
			"query Q { __schema { a{a{a{a{a{a{a{a{a{a{a{a{a}}}}}}}}}}}} } }",
			"{ a { b } __schema { c{c{c{c{c{c{c{c{c{c{c}}}}}}}}}}} }",
			"fragment T on __Type { a{a{a{a{a{a{a{a{a{a{a{a}}}}}}}}}}}} { __schema { ...T } }",
			"{ x: __schema { c{c{c{c{c{c{c{c{c{c{c{c}}}}}}}}}}}} }" })
	void detectWhenDocumentIsDeepBelowTheSchemaOnlyThenPasses(String document) {
		assertThat(this.judgement.refuses(document)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{ __schema { a } b{b{b{b{b{b{b{b{b{b{b{b{b}}}}}}}}}}}} }",
			"{ b{b{b{b{b{b{b{b{b{b{b{b{ __typename }}}}}}}}}}}} }",
			"{ __schemas { b{b{b{b{b{b{b{b{b{b{b{b}}}}}}}}}}}} }",
			"{ ...F __schema { a } } fragment F on User { b{b{b{b{b{b{b{b{b{b{b{b{b}}}}}}}}}}}} }",
			"{ __typename b{b{b{b{b{b{b{b{b{b{b{b{b}}}}}}}}}}}} }",
			"fragment A on __T { a } { b{b{b{b{b{b{b{b{b{b{b{b{b}}}}}}}}}}}} }" })
	void detectWhenDocumentIsDeepBesidesTheSchemaThenRefuses(String document) {
		assertThat(this.judgement.refuses(document)).isTrue();
	}

	@Test
	void detectWhenSchemaIsAskedForWithoutEndThenRefuses() {
		assertThat(this.judgement.refuses("{ __schema {" + "a{".repeat(40) + "b" + "}".repeat(42))).isTrue();
	}

	@Test
	void detectWhenIntrospectionIsDeniedThenRefusesAndWhenAllowedThenSaysNothing() {
		String document = "{ __schema { types { name } } }";
		assertThat(introspecting(GraphQlIntrospection.DENY).refuses(document)).isTrue();
		assertThat(introspecting(GraphQlIntrospection.DENY).refuses("{ a { __typename } }")).isFalse();
		assertThat(introspecting(GraphQlIntrospection.ALLOW).of(document)).isEmpty();
	}

	@Test
	void detectWhenCallerIsTrustedThenMayAskForSchemaOnly() {
		GraphQlLimits limits = new GraphQlLimits(12, 30, 100, 20, 10, GraphQlIntrospection.DENY);
		String document = "{ __schema { types { name } } }";
		Judgement trusted = Judgement.by(new GraphQlLimitsDetector(limits, () -> true))
			.at(InputLocation.GRAPHQL, "query");
		assertThat(trusted.of(document)).isEmpty();
		assertThat(trusted.refuses("{a".repeat(50) + "}".repeat(50))).isTrue();
		assertThat(Judgement.by(new GraphQlLimitsDetector(limits, () -> false))
			.at(InputLocation.GRAPHQL, "query")
			.refuses(document)).isTrue();
	}

	/**
	 * Who may ask is found out each time, whoever has asked for the same before.
	 */
	@Test
	void detectWhenDocumentIsKnownThenCallerIsStillAsked() {
		boolean[] trusted = { true };
		GraphQlLimits limits = new GraphQlLimits(12, 30, 100, 20, 10, GraphQlIntrospection.WATCH);
		Policy policy = Policy.of(EnforcementMode.BLOCK);
		InspectionPipeline pipeline = new InspectionPipeline((method, path) -> policy,
				List.of(new GraphQlLimitsDetector(limits, () -> trusted[0])),
				new CanonicalValueReader(FamilyTraits.reader()), List.of(), (event) -> {
				}, () -> "reference", Clock.systemUTC());
		InputValue document = new InputValue(InputLocation.JSON, "/query", "{ __schema { types { name } } }");
		for (boolean may : new boolean[] { true, true, true, false, false, true, false }) {
			trusted[0] = may;
			Exchange exchange = pipeline
				.begin(new RequestFacts("POST", "/graphql", new ClientIdentity("192.0.2.1"), false));
			pipeline.enter(exchange, Phase.REQUEST, List.of(document));
			assertThat(exchange.findings()).hasSize(may ? 0 : 1);
		}
	}

	private static Judgement introspecting(GraphQlIntrospection policy) {
		return Judgement.by(new GraphQlLimitsDetector(new GraphQlLimits(12, 30, 100, 20, 10, policy)))
			.at(InputLocation.GRAPHQL, "query");
	}

	@Test
	void detectWhenLimitsAreOwnThenUsesThem() {
		Judgement strict = Judgement
			.by(new GraphQlLimitsDetector(new GraphQlLimits(2, 1, 1, 0, 1, GraphQlIntrospection.WATCH)))
			.at(InputLocation.GRAPHQL, "query");
		assertThat(strict.of("{a{b{c}}}")).extracting(Finding::rule).extracting(Rule::id).contains("excess");
		assertThat(strict.of("{a{b}}")).isEmpty();
	}

	@Test
	void detectWhenTextIsHostileThenEnds() {
		for (String unit : List.of("{", "{}", "{a}", "(", "\"", "...", "{...a", "...f ", "fragment f on T{...f}", "a:",
				"@", "#", "\\", "\"\\", "\"\"\"", "\uD800", "{ ", "a,")) {
			this.judgement.of("{" + unit.repeat(1_000_000 / unit.length()));
		}
	}

	private static String numbered(String format, int count) {
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < count; i++) {
			text.append(String.format(format, i));
		}
		return text.toString();
	}

}
