package io.github.raspspring.benchmark;

import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import com.sun.management.ThreadMXBean;
import com.zaxxer.hikari.HikariDataSource;
import io.github.raspspring.attack.sql.SqlJudge;
import io.github.raspspring.carrier.jdbc.SourceGuarding;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.sink.SinkRequests;

/**
 * Prints what a guarded data source adds to rows that came with the request, another one
 * each time: processor time of this thread, guarded and bare in turns, the median of
 * many. Arguments choose ways to write, what texts are made of, and how many rows.
 */
final class RowCost {

	private static final int TURNS = 41;

	/** So long a turn takes at least. */
	private static final long TURN = 4_000_000;

	private static final long WARM_UP = 2_000_000_000;

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private final SinkRequests requests = new SinkRequests(EnforcementMode.BLOCK, new SqlJudge());

	private final DataSource bare;

	private final DataSource guarded;

	private int number = 1000;

	private RowCost(DataSource bare) throws SQLException {
		this.bare = bare;
		this.guarded = SourceGuarding.guarded(bare, this.requests);
		try (Connection connection = bare.getConnection(); Statement statement = connection.createStatement()) {
			statement.execute("CREATE TABLE books (title VARCHAR(200))");
			statement
				.execute("CREATE TABLE orders (id BIGINT, customer_name VARCHAR(200), shipping_address VARCHAR(200),"
						+ " description VARCHAR(200), status VARCHAR(20), total_amount DECIMAL(10, 2))");
		}
	}

	/**
	 * Print a line for each way and text.
	 * @param arguments names of ways, of texts, and numbers of rows; all if there are
	 * none
	 */
	public static void main(String[] arguments) throws SQLException {
		List<String> chosen = List.of(arguments);
		int[] sizes = chosen.stream().filter((one) -> one.matches("\\d+")).mapToInt(Integer::parseInt).toArray();
		for (Way way : chosen(Way.values(), chosen)) {
			for (Text text : chosen(Text.values(), chosen)) {
				print(way, text, (sizes.length > 0) ? sizes : new int[] { 10, 100, 1000 });
			}
		}
	}

	/**
	 * Print a line, of a route that has run nothing else.
	 */
	private static void print(Way way, Text text, int[] sizes) throws SQLException {
		StringBuilder line = new StringBuilder(way + " " + text);
		for (int rows : sizes) {
			try (HikariDataSource pool = new HikariDataSource()) {
				pool.setJdbcUrl("jdbc:h2:mem:" + way + text + rows);
				line.append(new RowCost(pool).of(way, text, rows));
			}
		}
		System.out.println(line);
	}

	private static <E extends Enum<E>> List<E> chosen(E[] all, List<String> names) {
		List<E> named = Arrays.stream(all).filter((one) -> names.contains(one.name())).toList();
		return named.isEmpty() ? List.of(all) : named;
	}

	private String of(Way way, Text text, int rows) throws SQLException {
		int count = 1;
		long took = 0;
		while (took < TURN) {
			count *= 2;
			took = turn(this.bare, way, text, rows, count) * count;
			turn(this.guarded, way, text, rows, count);
		}
		long end = THREADS.getCurrentThreadCpuTime() + WARM_UP;
		while (THREADS.getCurrentThreadCpuTime() < end) {
			turn(this.bare, way, text, rows, count);
			turn(this.guarded, way, text, rows, count);
		}
		long[] without = new long[TURNS];
		long[] with = new long[TURNS];
		double[] ratios = new double[TURNS];
		for (int i = 0; i < TURNS; i++) {
			without[i] = turn(this.bare, way, text, rows, count);
			with[i] = turn(this.guarded, way, text, rows, count);
			ratios[i] = (double) with[i] / without[i];
		}
		Arrays.sort(without);
		Arrays.sort(with);
		Arrays.sort(ratios);
		return String.format(Locale.ROOT, " | %d: %.2f, %.1f and %.1f us", rows, ratios[TURNS / 2],
				without[TURNS / 2] / 1000.0, with[TURNS / 2] / 1000.0);
	}

	/**
	 * Serve some requests.
	 * @return nanoseconds for each
	 */
	private long turn(DataSource database, Way way, Text text, int rows, int count) throws SQLException {
		String[][] titles = new String[count][];
		for (int i = 0; i < count; i++) {
			int first = this.number;
			this.number = 1000 + (this.number - 1000 + rows) % 8000;
			titles[i] = IntStream.range(first, first + rows).mapToObj(text::of).toArray(String[]::new);
		}
		InspectionScope.Binding[] bindings = new InspectionScope.Binding[1];
		long took = 0;
		for (String[] values : titles) {
			bindings[0] = this.requests.serve(values);
			long start = THREADS.getCurrentThreadCpuTime();
			write(database, way, values);
			took += THREADS.getCurrentThreadCpuTime() - start;
			bindings[0].close();
		}
		this.requests.events().clear();
		return took / count;
	}

	private static void write(DataSource database, Way way, String[] values) throws SQLException {
		try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
			connection.setAutoCommit(false);
			switch (way) {
				case ROWS ->
					statement.executeUpdate("INSERT INTO books VALUES " + joined(values, "'), ('", "('", "')"));
				case EACH -> {
					for (String value : values) {
						statement.executeUpdate("INSERT INTO books VALUES ('" + value.replace("'", "''") + "')");
					}
				}
				case WIDE ->
					statement.executeUpdate("INSERT INTO orders (id, customer_name, shipping_address, description,"
							+ " status, total_amount) VALUES "
							+ joined(values, "', 'NEW', 12.50), (17, 'Jane Doe', '1 Main Street', '",
									"(17, 'Jane Doe', '1 Main Street', '", "', 'NEW', 12.50)"));
				case IN -> statement
					.executeQuery("SELECT title FROM books WHERE title IN " + joined(values, "', '", "('", "')"))
					.close();
			}
			connection.rollback();
		}
	}

	private static String joined(String[] values, String between, String before, String behind) {
		return Arrays.stream(values)
			.map((value) -> value.replace("'", "''"))
			.collect(Collectors.joining(between, before, behind));
	}

	/**
	 * How rows are passed to the database.
	 */
	private enum Way {

		ROWS, EACH, WIDE, IN

	}

	/**
	 * What rows are made of.
	 */
	private enum Text {

		PROSE, CODE, APOSTROPHES;

		String of(int row) {
			return switch (this) {
				case PROSE -> "the left hand, part " + row;
				case CODE -> switch (row % 4) {
					case 0 -> "if (a[" + row + "] == 'x' && b != \"y\") { return f(c); } -- done";
					case 1 -> "SELECT note FROM books WHERE id = " + row + " OR title = 'it'";
					case 2 -> "const s = `${x}` + '\\n'; // " + row;
					default -> "<a href=\"/b?c=" + row + "\" onclick='go(1)'>d</a>";
				};
				case APOSTROPHES -> (row % 3 == 0) ? "the captain's log, part " + row : "the left hand, part " + row;
			};
		}

	}

}
