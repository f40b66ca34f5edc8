package io.github.raspspring.event.evidence;

/**
 * Keeps values as they are, but what is no printable ASCII as escapes of JSON, and quotes
 * and backslashes too, so that they end neither the text nor the line.
 */
public final class ClearValue implements ValueForm {

	private static final int LONGEST = 200;

	@Override
	public String name() {
		return "clear";
	}

	@Override
	public String keep(String value) {
		StringBuilder kept = new StringBuilder("value=\"");
		int shown = 0;
		while (shown < value.length() && kept.length() < LONGEST) {
			char c = value.charAt(shown++);
			if (c >= ' ' && c < 0x7F && c != '"' && c != '\\') {
				kept.append(c);
			}
			else {
				kept.append(String.format("\\u%04x", (int) c));
			}
		}
		return kept.append((shown < value.length()) ? "\"..." : "\"").toString();
	}

}
