package io.github.raspspring.autoconfigure.behavior;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.github.raspspring.autoconfigure.behavior.Usage.Call;
import io.github.raspspring.engine.Decision.Action;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two weeks of a shop whose clients use it twice as much in the end, and of one who does
 * a little more each day.
 */
class LearningSimulationTests {

	private static final int CLIENTS = 150;

	private static final String ROUTE = "/api/account";

	@Test
	void limitsFollowWhatAllDoAndNotWhatOneDoes() {
		Weeks quiet = new Weeks(false);
		Weeks ramped = new Weeks(true);
		quiet.run();
		ramped.run();
		System.out.println("limit by day:                 " + quiet.limits);
		System.out.println("with a client that ramps up:  " + ramped.limits);
		System.out.println("requests of that client a window, and how many were refused: " + ramped.ramp);
		assertThat(quiet.limits.get(13)).isBetween((int) (1.6 * quiet.limits.get(4)),
				(int) (2.4 * quiet.limits.get(4)));
		assertThat(quiet.throttled).isZero();
		assertThat(ramped.throttled).isZero();
		assertThat(ramped.limits).isEqualTo(quiet.limits);
		assertThat(ramped.refusedOnLastDay).isPositive();
	}

	/**
	 * Two weeks.
	 */
	private static final class Weeks {

		private final Usage usage = Usage.refusing(Map.of("rasp.behavior.adaptive.volume.minimum", "10",
				"rasp.behavior.adaptive.volume.initial", "100000"));

		private final boolean withRamp;

		private final List<Integer> limits = new ArrayList<>();

		private final List<String> ramp = new ArrayList<>();

		private int throttled;

		private int refusedOnLastDay;

		Weeks(boolean withRamp) {
			this.withRamp = withRamp;
		}

		void run() {
			Instant midnight = this.usage.instant();
			for (int day = 0; day < 14; day++) {
				day(day, midnight.plus(Duration.ofDays(day)));
				this.usage.at(midnight.plus(Duration.ofDays(day + 1)).minusSeconds(60));
				this.limits.add(this.usage.volumeLimit("GET", ROUTE));
			}
		}

		private void day(int day, Instant from) {
			// Each client has its own habit: the same random numbers each day.
			Random random = new Random(4);
			double growth = 1 + Math.min(1, Math.max(0, (day - 4) / 7.0));
			List<Step> steps = new ArrayList<>();
			for (int client = 0; client < CLIENTS; client++) {
				int requests = (int) (growth * (8 + random.nextInt(12)));
				Instant start = from.plusSeconds(random.nextInt(60_000));
				String user = "user" + client;
				for (int i = 0; i < requests; i++) {
					steps.add(new Step(start.plusSeconds(4L * i), user, "10.0." + client + ".1"));
				}
			}
			int ramp = (int) (30 * Math.pow(1.2, day));
			for (int i = 0; this.withRamp && i < ramp; i++) {
				steps.add(new Step(from.plusSeconds(36_000).plusMillis(500_000L * i / ramp), "mallory", "192.0.2.9"));
			}
			send(steps, ramp);
		}

		private void send(List<Step> steps, int ramp) {
			steps.sort(Comparator.comparing(Step::at));
			int refused = 0;
			for (Step step : steps) {
				this.usage.at(step.at());
				Action action = this.usage.send(Call.get(ROUTE, ROUTE, 200).as(step.user()).from(step.address()));
				boolean isRefused = action == Action.THROTTLE || action == Action.BLOCK;
				if (step.user().equals("mallory")) {
					refused += isRefused ? 1 : 0;
				}
				else {
					this.throttled += isRefused ? 1 : 0;
				}
			}
			this.ramp.add(ramp + "/" + refused);
			this.refusedOnLastDay = refused;
		}

	}

	/**
	 * One request.
	 */
	private record Step(Instant at, String user, String address) {

	}

}
