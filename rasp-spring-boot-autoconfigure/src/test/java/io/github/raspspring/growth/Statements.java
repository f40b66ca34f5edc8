package io.github.raspspring.growth;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

import io.github.raspspring.attack.sql.SqlCall;
import io.github.raspspring.attack.sql.SqlDialect;
import io.github.raspspring.attack.sql.SqlJudge;
import io.github.raspspring.autoconfigure.FamilyTraits;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.inspect.CanonicalValueReader;
import io.github.raspspring.sink.SinkInputs;
import io.github.raspspring.sink.SinkRequests;

/**
 * Runs a statement of the application's own while a request is served that brought many
 * inputs, and counts what its judgement takes. Reads a text of what the statement is made
 * of, how long it is and how many inputs there are.
 */
public final class Statements implements Function<String, Object[]> {

	private static final CanonicalValueReader READER = new CanonicalValueReader(FamilyTraits.reader());

	/** Characters of a statement for each parameter of an input. */
	private static final int MARKERS = 64;

	private static final String INPUT = "the left hand, part ";

	private final SinkRequests requests = new SinkRequests(EnforcementMode.BLOCK);

	private final SqlJudge judge = new SqlJudge();

	@Override
	public Object[] apply(String text) {
		String[] parts = text.split(" ");
		int characters = Integer.parseInt(parts[1]);
		int count = Integer.parseInt(parts[2]);
		SqlCall call = new SqlCall("execute", statement(parts[0], characters, count), () -> SqlDialect.H2);
		// What stands all over the statement stands all over the inputs.
		String more = parts[0].equals("markers") ? "; $," + "?,".repeat(characters / MARKERS) + "$" : "";
		InputValue[] values = IntStream.range(0, count)
			.mapToObj((i) -> parts[0].equals("code") ? code(i) : INPUT + i + ((i > 0) ? more : ""))
			.map((value) -> new InputValue(InputLocation.JSON, "/titles", value))
			.toArray(InputValue[]::new);
		long before = Steps.taken();
		SinkInputs inputs = this.requests.inputs(READER, values);
		long read = Steps.taken() - before;
		if (this.judge.judge(call, inputs) != null) {
			throw new IllegalStateException("Not honest: " + call.argument());
		}
		long judged = Steps.taken() - before - read;
		return new Object[] { List.of("inputs", "judgement"), new long[] { read, judged } };
	}

	private static String statement(String kind, int characters, int inputs) {
		StringBuilder statement = new StringBuilder(switch (kind) {
			case "columns" -> "SELECT id FROM books ORDER BY id";
			case "markers" -> "SELECT id FROM books WHERE title = '" + INPUT + "0' AND id IN (?";
			case "code" -> "SELECT id FROM books WHERE title IN ('x'";
			default -> "INSERT INTO books (title) VALUES ('x')";
		});
		for (int i = 0; statement.length() < characters; i++) {
			statement.append(switch (kind) {
				case "columns" -> ", column" + i + " desc";
				case "markers" -> ", ?";
				case "code" -> ", '" + code(i % inputs).replace("'", "''") + "'";
				case "inputs" -> ", ('" + INPUT + i % inputs + "')";
				default -> ", ('the right hand, part " + i + "')";
			});
		}
		return statement.append((kind.equals("markers") || kind.equals("code")) ? ")" : "").toString();
	}

	/**
	 * Names what the statement reads, as it would have to if it were a part of it.
	 */
	private static String code(int number) {
		return "SELECT id FROM books WHERE id = " + number + " OR title = 'it'";
	}

}
