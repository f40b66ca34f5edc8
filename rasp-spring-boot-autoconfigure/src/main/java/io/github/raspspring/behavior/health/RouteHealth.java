package io.github.raspspring.behavior.health;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.raspspring.behavior.TopClients;
import io.github.raspspring.behavior.Trends;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.Outcome;

/**
 * One endpoint. What is unusual does not become usual before it has lasted. Thread-safe.
 */
final class RouteHealth {

	private static final int NAMED = 5;

	private static final double WEIGHT = 0.1;

	/** Windows after which what was unusual is how it is now. */
	private static final int PATIENCE = 48;

	/** Of times and sizes the logarithm counts, so that a single long one is not all. */
	private static final double SMALLEST_DRIFT = 3;

	private final TopClients causers = new TopClients();

	private final RouteTallies tallies = new RouteTallies();

	private long start;

	private final Usual failureShare = new Usual();

	private final Usual denialShare = new Usual();

	private final Usual time = new Usual();

	private final Usual size = new Usual();

	/** Logarithms above which a request is slow, or its answer large, for this route. */
	private volatile double slow = Double.MAX_VALUE;

	private volatile double large = Double.MAX_VALUE;

	private int windows;

	private int unusual;

	private String state = "nothing is known yet";

	void count(Inspection inspection, Outcome outcome) {
		int status = outcome.status();
		double micros = Logarithm.of(1 + outcome.duration().toNanos() / 1000.0);
		double bytes = (outcome.bytes() >= 0) ? Logarithm.of(1.0 + outcome.bytes()) : RouteTallies.UNMEASURED;
		this.tallies.count(status, micros, bytes);
		if (status >= 400 || micros > this.slow || bytes > this.large) {
			this.causers.add(inspection);
		}
	}

	synchronized void close(String route, long now, HealthSettings settings, Trends.Alarm alarm) {
		if (this.start == 0) {
			this.start = now;
		}
		if (now - this.start < settings.window().toMillis()) {
			return;
		}
		this.start = now;
		RouteTallies.Sum sum = this.tallies.take();
		if (sum.requests() >= settings.minRequests()) {
			judge(route, sum, settings, alarm);
			this.slow = this.time.mean + 1;
			this.large = this.size.mean + 1;
		}
		this.causers.take(0);
	}

	private void judge(String route, RouteTallies.Sum sum, HealthSettings settings, Trends.Alarm alarm) {
		double failed = sum.failures() / (double) sum.requests();
		double denied = sum.denials() / (double) sum.requests();
		double micros = sum.logMicros() / sum.requests();
		double bytes = (sum.measured() > 0) ? sum.logBytes() / sum.measured() : this.size.mean;
		boolean known = this.windows >= settings.warmUp();
		String drift = known ? drift(failed, denied, micros, bytes, settings) : "";
		if (!drift.isEmpty()) {
			this.unusual++;
			if (this.unusual == 1) {
				alarm.raise("health", route, drift, this.causers.take(NAMED));
			}
		}
		if (drift.isEmpty() || this.unusual > PATIENCE) {
			this.unusual = 0;
			this.windows++;
			double weight = Math.max(WEIGHT, 1.0 / this.windows);
			this.failureShare.learn(failed, weight);
			this.denialShare.learn(denied, weight);
			this.time.learn(micros, weight);
			this.size.learn(bytes, weight);
		}
		this.state = !drift.isEmpty() ? drift : (known ? "usual" : "learning, " + this.windows + " windows are known");
	}

	private String drift(double failed, double denied, double micros, double bytes, HealthSettings settings) {
		double log = Math.log(settings.factor());
		String drift = "";
		if (this.failureShare.isExceededBy(failed, settings.shareDrift())) {
			drift = "failures are " + percent(failed) + ", usual are " + percent(this.failureShare.mean);
		}
		else if (this.denialShare.isExceededBy(denied, settings.shareDrift())) {
			drift = "denials are " + percent(denied) + ", usual are " + percent(this.denialShare.mean);
		}
		else if (this.time.isExceededBy(micros, log)) {
			drift = "answers take " + times(micros - this.time.mean) + " times as long as usual";
		}
		else if (Math.abs(bytes - this.size.mean) > Math.max(log, SMALLEST_DRIFT * this.size.deviation())) {
			drift = "answers are " + times(bytes - this.size.mean) + " times as large as usual";
		}
		return drift;
	}

	synchronized Map<String, Object> describe() {
		Map<String, Object> shown = new LinkedHashMap<>();
		shown.put("state", this.state);
		shown.put("usualFailures", percent(this.failureShare.mean));
		shown.put("usualDenials", percent(this.denialShare.mean));
		shown.put("usualMillis", Math.round(Math.expm1(this.time.mean)) / 1000.0);
		shown.put("usualBytes", Math.round(Math.expm1(this.size.mean)));
		return shown;
	}

	private static String percent(double share) {
		return Math.round(share * 1000) / 10.0 + " %";
	}

	private static String times(double log) {
		return Double.toString(Math.round(Math.exp(log) * 10) / 10.0);
	}

	/**
	 * Mean and spread of one measure.
	 */
	private static final class Usual {

		private double mean;

		private double variance;

		void learn(double value, double weight) {
			double difference = value - this.mean;
			this.mean += weight * difference;
			this.variance = (1 - weight) * (this.variance + weight * difference * difference);
		}

		boolean isExceededBy(double value, double least) {
			return value - this.mean > Math.max(least, SMALLEST_DRIFT * deviation());
		}

		double deviation() {
			return Math.sqrt(this.variance);
		}

	}

}
