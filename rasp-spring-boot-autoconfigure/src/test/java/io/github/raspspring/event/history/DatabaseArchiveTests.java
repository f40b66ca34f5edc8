package io.github.raspspring.event.history;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import io.github.raspspring.engine.event.EventCount;
import io.github.raspspring.engine.event.EventDimension;
import io.github.raspspring.engine.event.EventPage;
import io.github.raspspring.engine.event.EventQuery;
import io.github.raspspring.engine.event.EventRecord;
import io.github.raspspring.event.EventHistory;
import io.github.raspspring.event.EventSamples;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The same in both databases, and as in memory.
 */
class DatabaseArchiveTests {

	private static EmbeddedPostgres postgres;

	private final List<DatabaseArchive> open = new ArrayList<>();

	@BeforeAll
	static void start() throws IOException {
		postgres = EmbeddedPostgres.start();
	}

	@AfterAll
	static void stop() throws IOException {
		postgres.close();
	}

	@AfterEach
	void close() {
		this.open.forEach(DatabaseArchive::close);
	}

	@ParameterizedTest
	@EnumSource
	void findWhenAskedByAnyOfItThenFindsIt(Database database) throws SQLException {
		DatabaseArchive archive = archive(database, Duration.ofDays(1), 1000, Instant.EPOCH);
		archive.write(List.of(EventSamples.record("attack"),
				EventSamples.recorder().record(EventSamples.limited("limited", "192.0.2.2")),
				EventSamples.recorder().record(EventSamples.hostile("hostile"))));
		assertThat(found(archive, query("block", null, null, null))).containsExactly("hostile", "attack");
		assertThat(found(archive, query("limited", null, null, null))).containsExactly("limited");
		assertThat(found(archive, query(null, "192.0.2.2", null, null))).containsExactly("limited");
		assertThat(found(archive, query(null, null, "tautology", "title"))).containsExactly("attack");
		assertThat(found(archive, query(null, null, "sql-sink.tautology", "query:title"))).containsExactly("attack");
		assertThat(found(archive, query(null, null, "t_utology", null))).isEmpty();
		assertThat(found(archive, query(null, "x' or '1'='1", null, null))).isEmpty();
		assertThat(found(archive, EventQuery.between(Instant.EPOCH.plusSeconds(1), null, 10))).isEmpty();
		assertThat(archive.get("attack")).isEqualTo(EventSamples.record("attack"));
		assertThat(archive.get("unknown")).isNull();
	}

	@ParameterizedTest
	@EnumSource
	void countWhenEventsRepeatThenCountsThem(Database database) throws SQLException {
		DatabaseArchive archive = archive(database, Duration.ofDays(1), 1000, Instant.EPOCH);
		EventRecord attack = EventSamples.record("attack");
		archive.write(List.of(attack, EventSamples.record("other")));
		archive.write(List.of(attack.repeated(9, Instant.EPOCH.plusSeconds(5))));
		EventQuery all = EventQuery.latest(10);
		assertThat(archive.count(all, EventDimension.RULE)).containsExactly(new EventCount("sql-sink.tautology", 11));
		assertThat(archive.count(all, EventDimension.PARAMETER)).containsExactly(new EventCount("query:title", 11));
		assertThat(archive.count(all, EventDimension.ROUTE)).containsExactly(new EventCount("/api/books", 11));
		assertThat(archive.count(all, EventDimension.OUTCOME)).containsExactly(new EventCount("blocked", 11));
		assertThat(archive.get("attack")).satisfies((event) -> assertThat(event.times()).isEqualTo(10));
	}

	@ParameterizedTest
	@EnumSource
	void findWhenThereIsMoreThenPagesGoOn(Database database) throws SQLException {
		DatabaseArchive archive = archive(database, Duration.ofDays(1), 1000, Instant.EPOCH);
		for (int i = 0; i < 7; i++) {
			archive.write(List.of(EventSamples.record("r" + i)));
			archive.write(List.of(EventSamples.record("r" + i)));
		}
		List<String> all = new ArrayList<>();
		String next = null;
		do {
			EventPage page = archive.find(EventQuery.latest(3).after(next));
			page.events().forEach((event) -> all.add(event.reference()));
			next = page.next();
		}
		while (next != null);
		assertThat(all).containsExactly("r6", "r5", "r4", "r3", "r2", "r1", "r0");
	}

	@ParameterizedTest
	@EnumSource
	void writeWhenEventsAreOldOrManyThenForgetsThem(Database database) throws SQLException {
		archive(database, Duration.ofDays(1), 1000, Instant.EPOCH).write(List.of(EventSamples.record("old")));
		DatabaseArchive later = archive(database, Duration.ofDays(30), 2, Instant.EPOCH, false);
		later.write(List.of(EventSamples.record("a"), EventSamples.record("b"), EventSamples.record("c")));
		assertThat(found(later, EventQuery.latest(10))).containsExactly("c", "b");
		DatabaseArchive muchLater = archive(database, Duration.ofDays(30), 1000,
				Instant.EPOCH.plus(Duration.ofDays(31)), false);
		muchLater.write(List.of(EventSamples.record("d")));
		assertThat(found(muchLater, EventQuery.latest(10))).isEmpty();
	}

	@Test
	void findWhenDatabaseIsLostThenMemoryAnswers() {
		EventHistory memory = new EventHistory(10);
		memory.add(EventSamples.attack("kept", "192.0.2.1"), EventSamples.record("kept"));
		DatabaseArchive archive = new DatabaseArchive(() -> {
			throw new SQLException("lost");
		}, new ArchiveSettings(true, Duration.ofDays(1), 10, Duration.ofSeconds(5)), memory, Clock.systemUTC());
		this.open.add(archive);
		assertThat(found(archive, EventQuery.latest(10))).containsExactly("kept");
		assertThat(archive.count(EventQuery.latest(10), EventDimension.TYPE)).hasSize(1);
		assertThat(archive.get("kept")).isNotNull();
	}

	private static List<String> found(DatabaseArchive archive, EventQuery query) {
		return archive.find(query).events().stream().map(EventRecord::reference).toList();
	}

	private static EventQuery query(String action, String client, String rule, String parameter) {
		return new EventQuery(null, null, null, action, null, client, null, null, rule, parameter, null, 10);
	}

	private DatabaseArchive archive(Database database, Duration retention, long maximum, Instant now)
			throws SQLException {
		return archive(database, retention, maximum, now, true);
	}

	private DatabaseArchive archive(Database database, Duration retention, long maximum, Instant now, boolean anew)
			throws SQLException {
		if (anew) {
			try (Connection connection = database.connect()) {
				connection.createStatement().execute("drop table if exists rasp_event");
				connection.createStatement().execute("drop table if exists rasp_event_finding");
			}
		}
		DatabaseArchive archive = new DatabaseArchive(database::connect,
				new ArchiveSettings(true, retention, maximum, Duration.ofSeconds(20)), new EventHistory(1),
				Clock.fixed(now, ZoneOffset.UTC));
		this.open.add(archive);
		return archive;
	}

	enum Database {

		H2 {

			@Override
			Connection connect() throws SQLException {
				return DriverManager.getConnection("jdbc:h2:mem:event-archive;DB_CLOSE_DELAY=-1");
			}

		},

		POSTGRESQL {

			@Override
			Connection connect() throws SQLException {
				return DriverManager.getConnection(postgres.getJdbcUrl("postgres", "postgres"));
			}

		};

		abstract Connection connect() throws SQLException;

	}

}
