package io.github.raspspring.event.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.github.raspspring.engine.event.EventArchive;
import io.github.raspspring.engine.event.EventCount;
import io.github.raspspring.engine.event.EventDimension;
import io.github.raspspring.engine.event.EventOutlet;
import io.github.raspspring.engine.event.EventPage;
import io.github.raspspring.engine.event.EventQuery;
import io.github.raspspring.engine.event.EventRecord;
import org.jspecify.annotations.Nullable;

/**
 * Keeps events in a database. All its statements run on threads that work for no request,
 * so that the product neither judges nor learns them. While the database is lost, those
 * who ask are told what memory has. Thread-safe.
 */
public final class DatabaseArchive implements EventArchive, EventOutlet {

	private static final Duration PRUNED_EVERY = Duration.ofMinutes(10);

	private static final int MOST_WAITING = 16;

	private final ConnectionSource database;

	private final ArchiveSettings settings;

	private final EventArchive memory;

	private final Clock clock;

	private final ArchiveWriter writer = new ArchiveWriter();

	private final RecordReader reader = new RecordReader();

	private final ThreadPoolExecutor readers;

	private volatile boolean ready;

	private Instant nextPruning = Instant.MIN;

	/**
	 * Create an archive. The tables are created with the first event.
	 * @param database where they are
	 * @param settings how much is kept
	 * @param memory what is asked while the database is lost
	 * @param clock tells the time
	 */
	public DatabaseArchive(ConnectionSource database, ArchiveSettings settings, EventArchive memory, Clock clock) {
		this.database = database;
		this.settings = settings;
		this.memory = memory;
		this.clock = clock;
		this.readers = new ThreadPoolExecutor(1, 1, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING),
				(task) -> {
					Thread thread = new Thread(task, "rasp-event-queries");
					thread.setDaemon(true);
					thread.setContextClassLoader(DatabaseArchive.class.getClassLoader());
					return thread;
				});
		this.readers.allowCoreThreadTimeOut(true);
	}

	@Override
	public String name() {
		return "database";
	}

	@Override
	public void write(List<EventRecord> events) throws SQLException {
		try (Connection connection = open()) {
			connection.setAutoCommit(false);
			try {
				this.writer.write(connection, events);
				prune(connection);
				connection.commit();
			}
			catch (SQLException | RuntimeException ex) {
				connection.rollback();
				throw ex;
			}
			finally {
				connection.setAutoCommit(true);
			}
		}
	}

	private Connection open() throws SQLException {
		Connection connection = this.database.connect();
		if (this.settings.initialize() && !this.ready) {
			try {
				ArchiveTables.create(connection);
				this.ready = true;
			}
			catch (SQLException ex) {
				connection.close();
				throw ex;
			}
		}
		return connection;
	}

	/**
	 * Forget what is too old, or too much.
	 */
	private void prune(Connection connection) throws SQLException {
		Instant now = this.clock.instant();
		if (now.isBefore(this.nextPruning)) {
			return;
		}
		this.nextPruning = now.plus(PRUNED_EVERY);
		try (PreparedStatement old = connection.prepareStatement("delete from rasp_event where last_at < ?");
				PreparedStatement many = connection.prepareStatement(
						"delete from rasp_event where position <= (select max(position) from rasp_event) - ?");
				PreparedStatement orphans = connection.prepareStatement("delete from rasp_event_finding "
						+ "where not exists (select 1 from rasp_event e where e.reference = rasp_event_finding.reference)")) {
			old.setLong(1, now.minus(this.settings.retention()).toEpochMilli());
			old.executeUpdate();
			many.setLong(1, this.settings.maximum());
			many.executeUpdate();
			orphans.executeUpdate();
		}
	}

	@Override
	public EventPage find(EventQuery query) {
		EventPage page = ask((connection) -> find(connection, query));
		return (page != null) ? page : this.memory.find(query.after(null));
	}

	private EventPage find(Connection connection, EventQuery query) throws SQLException {
		List<EventRecord> found = new ArrayList<>();
		String next = null;
		long last = 0;
		try (PreparedStatement statement = new ArchiveQuery(query).page(connection, before(query.after()),
				query.limit() + 1); ResultSet rows = statement.executeQuery()) {
			while (rows.next()) {
				if (found.size() == query.limit()) {
					next = Long.toString(last);
					break;
				}
				last = rows.getLong(1);
				found.add(this.reader.read(rows.getString(4), rows.getLong(2), Instant.ofEpochMilli(rows.getLong(3))));
			}
		}
		return new EventPage(found, next);
	}

	@Override
	public @Nullable EventRecord get(String reference) {
		EventRecord recent = this.memory.get(reference);
		return (recent != null) ? recent : ask((connection) -> get(connection, reference));
	}

	private @Nullable EventRecord get(Connection connection, String reference) throws SQLException {
		try (PreparedStatement statement = connection
			.prepareStatement("select repeats, last_at, body from rasp_event where reference = ?")) {
			statement.setString(1, reference);
			try (ResultSet rows = statement.executeQuery()) {
				return rows.next()
						? this.reader.read(rows.getString(3), rows.getLong(1), Instant.ofEpochMilli(rows.getLong(2)))
						: null;
			}
		}
	}

	@Override
	public List<EventCount> count(EventQuery query, EventDimension dimension) {
		List<EventCount> counts = ask((connection) -> count(connection, query, dimension));
		return (counts != null) ? counts : this.memory.count(query, dimension);
	}

	private static List<EventCount> count(Connection connection, EventQuery query, EventDimension dimension)
			throws SQLException {
		List<EventCount> counts = new ArrayList<>();
		try (PreparedStatement statement = new ArchiveQuery(query).counts(connection, dimension, query.limit());
				ResultSet rows = statement.executeQuery()) {
			while (rows.next()) {
				counts.add(new EventCount(rows.getString(1), rows.getLong(2)));
			}
		}
		return counts;
	}

	private static long before(@Nullable String after) {
		try {
			return (after != null) ? Long.parseLong(after) : Long.MAX_VALUE;
		}
		catch (NumberFormatException ex) {
			throw new IllegalArgumentException("after is what an earlier answer names as next", ex);
		}
	}

	/**
	 * Ask the database, off the thread of whoever asks.
	 * @return the answer, or {@code null} if there is none
	 */
	private <T> @Nullable T ask(Question<T> question) {
		try {
			Future<T> answer = this.readers.submit(() -> {
				try (Connection connection = open()) {
					return question.ask(connection);
				}
			});
			return answer.get(this.settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof IllegalArgumentException invalid) {
				throw invalid;
			}
			return null;
		}
		catch (TimeoutException | RejectedExecutionException ex) {
			return null;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return null;
		}
	}

	@Override
	public void close() {
		this.readers.shutdownNow();
	}

	/**
	 * Something to ask the database.
	 */
	@FunctionalInterface
	private interface Question<T> {

		@Nullable T ask(Connection connection) throws SQLException;

	}

}
