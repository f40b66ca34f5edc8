package io.github.raspspring.attack.markup;

import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.inspect.NestedName;
import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.HashedWords;

/**
 * The name of a function that an answer in JSONP is a call of, given in the URL: what
 * goes on behind the name is script of the page that asks. Stateless.
 */
final class CallbackName {

	private static final HashedWords PARAMETERS = HashedWords
		.of("callback cb jsonp jsoncallback jsonpcallback callbackfn callbackname");

	private CallbackName() {
	}

	/**
	 * Tell whether a function that attackers call is called behind the name, or in its
	 * place.
	 */
	static boolean isLeft(InputValue value, String text) {
		if (value.location() != InputLocation.QUERY || value.kind() != InputValue.Kind.VALUE
				|| PARAMETERS.groupOf(NestedName.lastPart(value.lastName(), "_-")) == 0) {
			return false;
		}
		int end = 0;
		while (Ascii.isWord(Ascii.at(text, end)) || Ascii.at(text, end) == '$' || Ascii.at(text, end) == '.') {
			end++;
		}
		char sign = Ascii.at(text, end);
		return end > 0 && (sign == ';' || sign == '(' || sign == ',' || sign == '=' || sign == '{' || sign == '`')
				&& callsFunction(text, end);
	}

	private static boolean callsFunction(String text, int from) {
		for (int i = from; i < text.length(); i++) {
			char c = text.charAt(i);
			if ((c == '(' || c == '`') && ScriptEvidence.isFunction(text, i)) {
				return true;
			}
		}
		return false;
	}

}
