package io.github.raspspring.event.form;

import java.util.Iterator;
import java.util.Map;

/**
 * Writes a form as one line of JSON (RFC 8259) in printable ASCII. Whatever else a text
 * holds is escaped, markup too, so that no value can end the line, color a terminal or
 * become part of a page. Needs nothing but the JDK, so that every application has it.
 */
public final class JsonLine {

	private static final String ESCAPED = "\"\\<>&'`";

	private static final char[] HEX = "0123456789abcdef".toCharArray();

	private final StringBuilder text = new StringBuilder(512);

	private JsonLine() {
	}

	/**
	 * Write a form.
	 * @param form texts, numbers, booleans, lists and maps by name
	 * @return the JSON object, without a line break
	 */
	public static String of(Map<String, ?> form) {
		JsonLine json = new JsonLine();
		json.object(form);
		return json.text.toString();
	}

	private void object(Map<?, ?> members) {
		this.text.append('{');
		for (Iterator<? extends Map.Entry<?, ?>> rest = members.entrySet().iterator(); rest.hasNext();) {
			Map.Entry<?, ?> member = rest.next();
			string(String.valueOf(member.getKey()));
			this.text.append(':');
			value(member.getValue());
			this.text.append(rest.hasNext() ? "," : "");
		}
		this.text.append('}');
	}

	private void value(Object value) {
		if (value instanceof Map<?, ?> members) {
			object(members);
		}
		else if (value instanceof Iterable<?> elements) {
			array(elements);
		}
		else if (value instanceof Number || value instanceof Boolean) {
			this.text.append(value);
		}
		else {
			string(String.valueOf(value));
		}
	}

	private void array(Iterable<?> elements) {
		this.text.append('[');
		for (Iterator<?> rest = elements.iterator(); rest.hasNext();) {
			value(rest.next());
			this.text.append(rest.hasNext() ? "," : "");
		}
		this.text.append(']');
	}

	private void string(String value) {
		this.text.append('"');
		for (int i = 0; i < value.length(); i++) {
			char c = value.charAt(i);
			if (c >= ' ' && c < 0x7F && ESCAPED.indexOf(c) < 0) {
				this.text.append(c);
			}
			else {
				this.text.append("\\u");
				for (int shift = 12; shift >= 0; shift -= 4) {
					this.text.append(HEX[c >> shift & 0xF]);
				}
			}
		}
		this.text.append('"');
	}

}
