package io.github.raspspring.autoconfigure.behavior;

import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.github.raspspring.autoconfigure.EventReferences;
import io.github.raspspring.autoconfigure.behavior.RaspBehaviorProperties.Adaptive;
import io.github.raspspring.autoconfigure.behavior.RaspBehaviorProperties.LimitBounds;
import io.github.raspspring.behavior.BehaviorMonitor;
import io.github.raspspring.behavior.BehaviorSection;
import io.github.raspspring.behavior.ClientProfiles;
import io.github.raspspring.behavior.LearningSettings;
import io.github.raspspring.behavior.LearningSettings.Bounds;
import io.github.raspspring.behavior.LearntLimit;
import io.github.raspspring.behavior.RouteModels;
import io.github.raspspring.behavior.Trends;
import io.github.raspspring.behavior.health.EndpointHealth;
import io.github.raspspring.engine.ClientScores;
import io.github.raspspring.engine.EndpointSection;
import io.github.raspspring.engine.event.AnomalyObserved;
import io.github.raspspring.engine.event.SecurityEventPublisher;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * Puts together what looks at usage.
 */
final class BehaviorAssembly {

	/** Spans of time after which a trend is known. */
	private static final int WARM_UP = 10;

	private final RouteModels routes;

	private final BehaviorMonitor monitor;

	private final UsageRules rules;

	BehaviorAssembly(RaspBehaviorProperties properties, List<String> apiKeyHeaders, ClientScores scores,
			SecurityEventPublisher publisher, Clock clock) {
		Trends.Alarm alarm = (source, target, detail, clients) -> publisher
			.publish(new AnomalyObserved(EventReferences.next(), clock.instant(), source, target, detail, clients));
		this.routes = new RouteModels(learning(properties.adaptive()));
		this.rules = new UsageRules(properties, apiKeyHeaders, alarm);
		Trends trends = new Trends(new Trends.Settings(properties.trend().minimum(), properties.trend().deviations(),
				properties.trend().alert().toMillis(), WARM_UP), alarm);
		this.monitor = new BehaviorMonitor(new ClientProfiles(properties.maxClients()), this.routes, trends,
				this.rules.rules(), scores, clock, properties.window().toMillis());
	}

	BehaviorMonitor monitor() {
		return this.monitor;
	}

	RouteModels routes() {
		return this.routes;
	}

	EndpointSection section() {
		EndpointHealth health = this.rules.health();
		return new BehaviorSection(this.monitor, (health != null) ? health::describe : Map::of,
				this.rules.unconfigured());
	}

	private static LearningSettings learning(Adaptive adaptive) {
		Map<LearntLimit.Kind, Bounds> bounds = new EnumMap<>(LearntLimit.Kind.class);
		bounds.put(LearntLimit.Kind.VOLUME, bounds("volume", adaptive.volume(), 2_000, 60, 100_000));
		bounds.put(LearntLimit.Kind.OBJECTS, bounds("objects", adaptive.objects(), 150, 50, 10_000));
		bounds.put(LearntLimit.Kind.OBJECTS_PER_DAY,
				bounds("objects-per-day", adaptive.objectsPerDay(), 500, 100, 100_000));
		bounds.put(LearntLimit.Kind.KILOBYTES, bounds("kilobytes", adaptive.kilobytes(), 200_000, 10_000, 2_000_000));
		return new LearningSettings(adaptive.stage(), adaptive.percentile(), adaptive.factor(), adaptive.minSessions(),
				adaptive.minAge(), adaptive.shadow(), adaptive.rise(), adaptive.fall(), adaptive.networkShare(),
				bounds);
	}

	private static Bounds bounds(String name, @Nullable LimitBounds set, int initial, int minimum, int maximum) {
		int first = (set != null && set.initial() != null) ? set.initial() : initial;
		int least = (set != null && set.minimum() != null) ? set.minimum() : minimum;
		int most = (set != null && set.maximum() != null) ? set.maximum() : maximum;
		try {
			return new Bounds(first, least, most);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidConfigurationPropertyValueException(
					RaspBehaviorProperties.PREFIX + "adaptive." + name + ".minimum", least, ex.getMessage() + ".");
		}
	}

}
