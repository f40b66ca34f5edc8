package io.github.raspspring.token.use;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.raspspring.engine.Decision;
import io.github.raspspring.token.TokenCheck;
import io.github.raspspring.token.TokenKey;
import io.github.raspspring.token.TokenUse;
import io.github.raspspring.token.UseRule;
import io.github.raspspring.token.Violation;
import io.github.raspspring.token.use.GeoResolver.Position;
import org.jspecify.annotations.Nullable;

/**
 * A subject that is far from where it was a moment ago. Distances that errors of location
 * explain are left alone. CWE-294.
 */
final class TravelRule implements UseRule {

	private static final double NEARBY_KILOMETERS = 300;

	private static final double KILOMETERS_PER_HOUR = 1000;

	private final GeoResolver geo;

	private final Clock clock;

	private final Cache<TokenKey, Stay> stays;

	TravelRule(GeoResolver geo, int maximumEntries, Clock clock) {
		this.geo = geo;
		this.clock = clock;
		this.stays = Caffeine.newBuilder().maximumSize(maximumEntries).expireAfterWrite(Duration.ofDays(1)).build();
	}

	@Override
	public void check(TokenUse use, Consumer<Violation> violations) {
		TokenKey subject = subject(use);
		Stay last = (subject != null) ? this.stays.getIfPresent(subject) : null;
		Position here = (last != null) ? this.geo.locate(use.inspection().client().address()) : null;
		if (last == null || here == null) {
			return;
		}
		double kilometers = last.position().kilometersTo(here);
		double hours = Duration.between(last.moment(), this.clock.instant()).toSeconds() / 3600.0;
		if (kilometers > NEARBY_KILOMETERS && kilometers > hours * KILOMETERS_PER_HOUR) {
			violations.accept(Violation.of(TokenCheck.IMPOSSIBLE_TRAVEL,
					Math.round(kilometers) + " km in " + Math.round(hours * 60) + " minutes"));
		}
	}

	@Override
	public void decided(TokenUse use, Decision decision) {
		TokenKey subject = subject(use);
		Position here = (subject != null && !decision.refuses()) ? this.geo.locate(use.inspection().client().address())
				: null;
		if (subject != null && here != null) {
			this.stays.put(subject, new Stay(here, this.clock.instant()));
		}
	}

	private static @Nullable TokenKey subject(TokenUse use) {
		String subject = use.token().text("sub");
		return (subject != null) ? TokenKey.of("sub", use.token().text("iss"), subject) : null;
	}

	/**
	 * Where a subject was when.
	 */
	private record Stay(Position position, Instant moment) {

	}

}
