package io.github.raspspring.attack.markup;

import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.Findings;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.RepeatableDetector;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.engine.ValueView;
import io.github.raspspring.inspect.CodeFields;
import io.github.raspspring.inspect.Hit;
import io.github.raspspring.inspect.PasswordFields;
import io.github.raspspring.text.Traits;

/**
 * Looks for text that a browser would run as script once it is part of a page (CWE-79).
 * <p>
 * Matches elements that act by themselves, handlers of events, URLs and styles that run
 * scripts, in tags and as attributes that break out of one; and script that breaks out of
 * a string. Lets pass formatting, links, images, type parameters, comparisons, handlers
 * of JSX, script code that is just shown, players of well-known sites in frames. One
 * pass, no allocation unless markup or script may be there.
 */
public final class CrossSiteScriptingDetector implements RepeatableDetector {

	/** An element runs or loads something. */
	public static final Rule ACTIVE_ELEMENT = new Rule("active-element", "CWE-79",
			"An element that runs or loads something would act in the browser of whoever sees the value.",
			"Escape values for the place in the page they go to, or let a template engine do it.");

	/** An attribute handles an event. */
	public static final Rule EVENT_HANDLER = new Rule("event-handler", "CWE-79",
			"An attribute that handles an event would run a script in the browser of whoever sees the value.",
			"Escape values for the place in the page they go to, or let a template engine do it.");

	/** A URL runs a script. */
	public static final Rule SCRIPT_URL = new Rule("script-url", "CWE-79",
			"A URL whose scheme runs a script would do so in the browser of whoever follows it.",
			"Accept only http and https URLs, and escape them where they are shown.");

	/** A style runs a script or loads a style sheet. */
	public static final Rule ACTIVE_STYLE = new Rule("active-style", "CWE-79",
			"A style that loads or computes something would act in the browser of whoever sees the value.",
			"Escape values for the place in the page they go to, or let a template engine do it.");

	/** A script leaves a string literal. */
	public static final Rule SCRIPT_BREAK_OUT = new Rule("script-break-out", "CWE-79",
			"The value ends a string of a script and goes on with a call.",
			"Pass values to scripts as JSON or data attributes, never by pasting them into code.");

	@Override
	public String name() {
		return "cross-site-scripting";
	}

	@Override
	public Category category() {
		return Category.CROSS_SITE_SCRIPTING;
	}

	@Override
	public long triggers() {
		return Traits.MARKUP;
	}

	@Override
	public boolean supports(InputValue value) {
		return !PasswordFields.holds(value);
	}

	@Override
	public void detect(ValueView view, Findings findings) {
		Hit hit = MarkupEvidence.strongestIn(view);
		if (hit == null || hit.points() < Hit.STRONG) {
			hit = Hit.stronger(hit, WholeScript.of(view.text(), view.traits()));
			hit = CallbackName.isLeft(view.input(), view.text())
					? Hit.of(SCRIPT_BREAK_OUT, Hit.STRONG, 0, view.text().length()) : hit;
		}
		if (hit != null && hit.points() >= Hit.STRONG
				&& (isEscapedSample(view, hit) || PageFields.holdScripts(view.input()))) {
			hit = Hit.of(hit.rule(), Hit.STRONG - 1, hit.start(), hit.end());
		}
		hit = CodeFields.weaken(hit, view.input());
		if (hit != null) {
			hit.report(this, view, findings);
		}
	}

	/**
	 * Whether markup is found only where references are resolved that an element for code
	 * holds, as editors write what they show.
	 */
	private static boolean isEscapedSample(ValueView view, Hit hit) {
		String text = view.text();
		String raw = view.input().value();
		if (text.equals(raw) || raw.indexOf("&lt;") < 0) {
			return false;
		}
		int code = text.lastIndexOf("<code", hit.start());
		int from = (code >= 0) ? code : text.lastIndexOf("<pre", hit.start());
		boolean inside = from >= 0 && text.indexOf((code >= 0) ? "</code>" : "</pre>", from) > hit.start();
		int tag = text.lastIndexOf('<', hit.start());
		return inside && tag > from && raw.indexOf(text.substring(tag, Math.min(tag + 4, text.length()))) < 0;
	}

}
