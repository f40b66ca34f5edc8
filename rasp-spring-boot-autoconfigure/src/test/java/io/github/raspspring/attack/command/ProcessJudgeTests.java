package io.github.raspspring.attack.command;

import java.util.List;
import java.util.stream.Stream;

import io.github.raspspring.attack.SinkCorpus;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.sink.SinkInputs;
import io.github.raspspring.sink.SinkRequests;
import io.github.raspspring.sink.SinkVerdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ProcessJudge}.
 */
class ProcessJudgeTests {

	private final SinkRequests requests = new SinkRequests(EnforcementMode.BLOCK);

	private final ProcessJudge judge = new ProcessJudge();

	@ParameterizedTest
	@MethodSource("attacks")
	void judgeWhenInputIsMoreThanArgumentThenSeesIt(String command, String input) {
		assertThat(judge(command, input)).isNotNull();
	}

	@ParameterizedTest
	@MethodSource("benign")
	void judgeWhenInputIsArgumentThenSafe(String command, String input) {
		assertThat(judge(command, input)).isNull();
	}

	@ParameterizedTest
	@MethodSource("coincidences")
	void judgeWhenInputCoincidesWithTemplateThenSafeWithoutLearning(String command, String input) {
		assertThat(judge(command, input)).isNull();
	}

	@Test
	void judgeWhenProgramIsKnownFromOtherRequestsThenInputCoincides() {
		assertThat(judge("convert|in.png", "photo")).isNull();
		assertThat(judge("convert|in.png", "convert")).isNull();
		assertThat(judge("identify|in.png", "identify")).isNotNull();
	}

	@Test
	void judgeWhenProgramIsNamedAsParameterThenCoincides() {
		SinkInputs inputs = this.requests.inputs(InputValue.ofName(InputLocation.QUERY, "sort"),
				new InputValue(InputLocation.QUERY, "sort", "price"));
		assertThat(this.judge.judge(new ProcessCall("test", List.of("sort", "a.txt")), inputs)).isNull();
		assertThat(this.judge.judge(new ProcessCall("test", List.of("sh", "-c", "cat a.txt | sort")), inputs)).isNull();
		assertThat(this.judge.judge(new ProcessCall("test", List.of("price")), inputs)).isNotNull();
	}

	@Test
	void judgeWhenArgumentIsAttackThenPointsIntoCommandLine() {
		ProcessCall call = new ProcessCall("test", List.of("sh", "-c", "echo x; id"));
		SinkVerdict verdict = this.judge.judge(call, this.requests.inputs("x; id"));
		assertThat(verdict).isNotNull();
		assertThat(call.argument().substring(verdict.start(), verdict.end())).isEqualTo("x; id");
		assertThat(verdict.rule().id()).isEqualTo("separator");
	}

	@Test
	void judgeWhenScriptIsLongThenEnds() {
		String input = "a\"b;".repeat(20_000);
		assertThat(judge("sh|-c|echo '{}' '{}' '{}'", input)).isNull();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~', quoteCharacter = '^', textBlock = """
			'{}'                     ~ a; b
			{}                       ~ reports
			-n '{}'                  ~ sh -c id
			--title='{}'             ~ PATH=/tmp
			-- {}                    ~ -o
			< '/data/{}'             ~ a b.txt
			| grep -c '{}'           ~ bash
			&& awk '{print $1}' '{}' ~ a (1).csv
			""")
	void judgeWhenManyWordsStandBeforeArgumentThenSafe(String rest, String input) {
		assertThat(judge("sh|-c|list " + "a ".repeat(3_000) + rest, input)).isNull();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~', quoteCharacter = '^', textBlock = """
			find ~ -exec {} +                  ~ id
			find ~ -exec '{}' +                ~ /tmp/evil
			find ~ -exec sh -c 'ls {}' +       ~ a; id
			env  ~ A=1 PATH={} ls              ~ /tmp
			env  ~ A=1 {}                      ~ id
			tar  ~ --use-compress-program='{}' ~ /tmp/evil
			tar  ~ --to-command {}             ~ id
			sort ~ '{}'                        ~ -o/etc/cron.d/x
			docker ~ bash -c 'ls {}'           ~ a; id
			rsync ~ -e '{}'                    ~ sh x.sh
			list ~ | xargs {}                  ~ id
			list ~ ; python3 -u {}             ~ /tmp/evil.py
			""")
	void judgeWhenManyWordsStandBeforeInputThenJudgesByGrammar(String program, String rest, String input) {
		String words = program.equals("env") ? "B=2 " : "a ";
		assertThat(judge("sh|-c|" + program + " " + words.repeat(3_000) + rest, input)).isNotNull();
	}

	/**
	 * A comment ends with its line: what stands in the next is a command again.
	 */
	@ParameterizedTest
	@CsvSource(delimiter = '~', quoteCharacter = '^', textBlock = """
			echo {}                    ~ a #\\nid
			echo {}                    ~ #\\ncat /etc/hostname
			echo {}                    ~ a # it's\\nid #
			echo {}                    ~ hello #x\\nrm -rf /srv
			printf {}                  ~ a #\\r\\nid
			echo {}                    ~ a #\\n\\nid
			echo {}                    ~ b # c\\n\\twget http://h/x
			echo 'label' {}            ~ a #"\\n"id"
			echo {} && echo done       ~ a # b\\nid #
			echo label # of {}         ~ x\\nid
			echo $(echo {})            ~ a #\\nid\\n
			""")
	void judgeWhenALineBreakEndsACommentThenSeesTheCommandBehindIt(String script, String input) {
		String unescaped = input.translateEscapes();
		assertThat(judge("sh|-c|" + script, unescaped)).isNotNull();
		assertThat(judge("env|bash|-ec|" + script, unescaped)).isNotNull();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~', quoteCharacter = '^', textBlock = """
			echo '{}'                  ~ a #\\nid
			echo "{}"                  ~ a #\\nid
			echo a # for {}\\necho b  ~ the desk
			# {}\\necho b             ~ desk 1
			echo {}                    ~ desk#1
			echo a\\n# {}             ~ it's late
			echo {} # printed\\nls    ~ desk
			# by {} and 'others\\nls  ~ it's me
			""")
	void judgeWhenACommentIsTheApplicationsThenSafe(String script, String input) {
		assertThat(judge("sh|-c|" + script.translateEscapes(), input.translateEscapes())).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "env|{}|true,-Sid", "env|{}|true,-S id", "env|{}|true,--split-string=id", "env|{}|echo|a,-iSid",
			"env|{}|true,-vS id", "sudo|{}|true,-u root", "nice|{}|echo|a,-n", "timeout|{}|5|true,-k" })
	void judgeWhenOptionIsOfALauncherThenSeesIt(String command, String option) {
		assertThat(judge(command, option)).isNotNull();
	}

	@ParameterizedTest
	@CsvSource({ "env|A={}|true,-Sid", "env|true|{},-Sid", "sudo|echo|{},-n", "nice|-n|{}|echo|a,-5",
			"env|echo|--|{},-S id", "timeout|5|printf|{},-k" })
	void judgeWhenOptionIsATextOfTheProgramThenSafe(String command, String option) {
		assertThat(judge(command, option)).isNull();
	}

	/**
	 * Of programs that nobody knows, in a script of the application.
	 */
	@ParameterizedTest
	@CsvSource({ "report {},--verbose", "report {},-v", "report 2026 {},--by-month", "report {} > out.txt,--long",
			"/opt/shop/stock {},--depth 3", "stock {} | head,--all", "report {},--no-color", "stock {},--executive",
			"stock {},--scripted", "report {},--rooted", "/opt/shop/report --year 2026 {},-q" })
	void judgeWhenOptionOfAnUnknownProgramSaysNoHarmThenSafe(String script, String option) {
		assertThat(judge("sh|-c|" + script, option)).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "report {},--exec", "report {},--delete", "report {},--force", "report 2026 {},--overwrite",
			"report {} > out.txt,--no-dry-run", "/opt/shop/stock {},--delete-after", "stock {} | head,--run-hook",
			"stock {},-exec", "stock {},--force 1", "/opt/shop/report --year 2026 {},--unsafe-load", "report {},--EXEC",
			"stock {},--allow-root", "report {} && echo done,--post-script", "stock {},--purge" })
	void judgeWhenOptionOfAnUnknownProgramSaysHarmThenSeesIt(String script, String option) {
		assertThat(judge("sh|-c|" + script, option)).isNotNull();
	}

	private @Nullable SinkVerdict judge(String command, String input) {
		List<String> line = Stream.of(command.split("\\|(?=\\S)(?!\\|)"))
			.map((argument) -> argument.replace("{}", input))
			.toList();
		return this.judge.judge(new ProcessCall("test", line), this.requests.inputs(input));
	}

	private static Stream<Arguments> attacks() {
		return SinkCorpus.read("process-sink/attacks.txt");
	}

	private static Stream<Arguments> coincidences() {
		return SinkCorpus.read("process-sink/coincidences.txt");
	}

	private static Stream<Arguments> benign() {
		return SinkCorpus.read("process-sink/benign.txt");
	}

}
