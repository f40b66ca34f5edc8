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

	private int requests;

	private int failures;

	private int denials;

	private double logMicros;

	private double logBytes;

	private int measured;

	private long start;

	private final Usual failureShare = new Usual();

	private final Usual denialShare = new Usual();

	private final Usual time = new Usual();

	private final Usual size = new Usual();

	private int windows;

	private int unusual;

	private String state = "nothing is known yet";

	void count(Inspection inspection, Outcome outcome) {
		double micros = Math.log(1 + outcome.duration().toNanos() / 1000.0);
		boolean failed = outcome.status() >= 500;
		boolean denied = outcome.status() >= 400 && !failed;
		boolean causes;
		synchronized (this) {
			this.requests++;
			this.failures += failed ? 1 : 0;
			this.denials += denied ? 1 : 0;
			this.logMicros += micros;
			double bytes = (outcome.bytes() >= 0) ? Math.log(1.0 + outcome.bytes()) : 0;
			if (outcome.bytes() >= 0) {
				this.measured++;
				this.logBytes += bytes;
			}
			boolean slow = this.windows > 0 && micros > this.time.mean + 1;
			boolean large = this.windows > 0 && bytes > this.size.mean + 1;
			causes = failed || denied || slow || large;
		}
		if (causes) {
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
		if (this.requests >= settings.minRequests()) {
			judge(route, settings, alarm);
		}
		this.requests = 0;
		this.failures = 0;
		this.denials = 0;
		this.logMicros = 0;
		this.logBytes = 0;
		this.measured = 0;
		this.causers.take(0);
	}

	private void judge(String route, HealthSettings settings, Trends.Alarm alarm) {
		double failed = this.failures / (double) this.requests;
		double denied = this.denials / (double) this.requests;
		double micros = this.logMicros / this.requests;
		double bytes = (this.measured > 0) ? this.logBytes / this.measured : this.size.mean;
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
