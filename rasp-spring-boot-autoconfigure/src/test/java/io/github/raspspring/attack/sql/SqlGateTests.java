package io.github.raspspring.attack.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.github.raspspring.attack.GateTexts;
import io.github.raspspring.engine.Confidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * In a place that the gate says no to, a text must weigh nothing, and honest texts must
 * not get through.
 */
class SqlGateTests {

	private static final int ALL = (1 << SqlContext.values().length) - 1;

	private static final int TEXTS = 20_000;

	private static final String[] SIGNS = { "'", "\"", "`", "''", "\"\"", "(", ")", "(", ")", ",", ";", "--", "---",
			"#", "/*", "*/", "\n", "\r", "=", "<", ">", "<>", "==", "||", "&&", "|", "@", "@@version", "$", "$1", "1",
			"2.5", "0x41", ".5", "1e3", "-", "+", "*", "/", "%", "~", "!", "?", ":", "::", ":=", "[", "]", "[a]", "}",
			"\\", "a", "foo", "bar", "n'", "q'", "e'", "\u00e9", "\u00a0", "The", "</p>", "<b>", "1=1", "'a'='a'" };

	private final SqlGate gate = new SqlGate();

	private final SqlEvidence evidence = new SqlEvidence();

	private final Random random = new Random(23);

	@Test
	void narrowWhenEvidenceIsFoundThenKeepsPlace() {
		assertThat(GateTexts.hidden(this::hides)).isEmpty();
	}

	@Test
	void narrowWhenWordsOfSqlAreShuffledThenKeepsPlaceOfEvidence() {
		List<String> words = new ArrayList<>();
		for (SqlWord word : SqlWord.values()) {
			words.addAll(List.of(word.spellings()));
		}
		int found = 0;
		for (int i = 0; i < TEXTS; i++) {
			StringBuilder text = new StringBuilder();
			for (int pieces = 5 + this.random.nextInt(60); pieces > 0; pieces--) {
				boolean word = this.random.nextInt(4) == 0;
				text.append(
						word ? words.get(this.random.nextInt(words.size())) : SIGNS[this.random.nextInt(SIGNS.length)]);
				text.append((this.random.nextInt(3) == 0) ? "" : " ");
			}
			assertThat(hides(text.toString())).as("%s", text).isFalse();
			assertThat(weighsOtherwise(text.toString())).as("%s", text).isFalse();
			found += weighed(text.toString(), SqlContext.SINGLE_QUOTED) ? 1 : 0;
		}
		assertThat(found).isPositive();
	}

	/**
	 * What stands before decides nothing that the gate may leave out: neither words nor
	 * literals nor comments, however many.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "x' or 1=1 -- ", "x' or 'a'='a", "x\" or \"a\"=\"a", "1; drop table users",
			"x'; exec xp_cmdshell 'dir'", "x' union select null, null -- ", "1 union all select user()",
			"x'||(select 1)||'", "x' and sleep(5) and 'a'='a", "(select pg_sleep(5))", "x' order by 4 -- ",
			"x' group by a having count(*) > 1 -- ", "@@version", "if(1=1, sleep(5), 0)", "x') -- ",
			"x' limit 1 into outfile '/tmp/x", "case when 1=1 then 1 else 0 end", "x' is null -- ", "x'=0 -- ",
			"x' procedure analyse() -- ", "x' and f('b' = 'b') -- ", "x'\n-- \n like 'a' -- ",
			"n g s y\n1)FROM S WHERE E=" })
	void narrowWhenEvidenceStandsBehindHonestTextThenKeepsPlace(String attack) {
		for (String before : new String[] { "", "It is said, and known. ".repeat(20), "a 'b' ".repeat(30),
				"\"c\" `d` ".repeat(30), "-- a\n# b's\n/* c */ ".repeat(20), "it's\n", "say \"a", "a\\' b\\\" " }) {
			assertThat(hides(before + attack)).as("%s", before + attack).isFalse();
			assertThat(hides(before + attack + " and so it goes, 'on' and \"on\".\n")).isFalse();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = {
			"<p class=\"x\">It&rsquo;s fast, and <em>so</em> it&#39;s or <a href=\"https://docs.example.org/a?b=1&amp;c=2\">x</a></p>",
			"The parcel came on Tuesday and the neighbour's boy carried it up; we'd order again, or select another one.",
			"org.hibernate.SQL : order by title --- [exec-4] 'O''Neill' not in the union; set to 35 ms",
			"if (a == 1 && b.isOpen()) {\n\treturn map(\"x\", 2);\n}", "{\"before\":[12,15],\"after\":[11,14]}" })
	void narrowWhenTextIsHonestThenKeepsNoPlace(String text) {
		assertThat(this.gate.narrow(text.repeat(3), ALL)).isZero();
	}

	/**
	 * Where it weighs a text no further than needed, it weighs the same.
	 */
	@Test
	void weighWhenEvidenceIsFoundThenWeighsAsWithoutGate() {
		assertThat(GateTexts.hidden(this::weighsOtherwise)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "x = \"select id, title from book where author = ? order by title\";",
			"org.hibernate.SQL : select o.id, o.total from orders o where o.status = ? and o.total > 100 limit 20",
			"create table a (b int);\ninsert into a (b) values (1);", "{\"query\":\"select * from orders\",\"n\":1}" })
	void weighWhenWeakEvidenceIsRepeatedThenWeighsAsWithoutGate(String text) {
		for (String behind : new String[] { "", "' or 1=1 -- ", "\" or 1=1 -- ", "; drop table a",
				" union select 1" }) {
			assertThat(weighsOtherwise((text + "\n").repeat(9) + behind)).as("%s", behind).isFalse();
			assertThat(weighsOtherwise(text + behind + text)).as("%s", behind).isFalse();
		}
	}

	/**
	 * A place that is known to be weighed as a whole hides nothing that another one
	 * shows.
	 */
	@Test
	void weighWhenOnePlaceIsDecidedThenStillLooksAtTheOthers() {
		List<String> attacks = List.of("x' or 1=1 -- ", "x\" or \"a\"=\"a", "1; drop table users",
				"(select pg_sleep(5))", "x\" union select null, null -- ", "x'||(select 1)||'", "a` or 1=1 -- ",
				"1 union all select user()");
		for (String first : attacks) {
			for (String second : attacks) {
				for (String between : List.of("\n", " it's \"said\" and known. ", "' \" ` ", "/* ", "# \n", "q'[ ")) {
					assertThat(weighsOtherwise(first + between + second)).as("%s%s%s", first, between, second)
						.isFalse();
					assertThat(hides(first + between + second)).as("%s%s%s", first, between, second).isFalse();
				}
			}
		}
	}

	/**
	 * Sentences, parentheses and literals that stand far before decide what it weighs.
	 */
	@Test
	void weighWhenLinesAndEvidenceAreMixedThenWeighsAsWithoutGate() {
		List<String> pieces = List.of("if (a == 1 && b.isOpen()) {\n\treturn map(\"x\", 2);\n}\n",
				"char c = '\\''; int x = (c == '\"') ? 1 : 0;\n", "order 17 accepted for 'O''Neill' in 35 ms\n",
				"String sql = \"select id, title from book where author = ? order by title\";\n",
				"where age > interval '30' day; took 12 ms -- next run at 11:00\n", "It's said and known. ", ") ", "( ",
				"'a' ", "x' or 1=1 ", "x' foo and bar baz ", "' or 'a'='a ", "; drop table users ", "or 2 > 1 ",
				"x' = 0 -- ", "from a) where b = 1 ", "1 union all select user() ", "x') -- \n",
				"update a set b = 1; ");
		int found = 0;
		for (int i = 0; i < TEXTS; i++) {
			StringBuilder text = new StringBuilder();
			for (int left = 2 + this.random.nextInt(14); left > 0; left--) {
				text.append(pieces.get(this.random.nextInt(pieces.size())));
			}
			assertThat(weighsOtherwise(text.toString())).as("%s", text).isFalse();
			found += weighed(text.toString(), SqlContext.CODE) ? 1 : 0;
		}
		assertThat(found).isBetween(1, TEXTS - 1);
	}

	private boolean weighsOtherwise(String text) {
		SqlWeight weight = this.gate.weigh(text, ~0L);
		int contexts = SqlContext.of(text, ~0L);
		this.evidence.reset();
		for (SqlContext context : SqlContext.values()) {
			if ((contexts & (1 << context.ordinal())) != 0) {
				this.evidence.weigh(text, context, Integer.MAX_VALUE);
			}
		}
		SqlWeight whole = this.evidence.weight();
		if (Math.max(weight.total(), whole.total()) < Confidence.WEAK.score()) {
			return false;
		}
		return weight.total() != whole.total() || weight.rule() != whole.rule() || weight.start() != whole.start()
				|| weight.end() != whole.end();
	}

	private boolean hides(String text) {
		int kept = this.gate.narrow(text, ALL);
		for (SqlContext context : SqlContext.values()) {
			if ((kept & (1 << context.ordinal())) == 0 && weighed(text, context)) {
				return true;
			}
		}
		return false;
	}

	private boolean weighed(String text, SqlContext context) {
		this.evidence.reset();
		this.evidence.weigh(text, context, Integer.MAX_VALUE);
		return this.evidence.weight().total() >= Confidence.WEAK.score();
	}

}
