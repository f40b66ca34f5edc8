package io.github.raspspring.token.use;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.zip.CRC32C;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.raspspring.engine.Decision;
import io.github.raspspring.token.Place;
import io.github.raspspring.token.TokenCheck;
import io.github.raspspring.token.TokenKey;
import io.github.raspspring.token.TokenUse;
import io.github.raspspring.token.UseRule;
import io.github.raspspring.token.VerifiedToken;
import io.github.raspspring.token.Violation;
import io.github.raspspring.token.use.Places.Sighting;
import io.github.raspspring.token.use.Places.Turns;

/**
 * Compares where and how a token is used with where it was used before (RFC 9700, section
 * 4.10; OWASP API2). What is refused is not learnt, so a thief stays a stranger. CWE-294.
 */
final class BehaviorRule implements UseRule {

	private final BehaviorSettings settings;

	private final Clock clock;

	/** By half of the key, which keeps a hundred thousand apart and is half as big. */
	private final Cache<Long, Places> tokens;

	private final Cache<Long, Places> subjects;

	BehaviorRule(BehaviorSettings settings, Clock clock) {
		this.settings = settings;
		this.clock = clock;
		this.tokens = cache();
		this.subjects = cache();
	}

	private Cache<Long, Places> cache() {
		return Caffeine.newBuilder()
			.maximumSize(this.settings.maximumEntries())
			.expireAfterAccess(this.settings.remember())
			.executor(Runnable::run)
			.build();
	}

	@Override
	public void check(TokenUse use, Consumer<Violation> violations) {
		Place place = use.place();
		Places token = this.tokens.getIfPresent(use.key().low());
		if (token != null) {
			compare(token, use, place, violations);
			return;
		}
		TokenKey subject = subject(use.token());
		Places places = (subject != null) ? this.subjects.getIfPresent(subject.low()) : null;
		if (places != null) {
			Sighting sighting = sighting(places, place);
			if (!sighting.networkKnown() && !sighting.agentKnown()) {
				violations
					.accept(Violation.of(TokenCheck.SUBJECT_NEW_PLACE, "neither network nor agent were seen with it"));
			}
		}
	}

	private void compare(Places known, TokenUse use, Place place, Consumer<Violation> violations) {
		if (known.claims() != claims(use.token())) {
			violations.accept(Violation.of(TokenCheck.CLAIMS_CHANGED, "the payload is another"));
		}
		Sighting sighting = sighting(known, place);
		if (!sighting.networkKnown() || !sighting.agentKnown()) {
			TokenCheck check = sighting.agentKnown() ? TokenCheck.NEW_NETWORK
					: sighting.networkKnown() ? TokenCheck.NEW_AGENT : TokenCheck.NEW_NETWORK_AND_AGENT;
			violations.accept(Violation.of(check, "not seen with this token before"));
		}
		if (!sighting.networkKnown() && sighting.networks() > this.settings.networks()) {
			violations.accept(Violation.of(TokenCheck.FAN_OUT, sighting.networks() + " networks"));
		}
		turns(sighting.turns(), violations);
	}

	/**
	 * Of two who take turns the one that came first goes on, or a thief who was let pass
	 * once could shut the owner out.
	 */
	private static void turns(Turns turns, Consumer<Violation> violations) {
		switch (turns) {
			case WITH_EARLIER ->
				violations.accept(Violation.of(TokenCheck.CONCURRENT_USE, "takes turns with a place seen earlier"));
			case WITH_LATER ->
				violations.accept(Violation.noted(TokenCheck.CONCURRENT_USE, "takes turns with a place seen later"));
			case NONE -> {
			}
		}
	}

	@Override
	public void decided(TokenUse use, Decision decision) {
		if (decision.refuses()) {
			return;
		}
		Place place = use.place();
		if (learn(this.tokens, use.key().low(), () -> claims(use.token()), place)) {
			TokenKey subject = subject(use.token());
			if (subject != null) {
				learn(this.subjects, subject.low(), () -> 0, place);
			}
		}
	}

	/**
	 * Return whether the place was unknown.
	 */
	private boolean learn(Cache<Long, Places> cache, Long key, IntSupplier claims, Place place) {
		int now = second();
		Places known = cache.getIfPresent(key);
		if (known != null) {
			return known.learn(place, now);
		}
		cache.get(key, (missing) -> new Places(claims.getAsInt(), place, now)).learn(place, now);
		return true;
	}

	private Sighting sighting(Places places, Place place) {
		return places.compare(place, second(), (int) this.settings.concurrentWindow().toSeconds(),
				(int) this.settings.fanOutWindow().toSeconds());
	}

	private int second() {
		return (int) this.clock.instant().getEpochSecond();
	}

	private static @org.jspecify.annotations.Nullable TokenKey subject(VerifiedToken token) {
		String subject = token.text("sub");
		return (subject != null) ? TokenKey.of("sub", token.text("iss"), subject) : null;
	}

	/**
	 * The signature covers the payload, so nobody but the issuer chooses what is summed
	 * up here.
	 */
	private static int claims(VerifiedToken token) {
		if (!token.isJwt()) {
			return 0;
		}
		byte[] value = token.value().getBytes(StandardCharsets.ISO_8859_1);
		int start = token.value().indexOf('.') + 1;
		CRC32C sum = new CRC32C();
		sum.update(value, start, Math.max(start, token.value().lastIndexOf('.')) - start);
		return (int) sum.getValue();
	}

}
