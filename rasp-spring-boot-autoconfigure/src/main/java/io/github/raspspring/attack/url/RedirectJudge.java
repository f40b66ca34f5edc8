package io.github.raspspring.attack.url;

import java.util.List;

import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.sink.Sightings;
import io.github.raspspring.sink.SinkInputs;
import io.github.raspspring.sink.SinkJudge;
import io.github.raspspring.sink.SinkKind;
import io.github.raspspring.sink.SinkVerdict;
import io.github.raspspring.sink.TextSearch;
import org.jspecify.annotations.Nullable;

/**
 * Judges a redirect about to be sent: does a value of the request choose the host that
 * the client is sent to (CWE-601)? Targets on this server, of the application's own
 * choice, and listed ones pass. Thread-safe.
 */
public final class RedirectJudge implements SinkJudge<RedirectCall> {

	private static final String REMEDY = "Redirect to paths of this application only, or list the hosts that input "
			+ "may choose under rasp.sinks.redirect.allowed-hosts.";

	private static final Rule OPEN = new Rule("open-redirect", "CWE-601",
			"A value of the request chooses the host that the client is sent to.", REMEDY);

	private static final Rule SCHEME = new Rule("scheme", "CWE-601",
			"A value of the request chooses the scheme of the target, such as that of a script.", REMEDY);

	private final HostPatterns allowed;

	private final Sightings ownHosts = new Sightings(1 << 18);

	/**
	 * Create a judge.
	 * @param allowed hosts that input may choose
	 */
	public RedirectJudge(HostPatterns allowed) {
		this.allowed = allowed;
	}

	@Override
	public SinkKind kind() {
		return SinkKind.REDIRECT;
	}

	@Override
	public Class<RedirectCall> callType() {
		return RedirectCall.class;
	}

	@Override
	public @Nullable SinkVerdict judge(RedirectCall call, SinkInputs inputs) {
		String target = BrowserUrl.absolute(call.argument());
		UrlParts parts = (target != null) ? UrlParts.of(target) : null;
		if (target == null || parts == null) {
			return null;
		}
		boolean web = parts.scheme().equals("http") || parts.scheme().equals("https");
		if (web && (this.allowed.match(parts.host(), parts.port()) || isOwnHost(parts, inputs))) {
			return null;
		}
		boolean known = web && this.ownHosts.contains(parts.origin(), inputs.route());
		boolean[] chosen = new boolean[1];
		SinkVerdict verdict = TextSearch.firstAttack(target, inputs,
				(input) -> !NamedHosts.nameThisServer(inputs.source(input)), (start, end) -> {
					if (!web) {
						return (start == 0) ? SCHEME : null;
					}
					Rule rule = judgeHost(parts, start, end);
					chosen[0] |= rule != null;
					return (known && parts.isWithinHost(start, end)) ? null : rule;
				});
		if (verdict == null && web && !chosen[0]) {
			verdict = overHosts(parts, inputs);
			chosen[0] = verdict != null;
		}
		if (!chosen[0] && web) {
			this.ownHosts.add(parts.origin(), inputs.route());
			return null;
		}
		return (verdict == null || target.equals(call.argument())) ? verdict
				: SinkVerdict.certain(verdict.rule(), verdict.input(), 0, call.argument().length());
	}

	/**
	 * Whoever decides on the end of a name decides on the host; a label in front of a
	 * name of the application doesn't, and neither does a country behind one.
	 */
	private static @Nullable Rule judgeHost(UrlParts parts, int start, int end) {
		if (start > parts.lastLabelStart() || end < parts.hostEnd()) {
			return null;
		}
		boolean label = start > parts.hostStart() && parts.url().substring(start, parts.hostEnd()).indexOf('.') < 0;
		return label ? null : OPEN;
	}

	/**
	 * A target that was parsed and put together again is recognized by where it leads.
	 */
	private static @Nullable SinkVerdict overHosts(UrlParts parts, SinkInputs inputs) {
		NamedHost host = new InputHosts(parts, (name) -> List.of()).chosenIn(NamedHosts.of(inputs));
		return (host != null)
				? SinkVerdict.certain(OPEN, inputs.source(host.input()), parts.hostStart(), parts.hostEnd()) : null;
	}

	private static boolean isOwnHost(UrlParts parts, SinkInputs inputs) {
		for (int i = 0; i < inputs.size(); i++) {
			InputValue value = inputs.source(i);
			if (value.location() == InputLocation.HEADER && value.name().equalsIgnoreCase("host")) {
				UrlParts own = UrlParts.of("http://" + value.value());
				return own != null && !own.host().isEmpty() && own.host().equals(parts.host());
			}
		}
		return false;
	}

}
