package io.github.raspspring.autoconfigure.token;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.token.RouteRequirement.Binding;
import io.github.raspspring.token.claims.ClaimExpectation;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.util.StringUtils;

/**
 * What is asked of tokens beyond a good signature.
 *
 * @param enabled Whether tokens are held against the rules.
 * @param mode Strictest mode of all token checks, which can only soften that of the
 * route.
 * @param modes Modes of single checks by their id, which can only soften further.
 * @param maximumLength Longest token that is accepted, in characters.
 * @param algorithms Signature algorithms that are accepted, such as RS256. Whatever the
 * decoder accepts if empty, but never none.
 * @param deniedHeaders Header parameters that a token must not have.
 * @param refusalsPerMinute Refused tokens per client and minute before further ones are
 * not verified.
 * @param maximumLifetime Longest time from iat to exp that is accepted.
 * @param lifetimeTolerance Time by which a lifetime may be longer in addition to
 * clock-skew, as issuers date iat back.
 * @param maximumAge Longest time since iat that is accepted. Any if not set.
 * @param clockSkew Time by which clocks may differ. As much as Spring Security allows.
 * @param acceptedTypes Types that the header typ may name.
 * @param typeRequired Whether a token without the header typ is refused.
 * @param audiences Names of this application, one of which aud must contain; not asked
 * for if empty.
 * @param issuers Issuers whose tokens are accepted. Any the decoder accepts if empty.
 * @param requiredClaims Claims that a token must have.
 * @param deniedClaims Claims that a token must not have.
 * @param claims What claims must be where they are there, by name.
 * @param routes What routes ask for in addition. The first that matches counts.
 * @param behavior How unusual use of tokens is noticed.
 * @param revocation How revoked tokens are remembered.
 * @param replay How proofs and tokens that are good for one use are remembered.
 */
@ConfigurationProperties("rasp.token")
public record RaspTokenProperties(@DefaultValue("true") boolean enabled, @DefaultValue("block") EnforcementMode mode,
		@DefaultValue Map<String, EnforcementMode> modes, @DefaultValue("8192") int maximumLength,
		@DefaultValue Set<String> algorithms, @DefaultValue( {
				"jku", "x5u", "jwk", "x5c", "zip" }) Set<String> deniedHeaders,
		@DefaultValue("60") int refusalsPerMinute, @DefaultValue("24h") Duration maximumLifetime,
		@DefaultValue("5m") Duration lifetimeTolerance, @Nullable Duration maximumAge,
		@DefaultValue("60s") Duration clockSkew, @DefaultValue({ "JWT", "at+jwt" }) List<String> acceptedTypes,
		@DefaultValue("false") boolean typeRequired, @DefaultValue Set<String> audiences,
		@DefaultValue List<IssuerSettings> issuers, @DefaultValue Set<String> requiredClaims,
		@DefaultValue Set<String> deniedClaims, @DefaultValue Map<String, Claim> claims,
		@DefaultValue List<Route> routes, @DefaultValue Behavior behavior, @DefaultValue Revocation revocation,
		@DefaultValue Replay replay){

	/** What Spring Security has no constant for, but Nimbus verifies. */
	private static final Set<String> OTHER_ALGORITHMS = Set.of("EdDSA", "Ed25519", "ES256K");

	public RaspTokenProperties {
		check(!maximumLifetime.isNegative() && !maximumLifetime.isZero(), "maximum-lifetime", maximumLifetime,
				"Set a time longer than zero; set rasp.token.modes.lifetime-too-long=off to accept any.");
		check(maximumLength > 0, "maximum-length", maximumLength, "Set a number above zero.");
		check(refusalsPerMinute > 0, "refusals-per-minute", refusalsPerMinute,
				"Set a number above zero; set rasp.token.modes.too-many-refusals=off to verify any number.");
		check(!clockSkew.isNegative(), "clock-skew", clockSkew, "Set zero or more.");
		check(!lifetimeTolerance.isNegative(), "lifetime-tolerance", lifetimeTolerance, "Set zero or more.");
		checkTime("maximum-age", maximumAge);
		checkNotBlank("rasp.token.required-claims", List.copyOf(requiredClaims));
		checkNotBlank("rasp.token.denied-claims", List.copyOf(deniedClaims));
		checkNotBlank("rasp.token.accepted-types", acceptedTypes);
		checkNotBlank("rasp.token.audiences", List.copyOf(audiences));
		check(algorithms.stream().noneMatch("none"::equalsIgnoreCase), "algorithms", algorithms,
				"Remove none: a token without a signature is never accepted.");
		checkAlgorithms("algorithms", algorithms);
		checkIssuers(issuers);
		check(!acceptedTypes.isEmpty() || !typeRequired, "accepted-types", acceptedTypes,
				"Name at least one type, or no token can be accepted.");
	}

	private static void check(boolean valid, String property, @Nullable Object value, String remedy) {
		if (!valid) {
			throw new InvalidConfigurationPropertyValueException("rasp.token." + property, value, remedy);
		}
	}

	/**
	 * A misspelt algorithm would have every token refused.
	 */
	private static void checkAlgorithms(String property, Set<String> algorithms) {
		for (String algorithm : algorithms) {
			check(SignatureAlgorithm.from(algorithm) != null || MacAlgorithm.from(algorithm) != null
					|| OTHER_ALGORITHMS.contains(algorithm), property, algorithm,
					"Name an algorithm for signatures of RFC 7518, such as RS256.");
		}
	}

	private static void checkTime(String property, @Nullable Duration time) {
		check(time == null || !(time.isNegative() || time.isZero()), property, time, "Set a time longer than zero.");
	}

	private static void checkCount(String property, int count) {
		check(count > 0, property, count, "Set a number above zero.");
	}

	private static void checkIssuers(List<IssuerSettings> issuers) {
		Set<String> names = new HashSet<>();
		for (int i = 0; i < issuers.size(); i++) {
			@Nullable String name = issuers.get(i).name();
			check(StringUtils.hasText(name), "issuers[" + i + "].name", name,
					"Set it to what iss is in the tokens of this issuer, or no token is of it.");
			checkAlgorithms("issuers[" + i + "].algorithms", issuers.get(i).algorithms());
			check(names.add(name), "issuers[" + i + "].name", name, "Name each issuer once.");
		}
	}

	private static void checkNotBlank(String property, List<String> names) {
		for (int i = 0; i < names.size(); i++) {
			if (!StringUtils.hasText(names.get(i))) {
				throw new InvalidConfigurationPropertyValueException(property + "[" + i + "]", names.get(i),
						"The entry is empty: give it a value or remove it.");
			}
		}
	}

	/**
	 * What is asked of the tokens of one issuer.
	 *
	 * @param name Exact value of iss.
	 * @param algorithms Signature algorithms it uses. All that are accepted at all if
	 * empty.
	 * @param audiences Names of this application with this issuer. Any if empty.
	 */
	public record IssuerSettings(String name, @DefaultValue Set<String> algorithms,
			@DefaultValue Set<String> audiences) {

	}

	/**
	 * What a claim must be where it is there.
	 *
	 * @param type Type of the claim. Any if not set.
	 * @param values Texts it may have, each element of a list on its own. Any if empty.
	 * @param patterns Patterns of which it must match one, with * for any text and ? for
	 * one character. Any if empty.
	 */
	public record Claim(ClaimExpectation.@Nullable Type type, @DefaultValue Set<String> values,
			@DefaultValue List<String> patterns) {

	}

	/**
	 * What a route asks for.
	 *
	 * @param pattern Path pattern within the application, such as /api/payments/**.
	 * @param methods HTTP methods the route is limited to. All if not set.
	 * @param scopes Scopes that are all needed.
	 * @param acrValues Values of which acr must be one. Any if empty.
	 * @param amr Methods that amr must all contain.
	 * @param maximumAuthenticationAge Longest time since auth_time. Any if not set.
	 * @param tenant How the tenant of the token is compared with that of the request.
	 * @param binding How tokens must be bound to their sender.
	 * @param singleUse Whether a token is good for one request.
	 */
	public record Route(String pattern, @DefaultValue Set<String> methods, @DefaultValue Set<String> scopes,
			@DefaultValue List<String> acrValues, @DefaultValue Set<String> amr,
			@Nullable Duration maximumAuthenticationAge, @Nullable Tenant tenant, @DefaultValue("none") Binding binding,
			@DefaultValue("false") boolean singleUse) {

	}

	/**
	 * How tenants are compared.
	 *
	 * @param claim Claim that names the tenants of the token.
	 * @param pathVariable Variable of the pattern that names the tenant.
	 * @param header Header that names the tenant.
	 */
	public record Tenant(@DefaultValue("tenant") String claim, @Nullable String pathVariable, @Nullable String header) {

	}

	/**
	 * How unusual use is noticed.
	 *
	 * @param enabled Whether each use of a token is compared with those before.
	 * @param mode Strictest mode of the checks of how tokens are used.
	 * @param maximumEntries Tokens, and as many subjects, that are remembered at once.
	 * @param remember Time for which a token is remembered after its last use.
	 * @param networks Networks on which one token may be used within the fan-out window.
	 * @param fanOutWindow Time within which the networks of a token are counted.
	 * @param concurrentWindow Time within which two places must not take turns with one
	 * token.
	 */
	public record Behavior(@DefaultValue("true") boolean enabled, @DefaultValue("monitor") EnforcementMode mode,
			@DefaultValue("100000") int maximumEntries, @DefaultValue("24h") Duration remember,
			@DefaultValue("3") int networks, @DefaultValue("5m") Duration fanOutWindow,
			@DefaultValue("1m") Duration concurrentWindow) {

		public Behavior {
			checkCount("behavior.maximum-entries", maximumEntries);
			checkCount("behavior.networks", networks);
			checkTime("behavior.remember", remember);
			checkTime("behavior.fan-out-window", fanOutWindow);
			checkTime("behavior.concurrent-window", concurrentWindow);
		}

	}

	/**
	 * How revocations are remembered.
	 *
	 * @param ttl Time for which a revocation is kept, at least the longest lifetime of a
	 * token.
	 * @param maximumEntries Revocations that are remembered at once.
	 */
	public record Revocation(@DefaultValue("30d") Duration ttl, @DefaultValue("10000") int maximumEntries) {

		public Revocation {
			checkTime("revocation.ttl", ttl);
			checkCount("revocation.maximum-entries", maximumEntries);
		}

	}

	/**
	 * How proofs and tokens that are good for one use are remembered.
	 *
	 * @param maximumEntries Proofs and tokens that are remembered at once; while there is
	 * no room, further ones are treated by failure mode.
	 * @param replaceProofCache Whether Spring Security remembers DPoP proofs here as
	 * well, in place of a memory of its own that takes a thousand a minute of each key.
	 */
	public record Replay(@DefaultValue("100000") int maximumEntries, @DefaultValue("false") boolean replaceProofCache) {

		public Replay {
			checkCount("replay.maximum-entries", maximumEntries);
		}

	}

}
