package io.github.raspspring.attack.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * A statement whose literals have become parameters, so that statements that are put
 * together of text and values have one template.
 *
 * @param text the statement with a question mark for each value, its white space and
 * comments as one blank each
 * @param values for each question mark the literal that stood there, empty for a
 * parameter
 */
public record SqlTemplate(String text, List<Optional<String>> values) {

	/**
	 * Make the template of a statement.
	 * @param sql its text
	 * @return the template, or {@code null} if databases disagree on where a literal of
	 * the statement ends, or its parameters have names
	 */
	public static @Nullable SqlTemplate of(String sql) {
		StatementTokens tokens = new StatementTokens(sql, SqlDialect.ANY);
		if (!tokens.wellFormed()) {
			return null;
		}
		StringBuilder text = new StringBuilder(sql.length());
		List<Optional<String>> values = new ArrayList<>();
		int end = 0;
		for (int i = 0; i < tokens.size(); i++) {
			if (tokens.start(i) > end || isComment(tokens.kind(i))) {
				blank(text);
			}
			end = tokens.end(i);
			if (!append(tokens, i, text, values)) {
				return null;
			}
		}
		return new SqlTemplate(text.toString(), values);
	}

	private static boolean append(StatementTokens tokens, int index, StringBuilder text,
			List<Optional<String>> values) {
		String token = tokens.text().substring(tokens.start(index), tokens.end(index));
		switch (tokens.kind(index)) {
			case LINE_COMMENT, BLOCK_COMMENT:
				return true;
			case PLACEHOLDER:
				text.append(token);
				values.add(Optional.empty());
				return token.equals("?");
			case NUMBER:
				text.append('?');
				values.add(Optional.of(token));
				return true;
			case STRING:
				return literal(token, text, values);
			case EXECUTABLE_COMMENT, OTHER:
				return false;
			default:
				text.append(token);
				return true;
		}
	}

	private static boolean literal(String token, StringBuilder text, List<Optional<String>> values) {
		if (token.startsWith("\"")) {
			// A name in most databases.
			text.append(token);
			return true;
		}
		if (!token.startsWith("'") || token.indexOf('\\') >= 0) {
			return false;
		}
		text.append('?');
		values.add(Optional.of(token.substring(1, token.length() - 1).replace("''", "'")));
		return true;
	}

	private static boolean isComment(SqlToken kind) {
		return kind == SqlToken.LINE_COMMENT || kind == SqlToken.BLOCK_COMMENT;
	}

	private static void blank(StringBuilder text) {
		if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
			text.append(' ');
		}
	}

}
