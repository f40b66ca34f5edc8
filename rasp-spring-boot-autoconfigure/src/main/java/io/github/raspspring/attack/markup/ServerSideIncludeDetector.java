package io.github.raspspring.attack.markup;

import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.Findings;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.RepeatableDetector;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.engine.ValueView;
import io.github.raspspring.inspect.Hit;
import io.github.raspspring.inspect.PasswordFields;
import io.github.raspspring.text.Traits;

/**
 * Looks for directives that a web server or cache in front of the application would
 * execute in a page (CWE-97): server-side includes and edge-side includes.
 * <p>
 * Matches {@code <!--#exec}, {@code <!--#include virtual=} and their like, elements
 * {@code <esi:...>} and comments {@code <!--esi}. Lets pass comments, conditional
 * comments, and an include of a file in the same folder. One pass, no allocation without
 * a finding.
 */
public final class ServerSideIncludeDetector implements RepeatableDetector {

	/** A directive of server-side includes. */
	public static final Rule SERVER_SIDE_INCLUDE = new Rule("server-side-include", "CWE-97",
			"A server-side include would be executed by a web server that serves the value in a page.",
			"Escape values in pages, and switch server-side includes off where nothing needs them.");

	/** An element of edge-side includes. */
	public static final Rule EDGE_SIDE_INCLUDE = new Rule("edge-side-include", "CWE-97",
			"An edge-side include would be executed by a cache that delivers the value in a page.",
			"Escape values in pages, and let the cache process includes of trusted origins only.");

	@Override
	public String name() {
		return "server-side-include";
	}

	@Override
	public Category category() {
		return Category.INJECTION;
	}

	@Override
	public long triggers() {
		return Traits.TAG;
	}

	@Override
	public boolean supports(InputValue value) {
		return !PasswordFields.holds(value);
	}

	@Override
	public void detect(ValueView view, Findings findings) {
		Hit hit = IncludeEvidence.strongestIn(view.text());
		if (hit != null) {
			hit.report(this, view, findings);
		}
	}

}
