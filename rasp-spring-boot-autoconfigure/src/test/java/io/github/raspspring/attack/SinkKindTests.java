package io.github.raspspring.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Kinds of attacks at sinks with their variations, and what only looks like them. Each
 * kind is a file under {@code corpus/sink-kinds}: look-alikes, a line {@code ==},
 * attacks; a line that begins with {@code @@} tells the call that the inputs below it go
 * into.
 */
class SinkKindTests {

	private static final int FEWEST = 6;

	@ParameterizedTest
	@EnumSource
	void judgeWhenInputOnlyLooksLikeKindThenSafe(Kind kind) {
		List<Call> lookAlikes = kind.calls(true);
		assertThat(lookAlikes).hasSizeGreaterThanOrEqualTo(FEWEST);
		assertThat(lookAlikes.stream().filter((call) -> call.isSeen(false))).isEmpty();
		assertThat(lookAlikes.stream().filter((call) -> call.isSeen(true))).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void judgeWhenInputIsVariationOfKindThenSeesItColdAndWarm(Kind kind) {
		List<Call> attacks = kind.calls(false);
		assertThat(attacks).hasSizeGreaterThanOrEqualTo(FEWEST);
		assertThat(attacks.stream().filter((call) -> !call.isSeen(false))).isEmpty();
		assertThat(attacks.stream().filter((call) -> !call.isSeen(true))).isEmpty();
	}

	/**
	 * A call with its input.
	 */
	private record Call(SinkTable table, SinkTable.Row row) {

		static Call of(List<String> call, String input) {
			List<String> parts = new ArrayList<>(call.subList(1, call.size()));
			parts.add(input.translateEscapes());
			return new Call(SinkTable.valueOf(call.get(0)), SinkTable.Row.of(parts));
		}

		boolean isSeen(boolean warm) {
			return SinkExperience.sees(this.table, this.row, warm);
		}

	}

	/**
	 * A kind of attack.
	 */
	enum Kind {

		SQL_LITERAL_LEFT_AFTER_LEARNING, SQL_LIST_WHERE_ONE_ARGUMENT_BELONGS, SQL_COMPARED_WITH_ITSELF,
		SQL_UNCLOSED_LITERAL, SQL_EXTRA_ROW, SQL_OWN_PHRASE, SQL_OWN_PUNCTUATION, SQL_DOLLAR_IS_NO_QUOTE,
		SQL_BACKTICK_NAME, SQL_MODEST_REQUEST, PROCESS_PROGRAM_THAT_READS, PROCESS_SCRIPT_BEHIND_OPTIONS,
		PROCESS_SCRIPT_BEHIND_OPERANDS, PROCESS_QUOTED_COMMAND_WORD, PROCESS_POWERSHELL_COMMAND,
		PROCESS_SCRIPT_JOINED_TO_OPTION, PROCESS_PROGRAM_IN_OPTION, PROCESS_MEDIA_FILTER, PROCESS_FIND_EXEC,
		PROCESS_ASSIGNMENT, PROCESS_BEHIND_DOUBLE_DASH, XML_DOCTYPE_IN_CDATA, URL_HOST_WRITTEN_ANEW,
		FILE_CLIMB_BEFORE_NORMALIZING, URL_ADDRESS_IN_DISGUISE, PROCESS_FETCHED_URL;

		List<Call> calls(boolean lookAlikes) {
			List<Call> calls = new ArrayList<>();
			List<String> call = List.of();
			boolean honest = true;
			for (String line : lines().toList()) {
				if (line.equals("==")) {
					honest = false;
				}
				else if (line.startsWith("@@ ")) {
					call = Stream.of(line.substring(3).split(" :: ")).map(String::translateEscapes).toList();
				}
				else if (honest == lookAlikes) {
					calls.add(Call.of(call, line));
				}
			}
			return calls;
		}

		private Stream<String> lines() {
			return Corpus.lines("sink-kinds/" + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".txt").stream();
		}

	}

}
