package io.github.raspspring.inspect;

import io.github.raspspring.engine.InputValue;
import io.github.raspspring.text.HashedWords;
import org.jspecify.annotations.Nullable;

/**
 * Tells fields that are named as holding source code to be shown, handed in or added to a
 * page: snippets, style sheets, what a learner submits, cells of notebooks, the custom
 * head of a site; and what reports of errors and traces tell of code that ran. Code is
 * what they are made for, so what only looks like it is weak there, and what becomes of
 * it is judged where it runs. A field named {@code code} may as well hold that of a
 * country, and one named {@code script} is what engines are given: the field around it
 * has to say more. One named {@code source} holds code if it has several lines.
 * Stateless.
 */
public final class CodeFields {

	private static final HashedWords NAMES = HashedWords.of(
			"snippet snippets codesnippet sourcecode codeblock codesample javascript typescript stylesheet js css"
					+ " contextline precontext postcontext customhead customcode customhtml customcss customjs headhtml"
					+ " headcode headerhtml headercode footerhtml footercode trackingcode embedcode sparql",
			"source", "code answer solution content body text html file", "stringvalue");

	/** What is made of code, whatever its parts are called. */
	private static final HashedWords OF_CODE = HashedWords.of("snippet snippets gist gists submission submissions"
			+ " assignment assignments homework exercise exercises kata widget widgets notebook notebooks cell cells playground");

	private static final int ALWAYS = 1;

	private static final int LINES = 2;

	private static final int PART = 3;

	private static final int TELEMETRY = 4;

	/** Name of an attribute's value as OpenTelemetry sends it. */
	private static final String ATTRIBUTE = "/value/stringValue";

	private CodeFields() {
	}

	/**
	 * Tell whether a value is source code by the name of its field.
	 * @param input the value, or a name that the client chose, which is none
	 * @return {@code true} if its name says so
	 */
	public static boolean hold(InputValue input) {
		if (input.kind() != InputValue.Kind.VALUE) {
			return false;
		}
		String name = input.name();
		return switch (NAMES.groupOf(NestedName.lastPart(name, "_-"))) {
			case ALWAYS -> true;
			case LINES -> input.value().indexOf('\n') >= 0 || isPartOfCode(name);
			case PART -> isPartOfCode(name);
			case TELEMETRY -> isTraced(name);
			default -> false;
		};
	}

	/**
	 * Tell whether a value is what a trace tells of a call, such as the address that was
	 * asked: one that is sent as code may be fetched all the same.
	 * @param input the value, or a name that the client chose, which is none
	 * @return {@code true} if its name says so
	 */
	public static boolean areTraced(InputValue input) {
		return input.kind() == InputValue.Kind.VALUE && isTraced(input.name());
	}

	private static boolean isTraced(String name) {
		return name.endsWith(ATTRIBUTE) && name.contains("/attributes/");
	}

	private static boolean isPartOfCode(String name) {
		return OF_CODE.groupOf(NestedName.parent(name, "_-")) != 0;
	}

	/**
	 * Weaken what was found in source code.
	 * @param hit what was found, if anything
	 * @param input where it was found
	 * @return the hit, weak in fields for code
	 */
	public static @Nullable Hit weaken(@Nullable Hit hit, InputValue input) {
		return (hit != null && hit.points() >= Hit.STRONG && hold(input))
				? new Hit(hit.rule(), Hit.STRONG - 1, hit.start(), hit.end()) : hit;
	}

}
