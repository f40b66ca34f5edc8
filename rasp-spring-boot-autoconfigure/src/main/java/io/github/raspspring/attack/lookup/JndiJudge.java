package io.github.raspspring.attack.lookup;

import io.github.raspspring.attack.url.HostPatterns;
import io.github.raspspring.attack.url.UrlParts;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.sink.SinkInputs;
import io.github.raspspring.sink.SinkJudge;
import io.github.raspspring.sink.SinkKind;
import io.github.raspspring.sink.SinkVerdict;
import io.github.raspspring.sink.TextSearch;
import org.jspecify.annotations.Nullable;

/**
 * Judges a name about to be looked up by JNDI (CWE-74): does a value of the request
 * choose the directory that is asked, which may answer with code (CWE-502)? A word within
 * a name of the application is harmless. A remote directory that the application chose is
 * reported and never refused. Thread-safe.
 */
public final class JndiJudge implements SinkJudge<JndiCall> {

	private static final String REMEDY = "Look up names that are written in the application, or use "
			+ "JndiLocatorDelegate with a fixed prefix; list remote directories under "
			+ "rasp.sinks.jndi.allowed-hosts.";

	private static final Rule CHOSEN = new Rule("chosen-name", "CWE-74",
			"A value of the request chooses the directory or name space that a lookup asks.", REMEDY);

	private static final Rule REMOTE = new Rule("remote", "CWE-829",
			"A lookup asks a directory on another host, which may answer with code.", REMEDY);

	private final HostPatterns allowed;

	/**
	 * Create a judge.
	 * @param allowed hosts of directories that may be asked
	 */
	public JndiJudge(HostPatterns allowed) {
		this.allowed = allowed;
	}

	@Override
	public SinkKind kind() {
		return SinkKind.JNDI;
	}

	@Override
	public Class<JndiCall> callType() {
		return JndiCall.class;
	}

	@Override
	public @Nullable SinkVerdict judge(JndiCall call, SinkInputs inputs) {
		String name = call.argument();
		int colon = schemeEnd(name);
		if (colon < 0) {
			return null;
		}
		boolean local = name.substring(0, colon).strip().equalsIgnoreCase("java");
		UrlParts parts = local ? null : UrlParts.of(name);
		if (parts != null && this.allowed.match(parts.host(), parts.port())) {
			return null;
		}
		int decided = (parts != null) ? Math.max(parts.hostEnd(), colon + 1) : colon + 1;
		SinkVerdict verdict = TextSearch.firstAttack(name, inputs,
				(start, end) -> chooses(name, start, end, colon, decided, local) ? CHOSEN : null);
		if (verdict == null && !local && !call.configured()) {
			return new SinkVerdict(REMOTE, Confidence.STRONG, null, 0, decided, EnforcementMode.MONITOR);
		}
		return verdict;
	}

	/**
	 * Whoever brings the colon has chosen the scheme; whoever brings the end of the host
	 * has chosen the host. A word that the application wrote may coincide.
	 */
	private static boolean chooses(String name, int start, int end, int colon, int decided, boolean local) {
		if (start <= colon && end > colon) {
			return end - start > 1;
		}
		boolean host = !local && start < decided && end >= decided;
		return host && (start == 0 || end - start > 1 && (!Character.isLetterOrDigit(name.charAt(start - 1))
				|| !Character.isLetterOrDigit(name.charAt(start))));
	}

	/**
	 * JNDI reads a scheme where a colon stands before the first slash; with other
	 * characters in it there is nobody to ask.
	 */
	private static int schemeEnd(String name) {
		int colon = name.indexOf(':');
		for (int i = 0; i < colon; i++) {
			char c = name.charAt(i);
			if (!Character.isLetterOrDigit(c) && "+-. ".indexOf(c) < 0) {
				return -1;
			}
		}
		return (colon > 0) ? colon : -1;
	}

}
