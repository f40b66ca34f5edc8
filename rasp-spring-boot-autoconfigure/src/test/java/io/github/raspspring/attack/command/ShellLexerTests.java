package io.github.raspspring.attack.command;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ShellLexerTests {

	@ParameterizedTest
	@CsvSource(quoteCharacter = '~', delimiterString = "=>", textBlock = """
			ls -la                => WORD[ls] WORD[-la]
			a;b                   => WORD[a] SEPARATOR[;] WORD[b]
			a&&b||c               => WORD[a] SEPARATOR[&&] WORD[b] SEPARATOR[||] WORD[c]
			a | b & c             => WORD[a] SEPARATOR[|] WORD[b] SEPARATOR[&] WORD[c]
			a |& b                => WORD[a] SEPARATOR[|&] WORD[b]
			echo 'a b'            => WORD[echo] QUOTE['] WORD[a b] QUOTE[']
			echo "a;b"            => WORD[echo] QUOTE["] WORD[a;b] QUOTE["]
			c''at                 => WORD[c] QUOTE['] QUOTE['] WORD[at]
			a\\ b                  => WORD[a\\ b]
			a\\;b                  => WORD[a\\;b]
			$(id)                 => SUBSTITUTION[$(] WORD[id] SUBSTITUTION[)]
			`id`                  => SUBSTITUTION[`] WORD[id] SUBSTITUTION[`]
			"x $(id) y"           => QUOTE["] WORD[x ] SUBSTITUTION[$(] WORD[id] SUBSTITUTION[)] WORD[ y] QUOTE["]
			"`id`"                => QUOTE["] SUBSTITUTION[`] WORD[id] SUBSTITUTION[`] QUOTE["]
			'$(id)'               => QUOTE['] WORD[$(id)] QUOTE[']
			diff <(a) b           => WORD[diff] SUBSTITUTION[<(] WORD[a] SUBSTITUTION[)] WORD[b]
			a $HOME               => WORD[a] EXPANSION[$HOME]
			a"$1"b                => WORD[a] QUOTE["] EXPANSION[$1] QUOTE["] WORD[b]
			${x:-y}               => EXPANSION[${] WORD[x:-y] EXPANSION[}]
			cat${IFS}a            => WORD[cat] EXPANSION[${] WORD[IFS] EXPANSION[}] WORD[a]
			a > b                 => WORD[a] REDIRECTION[>] WORD[b]
			a 2>&1                => WORD[a] WORD[2] REDIRECTION[>&] WORD[1]
			a >> b <<< c          => WORD[a] REDIRECTION[>>] WORD[b] REDIRECTION[<<<] WORD[c]
			a &> b                => WORD[a] REDIRECTION[&>] WORD[b]
			a # b; c              => WORD[a] COMMENT[# b; c]
			a#b                   => WORD[a#b]
			(a; b)                => SEPARATOR[(] WORD[a] SEPARATOR[;] WORD[b] SEPARATOR[)]
			$'a\\'b' c             => QUOTE[$'] WORD[a\\'b] QUOTE['] WORD[c]
			5$ and $              => WORD[5$] WORD[and] WORD[$]
			"\\" ; a"              => QUOTE["] WORD[\\" ; a] QUOTE["]
			""")
	void nextWhenCommandLineThenSplitsIt(String line, String tokens) {
		assertThat(tokens(line)).isEqualTo(tokens);
	}

	@Test
	void nextWhenLineBreakThenSeparates() {
		assertThat(tokens("a\nb")).isEqualTo("WORD[a] SEPARATOR[\n] WORD[b]");
	}

	@Test
	void nextWhenLineIsContinuedThenSkipsBreak() {
		assertThat(tokens("a \\\n b")).isEqualTo("WORD[a] WORD[b]");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "'", "\"", "`", "$(", "${", "<(", "\\", "$'", "\"$(", "\"`", "(", ")", "}", "$", "\uD800" })
	void nextWhenNothingIsClosedThenEnds(String unit) {
		ShellLexer lexer = new ShellLexer(unit.repeat(100_000));
		int last = -1;
		while (lexer.next() != ShellLexer.Kind.END) {
			assertThat(lexer.end()).isGreaterThan(last);
			last = lexer.end();
		}
		assertThat(lexer.end()).isEqualTo(100_000 * unit.length());
	}

	@Test
	void quotedWhenTokenStandsBetweenQuotesThenIsTrue() {
		ShellLexer lexer = new ShellLexer("'a' b");
		lexer.next();
		assertThat(lexer.quoted()).isFalse();
		lexer.next();
		assertThat(lexer.quoted()).isTrue();
		lexer.next();
		lexer.next();
		assertThat(lexer.quoted()).isFalse();
		assertThat(lexer.depth()).isZero();
	}

	private static String tokens(String line) {
		ShellLexer lexer = new ShellLexer(line);
		StringBuilder tokens = new StringBuilder();
		ShellLexer.Kind kind = lexer.next();
		while (kind != ShellLexer.Kind.END) {
			tokens.append(tokens.isEmpty() ? "" : " ")
				.append(kind)
				.append('[')
				.append(line, lexer.start(), lexer.end())
				.append(']');
			kind = lexer.next();
		}
		return tokens.toString();
	}

}
