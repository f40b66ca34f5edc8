package io.github.raspspring.sink;

import java.util.Locale;

import io.github.raspspring.text.SqlToken;

/**
 * What stays of a statement when its values are taken out: the same for all executions of
 * the same piece of code.
 */
final class SqlShape {

	private static final String VALUE = " ?";

	private SqlShape() {
	}

	static String of(SqlTokens tokens) {
		StringBuilder shape = new StringBuilder(tokens.text().length());
		for (int i = 0; i < tokens.size(); i++) {
			SqlToken kind = tokens.kind(i);
			if (isValue(kind)) {
				appendValue(shape);
			}
			else if (kind == SqlToken.BLOCK_COMMENT || kind == SqlToken.LINE_COMMENT) {
				shape.append(" /**/");
			}
			else {
				shape.append(' ').append(tokens.text(), tokens.start(i), tokens.end(i));
			}
		}
		return shape.toString().toLowerCase(Locale.ROOT);
	}

	/**
	 * A list of values is one value: its length depends on data.
	 */
	private static void appendValue(StringBuilder shape) {
		int beforeComma = shape.length() - 2;
		boolean continuesList = beforeComma >= VALUE.length() && shape.charAt(beforeComma + 1) == ','
				&& shape.substring(beforeComma - VALUE.length(), beforeComma).equals(VALUE);
		if (continuesList) {
			shape.setLength(beforeComma);
		}
		else {
			shape.append(VALUE);
		}
	}

	private static boolean isValue(SqlToken kind) {
		return kind == SqlToken.STRING || kind == SqlToken.NUMBER || kind == SqlToken.PLACEHOLDER;
	}

}
