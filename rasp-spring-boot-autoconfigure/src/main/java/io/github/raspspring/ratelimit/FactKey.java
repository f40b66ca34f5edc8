package io.github.raspspring.ratelimit;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.Phase;
import io.github.raspspring.engine.Subject;
import org.jspecify.annotations.Nullable;

/**
 * A part of a key that is a fact about the request rather than its input. Requests for
 * which there is no such fact are no concern of the plan.
 *
 * @param name the name by which plans refer to it
 * @param phase when the fact is known
 * @param fact finds the fact
 */
record FactKey(String name, Phase phase, Function<Inspection, @Nullable String> fact) implements RateLimitKeyResolver {

	/** One bucket for all. */
	static final FactKey GLOBAL = new FactKey("global", Phase.REQUEST, (inspection) -> "");

	/** The address of the client; IPv6 by its /64. */
	static final FactKey IP = new FactKey("ip", Phase.REQUEST, (inspection) -> inspection.client().network());

	/** The address of the client; IPv6 by the /48 that one subscriber may be given. */
	static final FactKey SITE = new FactKey("site", Phase.REQUEST,
			(inspection) -> siteOf(inspection.client().network()));

	/** The verified subject. */
	static final FactKey SUBJECT = new FactKey("subject", Phase.IDENTITY, FactKey::qualifiedSubject);

	/** The OAuth client the token was issued to (RFC 9068, section 2.2). */
	static final FactKey CLIENT_ID = new FactKey("client-id", Phase.IDENTITY, FactKey::clientId);

	/** The template of the route. */
	static final FactKey ROUTE = new FactKey("route", Phase.HANDLER, Inspection::route);

	static final List<FactKey> ALL = List.of(GLOBAL, IP, SITE, SUBJECT, CLIENT_ID, ROUTE,
			apiKey("api-key", "x-api-key"), claim("tenant", "tenant"));

	private static final int GROUPS_OF_SITE = 3;

	private static final String CLAIM = "claim:";

	private static final String API_KEY = "api-key:";

	/**
	 * Read a name such as {@code claim:org} or {@code api-key:x-access-key}.
	 * @return the part, or {@code null} if the name is of another kind
	 */
	static @Nullable FactKey of(String name) {
		if (name.startsWith(CLAIM) && name.length() > CLAIM.length()) {
			return claim(name, name.substring(CLAIM.length()));
		}
		if (name.startsWith(API_KEY) && name.length() > API_KEY.length()) {
			return apiKey(name, name.substring(API_KEY.length()).toLowerCase(Locale.ROOT));
		}
		return null;
	}

	@Override
	public @Nullable String resolve(Inspection inspection) {
		return this.fact.apply(inspection);
	}

	private static FactKey claim(String name, String claim) {
		return new FactKey(name, Phase.IDENTITY, (inspection) -> {
			Subject subject = inspection.subject();
			return (subject != null) ? subject.claim(claim) : null;
		});
	}

	private static FactKey apiKey(String name, String header) {
		return new FactKey(name, Phase.REQUEST, (inspection) -> inspection.value(InputLocation.HEADER, header));
	}

	private static @Nullable String qualifiedSubject(Inspection inspection) {
		Subject subject = inspection.subject();
		return (subject != null) ? qualified(subject, subject.name()) : null;
	}

	private static @Nullable String clientId(Inspection inspection) {
		Subject subject = inspection.subject();
		if (subject == null) {
			return null;
		}
		String clientId = subject.claim("client_id");
		clientId = (clientId != null) ? clientId : subject.claim("azp");
		return (clientId != null) ? qualified(subject, clientId) : null;
	}

	/**
	 * Shorten a /64 in canonical form (RFC 5952), where the groups that are left out are
	 * the last ones.
	 */
	private static String siteOf(String network) {
		if (!network.endsWith("::/64")) {
			return network;
		}
		String[] groups = network.substring(0, network.length() - "::/64".length()).split(":");
		StringBuilder site = new StringBuilder(network.length());
		for (int i = 0; i < GROUPS_OF_SITE; i++) {
			site.append((i < groups.length) ? groups[i] : "0").append(':');
		}
		return site.append(":/48").toString();
	}

	/**
	 * Issuers choose names on their own, so a name counts together with its issuer.
	 */
	private static String qualified(Subject subject, String name) {
		return (subject.issuer() != null) ? subject.issuer() + '\n' + name : name;
	}

}
