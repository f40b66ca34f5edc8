package io.github.raspspring.attack.sql;

import java.util.List;

import io.github.raspspring.attack.Corpus;
import io.github.raspspring.attack.Judgement;
import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SqlInjectionDetectorTests {

	private final Judgement judgement = Judgement.by(new SqlInjectionDetector());

	static List<String> attacks() {
		return Corpus.read("sql-injection/attacks.txt");
	}

	static List<String> benign() {
		return Corpus.read("sql-injection/benign.txt");
	}

	@ParameterizedTest
	@MethodSource("attacks")
	void detectWhenValueChangesStatementThenReportsFindingThatBlocks(String text) {
		assertThat(this.judgement.of(text)).anyMatch((finding) -> finding.confidence() != Confidence.WEAK);
	}

	@ParameterizedTest
	@MethodSource("benign")
	void detectWhenValueOnlyLooksLikeSqlThenReportsNothingThatBlocks(String text) {
		assertThat(this.judgement.of(text)).allMatch((finding) -> finding.confidence() == Confidence.WEAK);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '¦', quoteCharacter = '\0',
			value = { "' or 1=1-- ¦ condition", "' union select a,b from c-- ¦ union-select",
					"admin'-- ¦ comment-truncation", "'; drop table users-- ¦ stacked-statement",
					"1-sleep(5) ¦ harmful-call", "'+1+' ¦ literal-splice", "(select a from b) ¦ subquery",
					"1 into outfile '/tmp/x' ¦ file-write", "' order by 4# ¦ clause",
					"(case when 1=1 then 1 else 0 end) ¦ conditional-expression", "@@version ¦ catalog" })
	void detectWhenAttackIsOfOneKindThenNamesTheRule(String text, String rule) {
		assertThat(this.judgement.of(text)).extracting((finding) -> finding.rule().id()).contains(rule);
	}

	@Test
	void detectWhenFoundThenTellsWhatToFixWithoutShowingTheValue() {
		Finding finding = this.judgement.of("x' or password='hunter2' -- ").get(0);
		assertThat(finding.detector()).isEqualTo("sql-injection");
		assertThat(finding.category()).isEqualTo(Category.INJECTION);
		assertThat(finding.rule().cwe()).isEqualTo("CWE-89");
		assertThat(finding.rule().remedy()).contains("parameter");
		assertThat(finding.evidence()).isNotEmpty().doesNotContain("hunter2", "password");
	}

	@Test
	void detectWhenSeveralPiecesOfEvidenceThenIsCertain() {
		assertThat(this.judgement.of("' union select username, password from users-- "))
			.anyMatch((finding) -> finding.confidence() == Confidence.CERTAIN);
	}

	@Test
	void detectWhenSqlIsQuotedInASentenceThenIsWeakAtMost() {
		assertThat(this.judgement.of("select name from users"))
			.allMatch((finding) -> finding.confidence() == Confidence.WEAK);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1_000, 20_000, 200_000 })
	void detectWhenAttackStandsBehindLongTextThenStillReportsFinding(int length) {
		String padding = "the quick brown fox is fine, ".repeat(length / 29);
		assertThat(this.judgement.refuses(padding + "' or 1=1-- ")).isTrue();
	}

}
