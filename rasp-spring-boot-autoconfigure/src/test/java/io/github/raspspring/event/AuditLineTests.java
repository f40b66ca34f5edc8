package io.github.raspspring.event;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class AuditLineTests {

	@ParameterizedTest
	@ValueSource(strings = { "GET", "/api/books/{id}", "192.0.2.1", "2001:db8::1",
			"sql-injection.tautology/CERTAIN@query:q", "/**", "java.lang.IllegalStateException" })
	void wordWhenPlainThenIsWrittenAsItIs(String word) {
		assertThat(new AuditLine("e").word("a", word)).hasToString("event=e a=" + word);
	}

	@ParameterizedTest
	@ValueSource(strings = { "a b=c", "a\" b=\"c", "a\r\nevent=x", "a\tb=c", "a=b", "a\\\" b=\"c", "a\u2028event=x",
			"a\u00a0b=c" })
	void wordWhenItCouldForgeAFieldThenCannot(String word) {
		String line = new AuditLine("e").word("a", word).word("last", "x").toString();
		assertThat(line).matches("event=e a=[^ =\"\\p{Cntrl}\u2028\u00a0]* last=x");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a\" b=\"c", "a\r\nevent=x", "a\\", "a\\\" b=\"c", "\"", "a\u2028b", "a\u0000b" })
	void textWhenItCouldEndItsQuotesThenCannot(String text) {
		String line = new AuditLine("e").text("a", text).word("last", "x").toString();
		assertThat(line).matches("event=e a=\"(?:[^\"\\\\\\p{Cntrl}\u2028]|\\\\\\\\)*\" last=x");
	}

	@ParameterizedTest
	@ValueSource(strings = { "aa' aa 9=9 --", "text/plain; charset=utf-8", "a=b c=d", "<aaa>", "a, b; c", "${aaa}" })
	void textKeepsWhatCanBeRead(String text) {
		assertThat(new AuditLine("e").text("a", text)).hasToString("event=e a=\"" + text + "\"");
	}

}
