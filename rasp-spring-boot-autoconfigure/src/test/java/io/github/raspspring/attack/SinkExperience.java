package io.github.raspspring.attack;

import java.util.List;

import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.sink.SinkJudge;
import io.github.raspspring.sink.SinkRequests;

/**
 * Asks a judge about a call, cold or after honest requests of the same kind and what the
 * application runs by itself.
 */
final class SinkExperience {

	private static final List<String> HONEST = List.of("dune", "42", "title", "a b", "7", "O''Reilly", "'x'", "1, 2",
			"https://public.example.net/", "public.example.net", "8080", "reports", "books/dune.txt", "dune.txt",
			"alice", "price", "true", "-1", "eve");

	private static final SinkRequests REQUESTS = new SinkRequests(EnforcementMode.BLOCK);

	private SinkExperience() {
	}

	static boolean sees(SinkTable table, SinkTable.Row row, boolean warm) {
		SinkJudge<?> judge = table.judges.get();
		if (warm) {
			HONEST.forEach((value) -> runHonestly(judge, table, row, value));
			runByItself(judge, table, row);
		}
		return table.judge(judge, row, REQUESTS, row.input());
	}

	private static void runHonestly(SinkJudge<?> judge, SinkTable table, SinkTable.Row row, String value) {
		SinkTable.Row twin = row.with(value);
		boolean template = !table.text(twin).equals(table.text(row));
		if (template && !table.judge(table.judges.get(), twin, REQUESTS, value)) {
			for (int i = 0; i < 3; i++) {
				table.judge(judge, twin, REQUESTS, value);
			}
		}
	}

	/**
	 * The application runs what looks the same but for its values.
	 */
	private static void runByItself(SinkJudge<?> judge, SinkTable table, SinkTable.Row row) {
		SinkTable.Row sibling = row
			.with(row.input().replaceAll("(?<=['\"])(\\w+)(?=['\"])", "$1q").replaceAll("\\b\\d+\\b", "$07"));
		if (!table.text(sibling).equals(table.text(row))) {
			table.judge(judge, sibling, REQUESTS, "unrelated");
		}
	}

}
