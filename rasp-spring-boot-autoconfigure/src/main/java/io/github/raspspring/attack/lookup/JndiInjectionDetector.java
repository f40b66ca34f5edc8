package io.github.raspspring.attack.lookup;

import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.Findings;
import io.github.raspspring.engine.RepeatableDetector;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.engine.ValueView;
import io.github.raspspring.inspect.Hit;
import io.github.raspspring.text.Traits;

/**
 * Looks for lookups that Log4j or Commons Text would resolve while they log or
 * interpolate a value (CWE-917, CWE-502; CVE-2021-44228, CVE-2022-42889).
 * <p>
 * Matches lookups that resolve to {@code jndi:}, however deeply the letters are hidden in
 * others, that run scripts or fetch URLs, and nested ones whose only use is to hide
 * something. In fields that are named as being looked up, matches addresses of naming
 * services. Lets pass placeholders, also with defaults and nested ones, lookups of the
 * environment, and talk about JNDI. One pass from the first lookup on.
 */
public final class JndiInjectionDetector implements RepeatableDetector {

	/** A lookup asks a naming service. */
	public static final Rule NAMING_LOOKUP = new Rule("naming-lookup", "CWE-917",
			"A JNDI lookup makes an old Log4j load an object, and code with it, from a server of the attacker.",
			"Update Log4j to 2.17.1 or later, and don't interpolate request values.");

	/** A lookup runs a script or fetches a URL. */
	public static final Rule CODE_LOOKUP = new Rule("code-lookup", "CWE-94",
			"A lookup runs a script or fetches a URL when an old Commons Text interpolates the value.",
			"Update Commons Text to 1.10.0 or later, and don't interpolate request values.");

	/** A lookup shows the host or a secret. */
	public static final Rule TELLING_LOOKUP = new Rule("telling-lookup", "CWE-200",
			"A lookup shows what the application runs on, or a secret of it, when a logger interpolates the value.",
			"Update Log4j to 2.17.1 or later, and don't interpolate request values.");

	/** A lookup hides letters in another one. */
	public static final Rule HIDDEN_LOOKUP = new Rule("hidden-lookup", "CWE-917",
			"Lookups are nested only to hide what they resolve to.",
			"Update Log4j to 2.17.1 or later, and don't interpolate request values.");

	/** An address of a naming service stands where a name is looked up. */
	public static final Rule NAMING_ADDRESS = new Rule("naming-address", "CWE-917",
			"The address of a naming service stands where a name is looked up, which loads an object from there.",
			"Accept names below java: only, and take providers from the configuration.");

	@Override
	public String name() {
		return "jndi-injection";
	}

	@Override
	public Category category() {
		return Category.CODE_EXECUTION;
	}

	@Override
	public long triggers() {
		return Traits.DOLLAR | Traits.URL | Traits.PATH_STEP;
	}

	@Override
	public void detect(ValueView view, Findings findings) {
		Hit hit = ((view.traits() & Traits.DOLLAR) != 0) ? LookupEvidence.strongestIn(view.text()) : null;
		if (hit == null && NamingAddress.isLookedUp(view.text(), view.input())) {
			hit = Hit.of(NAMING_ADDRESS, Hit.STRONG, 0, view.text().length());
		}
		if (hit != null) {
			hit.report(this, view, findings);
		}
	}

}
