package io.github.raspspring.policy.advice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.raspspring.engine.EndpointSection;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.InspectionListener;
import io.github.raspspring.engine.Outcome;

/**
 * Watches what mode block would do to each route, and tells which routes can go there,
 * why, and by which configuration. Keeps counts and hashes of this instance, for routes
 * that the application has. Thread-safe.
 */
public final class RollOutAdvice implements InspectionListener, EndpointSection {

	private static final int MOST_ROUTES = 2_000;

	private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE",
			"QUERY");

	private final Cache<RouteKey, RouteEvidence> routes = Caffeine.newBuilder().maximumSize(MOST_ROUTES).build();

	private final AdviceSettings settings;

	private final Configuration configuration;

	/**
	 * Create the advice.
	 * @param settings when there is evidence enough
	 * @param configuration writes down what is advised
	 */
	public RollOutAdvice(AdviceSettings settings, Configuration configuration) {
		this.settings = settings;
		this.configuration = configuration;
	}

	@Override
	public boolean isImmediate() {
		return true;
	}

	@Override
	public void completed(Inspection inspection, Outcome outcome) {
		String template = inspection.route();
		if (template != null && template.startsWith("/") && !template.equals("/**")) {
			String method = inspection.method().equals("HEAD") ? "GET" : inspection.method();
			RouteKey key = new RouteKey(METHODS.contains(method) ? method : "OTHER", template);
			this.routes.get(key, RouteEvidence::new).add(inspection, outcome);
		}
	}

	/**
	 * Return what is advised for each route that was called.
	 * @return the advice in the order of the routes
	 */
	public List<Promotion> promotions() {
		return evidence().stream().map((route) -> route.promotion(this.settings)).toList();
	}

	private List<RouteEvidence> evidence() {
		return this.routes.asMap()
			.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByKey(Comparator.comparing(RouteKey::template, PatternOrder.SPECIFIC_FIRST)
				.thenComparing(RouteKey::method)))
			.map(Map.Entry::getValue)
			.toList();
	}

	@Override
	public String name() {
		return "advice";
	}

	@Override
	public Map<String, Object> overview() {
		List<Promotion> promotions = promotions();
		Map<String, Object> overview = new LinkedHashMap<>();
		overview.put("routes", promotions.size());
		overview.put("ready", promotions.stream().filter(Promotion::isDue).count());
		return overview;
	}

	@Override
	public List<String> nextSteps() {
		return promotions().stream()
			.filter(Promotion::isDue)
			.map((promotion) -> promotion.method() + ' ' + promotion.template() + " can go to mode block"
					+ (promotion.watched().isEmpty() ? ""
							: ", where " + String.join(", ", promotion.watched()) + " should go on watching "
									+ promotion.where())
					+ ": see /actuator/rasp/advice.")
			.toList();
	}

	@Override
	public Object content() {
		List<Promotion> due = promotions().stream()
			.filter(Promotion::isDue)
			.filter((promotion) -> !promotion.method().equals("OTHER"))
			.toList();
		Map<String, Object> content = new LinkedHashMap<>();
		content.put("routes", evidence().stream().map((route) -> route.describe(this.settings)).toList());
		content.put("promote", due.isEmpty() ? "" : this.configuration.promote(due, false));
		List<Promotion> parts = new ArrayList<>(due);
		parts.removeIf((promotion) -> promotion.verdict() != Promotion.Verdict.PROMOTE_IN_PART
				|| promotion.parameters().isEmpty());
		content.put("exclude", parts.isEmpty() ? "" : this.configuration.promote(due, true));
		return content;
	}

	/**
	 * Writes down what is advised, as a whole that replaces the routes that are
	 * configured now.
	 */
	@FunctionalInterface
	public interface Configuration {

		/**
		 * Write.
		 * @param due the routes to promote, the most specific first
		 * @param exclude whether to leave parameters alone that look like false alarms,
		 * rather than to let their detectors watch
		 * @return YAML
		 */
		String promote(List<Promotion> due, boolean exclude);

	}

}
