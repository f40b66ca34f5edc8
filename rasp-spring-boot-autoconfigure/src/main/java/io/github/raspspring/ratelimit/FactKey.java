package io.github.raspspring.ratelimit;

import java.util.List;
import java.util.function.Function;

import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.Phase;
import io.github.raspspring.engine.Subject;
import org.jspecify.annotations.Nullable;

/**
 * A part of a key that is a fact about the request rather than its input.
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

	/** The verified subject; requests without one are not concerned. */
	static final FactKey SUBJECT = new FactKey("subject", Phase.IDENTITY, FactKey::qualifiedSubject);

	/** The template of the route; requests without a handler are not concerned. */
	static final FactKey ROUTE = new FactKey("route", Phase.HANDLER, Inspection::route);

	static final List<FactKey> ALL = List.of(GLOBAL, IP, SUBJECT, ROUTE);

	@Override
	public @Nullable String resolve(Inspection inspection) {
		return this.fact.apply(inspection);
	}

	private static @Nullable String qualifiedSubject(Inspection inspection) {
		Subject subject = inspection.subject();
		if (subject == null) {
			return null;
		}
		return (subject.issuer() != null) ? subject.issuer() + '\n' + subject.name() : subject.name();
	}

}
