package io.github.raspspring.policy.advice;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.github.raspspring.engine.Decision;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.Outcome;

/**
 * What was seen of a route. Thread-safe.
 */
final class RouteEvidence {

	private static final int MOST_DAYS = 400;

	private static final int MOST_DETECTORS = 100;

	private static final long SECONDS_OF_DAY = 24 * 60 * 60;

	private final RouteKey key;

	private final Set<Long> days = new HashSet<>();

	private final Map<String, DetectorEvidence> detectors = new TreeMap<>();

	private long lastDay = Long.MIN_VALUE;

	private long requests;

	private long served;

	private long refusedInBlockMode;

	private String policy = "";

	private EnforcementMode mode = EnforcementMode.OFF;

	RouteEvidence(RouteKey key) {
		this.key = key;
	}

	synchronized void add(Inspection inspection, Outcome outcome) {
		this.requests++;
		this.policy = inspection.policy().id();
		this.mode = inspection.policy().mode();
		Decision decision = outcome.decision();
		boolean served = outcome.status() < 400 || decision.refuses();
		this.served += served ? 1 : 0;
		if (served) {
			servedOn(Math.floorDiv(inspection.startedAt().getEpochSecond(), SECONDS_OF_DAY));
		}
		boolean refused = decision.inBlockMode() == Decision.Action.BLOCK;
		this.refusedInBlockMode += refused ? 1 : 0;
		for (Finding finding : decision.findings()) {
			if (this.detectors.containsKey(finding.detector()) || this.detectors.size() < MOST_DETECTORS) {
				this.detectors.computeIfAbsent(finding.detector(), (name) -> new DetectorEvidence())
					.add(inspection, finding, served);
			}
		}
	}

	private void servedOn(long day) {
		if (day != this.lastDay && this.days.size() < MOST_DAYS) {
			this.days.add(day);
		}
		this.lastDay = day;
	}

	/**
	 * Return what would take the route to mode block.
	 */
	synchronized Promotion promotion(AdviceSettings settings) {
		List<String> watched = new ArrayList<>();
		List<String> parameters = new ArrayList<>();
		this.detectors.forEach((name, evidence) -> {
			if (!evidence.isReady(settings)) {
				watched.add(name);
				parameters.addAll(evidence.suspected(settings));
			}
		});
		return new Promotion(this.key.method(), this.key.template(), this.policy, verdict(settings, watched), watched,
				parameters.stream().distinct().toList());
	}

	private Promotion.Verdict verdict(AdviceSettings settings, List<String> watched) {
		if (this.mode == EnforcementMode.BLOCK) {
			return Promotion.Verdict.BLOCKS;
		}
		if (this.served < settings.requests() || this.days.size() < settings.days()) {
			return Promotion.Verdict.WATCH;
		}
		return watched.isEmpty() ? Promotion.Verdict.PROMOTE : Promotion.Verdict.PROMOTE_IN_PART;
	}

	synchronized Map<String, Object> describe(AdviceSettings settings) {
		Promotion promotion = promotion(settings);
		Map<String, Object> description = new LinkedHashMap<>();
		description.put("method", this.key.method());
		description.put("route", this.key.template());
		description.put("policy", this.policy);
		description.put("mode", this.mode);
		description.put("advice", promotion.verdict());
		description.put("because", because(promotion, settings));
		description.put("requests", this.requests);
		description.put("served", this.served);
		description.put("days", this.days.size());
		description.put("refusedInBlockMode", this.refusedInBlockMode);
		Map<String, Object> seen = new LinkedHashMap<>();
		this.detectors.forEach((name, evidence) -> seen.put(name, evidence.describe(settings)));
		description.put("detectors", seen);
		return description;
	}

	private String because(Promotion promotion, AdviceSettings settings) {
		return switch (promotion.verdict()) {
			case BLOCKS -> "The route is in mode block.";
			case WATCH -> "Served are " + this.served + " requests of " + settings.requests() + " on "
					+ this.days.size() + " days of " + settings.days() + ".";
			case PROMOTE -> "Enough was seen, and what was found was sent by few callers or not served.";
			case PROMOTE_IN_PART -> "Callers that are served cause findings of "
					+ String.join(", ", promotion.watched()) + " in " + promotion.where() + ".";
		};
	}

}
