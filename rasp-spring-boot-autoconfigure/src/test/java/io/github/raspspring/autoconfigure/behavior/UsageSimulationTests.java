package io.github.raspspring.autoconfigure.behavior;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntFunction;

import io.github.raspspring.autoconfigure.behavior.Usage.Call;
import io.github.raspspring.engine.Decision.Action;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Ten scripted attackers among a thousand honest sessions of mixed habits, through the
 * real pipeline with its detectors, scores and ladder.
 */
class UsageSimulationTests {

	private static final Duration BEGIN = Duration.ofHours(2);

	private final Random random = new Random(17);

	private final Usage usage = Usage
		.refusing(Map.of("rasp.behavior.adaptive.min-age", "1h", "rasp.behavior.adaptive.shadow", "30m",
				"rasp.behavior.account-creation.patterns", "/signup", "rasp.behavior.sequences[0].pattern", "/checkout",
				"rasp.behavior.sequences[0].after", "/cart", "rasp.behavior.sequences[0].at-least", "2s"));

	private final PriorityQueue<Due> queue = new PriorityQueue<>(
			Comparator.comparing(Due::at).thenComparingInt(Due::number));

	private final Map<String, Tally> attackers = new TreeMap<>();

	private final Map<String, Tally> sessions = new HashMap<>();

	private final Instant start = this.usage.instant();

	private int scheduled;

	@Test
	void attackersAreStoppedAndHonestSessionsAreServed() {
		for (int i = 0; i < 1000; i++) {
			honest(i);
		}
		attack();
		while (!this.queue.isEmpty()) {
			Due due = this.queue.poll();
			this.usage.at(due.at());
			due.tally().note(this.usage.send(due.call()));
		}
		this.attackers.forEach((name, tally) -> System.out.println(name + ": " + tally));
		long blocked = this.sessions.values().stream().filter((tally) -> tally.blocked > 0).count();
		long throttled = this.sessions.values().stream().filter((tally) -> tally.throttled > 0).count();
		long requests = this.sessions.values().stream().mapToLong((tally) -> tally.sent).sum();
		System.out.println("honest sessions: " + this.sessions.size() + " with " + requests + " requests, blocked "
				+ blocked + ", throttled " + throttled);
		this.sessions.forEach((name, tally) -> {
			if (tally.blocked + tally.throttled > 0) {
				System.out.println("suffered " + name + ": " + tally);
			}
		});
		this.usage.anomalies()
			.forEach((anomaly) -> System.out.println("reported at " + Duration.between(this.start, anomaly.occurredAt())
					+ ": " + anomaly.target() + ", " + anomaly.detail() + " " + anomaly.clients()));
		assertThat(this.sessions).hasSize(1000);
		assertThat(blocked).isZero();
		assertThat(throttled).isLessThanOrEqualTo(1);
		this.attackers.forEach((name, tally) -> {
			if (name.startsWith("distributed")) {
				assertThat(tally.isStopped()).as(name).isFalse();
			}
			else {
				assertThat(tally.isStopped()).as(name + ": " + tally).isTrue();
			}
		});
		Instant slowly = this.start.plus(Duration.ofHours(5));
		assertThat(this.usage.anomalies()).anySatisfy((anomaly) -> {
			assertThat(anomaly.occurredAt()).isAfter(slowly);
			assertThat(anomaly.target()).isEqualTo("failed logins");
			assertThat(anomaly.clients()).isNotEmpty();
		});
	}

	private void attack() {
		attack("enumeration, fast", 400, BEGIN, 500, (i) -> order(1000 + i, (i % 3 == 0) ? 200 : 404).as("bob"));
		attack("enumeration, slow", 240, BEGIN, 60_000,
				(i) -> order(50_000 + i, (i % 3 == 0) ? 200 : 404).as("eve").from("198.51.100.9"));
		attack("stuffing, one address", 200, BEGIN, 2000, (i) -> Call.login("victim" + i, false).from("198.51.100.20"));
		for (int address = 0; address < 50; address++) {
			String from = "198.18." + address + ".1";
			int first = 1000 * address;
			attack("stuffing, fifty addresses/" + address, 100, BEGIN.plusMillis(100 * address), 6000,
					(i) -> Call.login("leaked" + (first + i), false).from(from));
		}
		attack("scraping", 600, BEGIN, 1000,
				(i) -> Call.get("/api/books", "/api/books", 200)
					.query("page", Integer.toString(i))
					.bytes(80_000)
					.from("198.51.100.30"));
		attack("probing", 120, BEGIN, 1000,
				(i) -> Call.get("/old/backup" + i + ".php", "/**", 404).from("198.51.100.40"));
		attack("token forging", 120, BEGIN, 500,
				(i) -> Call.get("/api/account", "/api/account", 200).token("forged" + i).from("198.51.100.50"));
		attack("sequence skipping", 60, BEGIN, 3000,
				(i) -> Call.post("/checkout", 200).as("mallory").from("198.51.100.60"));
		attack("account creation", 80, BEGIN, 5000, (i) -> Call.post("/signup", 201).from("198.51.100.70"));
		attack("flood", 3000, BEGIN, 100, (i) -> Call.get("/api/account", "/api/account", 200).as("trudy"));
		for (int address = 0; address < 200; address++) {
			String from = "203.0." + address + ".9";
			String account = "sleeper" + address + "-";
			attack("distributed low-and-slow/" + address, 8, Duration.ofHours(5).plusSeconds(6 * address),
					Duration.ofMinutes(20).toMillis(), (i) -> Call.login(account + i, false).from(from));
		}
	}

	private void attack(String name, int requests, Duration from, long every, IntFunction<Call> script) {
		int slash = name.indexOf('/');
		Tally tally = this.attackers.computeIfAbsent((slash > 0) ? name.substring(0, slash) : name,
				(unknown) -> new Tally());
		tally.parts++;
		for (int i = 0; i < requests; i++) {
			schedule(from.plusMillis(every * i), script.apply(i), tally);
		}
	}

	/**
	 * One session out of eight habits; each tenth one is behind the address of an office.
	 */
	private void honest(int number) {
		String name = "session" + number;
		Tally tally = new Tally();
		this.sessions.put(name, tally);
		String user = "user" + number;
		boolean office = number % 10 == 0;
		String address = office ? "203.0.113." + (number % 3) : "10." + number / 200 + "." + number % 200 + ".7";
		Duration at = Duration.ofSeconds(this.random.nextInt(6 * 3600));
		switch (number % 8) {
			case 0, 1 -> shops(user, address, at, tally);
			case 2 -> reads(address, at, tally);
			case 3 -> polls(user, address, at, tally);
			case 4 -> travels(user, number, at, tally);
			case 5 -> opensAllOrders(user, number, address, at, tally);
			case 6 -> followsOldLinks(user, address, at, tally);
			default -> comesBackLate(user, address, at, tally);
		}
	}

	private Duration login(String user, String address, Duration at, Tally tally) {
		int typos = (this.random.nextInt(10) < 2) ? 1 + this.random.nextInt(2) : 0;
		Duration time = at;
		for (int i = 0; i <= typos; i++) {
			schedule(time, Call.login(user, i == typos).from(address), tally);
			time = time.plusSeconds(4);
		}
		return time;
	}

	private void shops(String user, String address, Duration at, Tally tally) {
		Duration time = login(user, address, at, tally);
		for (int i = 0; i < 20 + this.random.nextInt(30); i++) {
			schedule(time, book(this.random.nextInt(5000)).as(user).from(address), tally);
			time = time.plusSeconds(3 + this.random.nextInt(20));
		}
		schedule(time, Call.post("/cart", 200).as(user).from(address), tally);
		schedule(time.plusSeconds(15), Call.post("/checkout", 200).as(user).from(address), tally);
	}

	private void reads(String address, Duration at, Tally tally) {
		Duration time = at;
		for (int i = 0; i < 30; i++) {
			schedule(time,
					(i % 5 == 0) ? Call.get("/api/books", "/api/books", 200)
						.query("page", Integer.toString(i))
						.bytes(40_000)
						.from(address) : book(this.random.nextInt(5000)).from(address),
					tally);
			time = time.plusSeconds(2 + this.random.nextInt(15));
		}
	}

	private void polls(String user, String address, Duration at, Tally tally) {
		for (int i = 0; i < 90; i++) {
			schedule(at.plusSeconds(10L * i), Call.get("/api/account", "/api/account", 200).as(user).from(address),
					tally);
		}
	}

	private void travels(String user, int number, Duration at, Tally tally) {
		for (int i = 0; i < 40; i++) {
			String address = "172.16." + number % 250 + "." + i / 15;
			schedule(at.plusSeconds(12L * i), book(this.random.nextInt(5000)).as(user).from(address), tally);
		}
	}

	private void opensAllOrders(String user, int number, String address, Duration at, Tally tally) {
		Duration time = login(user, address, at, tally);
		for (int i = 0; i < 12; i++) {
			schedule(time, order(100_000L + 12L * number + i, 200).as(user).from(address), tally);
			schedule(time.plusSeconds(2), order(100_000L + 12L * number + i, 200).as(user).from(address), tally);
			time = time.plusSeconds(4);
		}
		for (int i = 0; i < 250; i++) {
			schedule(time.plusSeconds(2L * i), order(100_000L + 12L * number, 200).as(user).from(address), tally);
		}
	}

	private void followsOldLinks(String user, String address, Duration at, Tally tally) {
		Duration time = login(user, address, at, tally);
		for (int i = 0; i < 10; i++) {
			schedule(time, Call.get("/static/old" + i + ".png", "/**", 404).as(user).from(address), tally);
			schedule(time, Call.get("/old-page" + i % 6, "/**", 404).as(user).from(address), tally);
			time = time.plusSeconds(3);
		}
	}

	private void comesBackLate(String user, String address, Duration at, Tally tally) {
		for (int i = 0; i < 12; i++) {
			schedule(at.plusMillis(50L * i),
					Call.get("/api/widgets" + i, "/api/widgets" + i, 200).token("expired-of-" + user).from(address),
					tally);
		}
		schedule(at.plusSeconds(20), Call.post("/signup", 201).from(address), new Tally());
		shops(user, address, at.plusSeconds(30), tally);
	}

	private static Call book(int id) {
		return Call.get("/api/books/" + id, "/api/books/{id}", 200);
	}

	private static Call order(long id, int status) {
		return Call.get("/api/orders/" + id, "/api/orders/{id}", status);
	}

	private void schedule(Duration after, Call call, Tally tally) {
		this.queue.add(new Due(this.start.plus(after), this.scheduled++, call, tally));
	}

	/**
	 * A request that is still to come.
	 */
	private record Due(Instant at, int number, Call call, Tally tally) {

	}

	/**
	 * What became of the requests of one client.
	 */
	private static final class Tally {

		private static final int STOPPED = 20;

		private final List<Boolean> last = new ArrayList<>();

		private int parts;

		private int sent;

		private int served;

		private int throttled;

		private int blocked;

		private int servedBefore;

		void note(Action action) {
			boolean refused = action == Action.BLOCK || action == Action.THROTTLE;
			this.sent++;
			this.served += refused ? 0 : 1;
			this.throttled += (action == Action.THROTTLE) ? 1 : 0;
			this.blocked += (action == Action.BLOCK) ? 1 : 0;
			this.servedBefore += (this.throttled + this.blocked == 0) ? 1 : 0;
			this.last.add(refused);
		}

		/**
		 * Stopped is who gets nothing any more in the end, and got little before.
		 */
		boolean isStopped() {
			List<Boolean> end = this.last.subList(Math.max(0, this.last.size() - STOPPED), this.last.size());
			return this.sent > STOPPED && !end.contains(Boolean.FALSE);
		}

		@Override
		public String toString() {
			return (isStopped() ? "stopped" : "not stopped") + ", first refused after " + this.servedBefore
					+ " requests, served " + this.served + " of " + this.sent + ", throttled " + this.throttled
					+ ", blocked " + this.blocked;
		}

	}

}
