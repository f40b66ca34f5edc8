package io.github.raspspring.inventory.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * A path as OpenAPI writes it: variables have names and nothing else.
 *
 * @param text the path, such as {@code /books/{id}}
 * @param variables names of the variables in it
 */
record PathTemplate(String text, List<String> variables) {

	static PathTemplate of(String pattern) {
		List<String> variables = new ArrayList<>();
		StringJoiner path = new StringJoiner("/");
		for (String segment : pattern.split("/", -1)) {
			path.add(segment(segment, variables));
		}
		String text = path.toString();
		return new PathTemplate(text.isEmpty() ? "/" : text, variables);
	}

	private static String segment(String segment, List<String> variables) {
		StringBuilder text = new StringBuilder();
		int at = 0;
		while (at < segment.length()) {
			char c = segment.charAt(at);
			if (c == '{') {
				int end = end(segment, at);
				String inner = segment.substring(at + 1, end).replaceFirst("^\\*", "").replaceFirst(":.*", "");
				at = end + 1;
				text.append(variable(inner, variables));
			}
			else if (c == '*') {
				while (at < segment.length() && segment.charAt(at) == '*') {
					at++;
				}
				text.append(variable("any", variables));
			}
			else {
				text.append(c);
				at++;
			}
		}
		return text.toString();
	}

	/**
	 * Find the end of a variable, whose expression may have braces too.
	 */
	private static int end(String segment, int start) {
		int depth = 0;
		for (int i = start; i < segment.length(); i++) {
			depth += (segment.charAt(i) == '{') ? 1 : (segment.charAt(i) == '}') ? -1 : 0;
			if (depth == 0) {
				return i;
			}
		}
		return segment.length() - 1;
	}

	private static String variable(String name, List<String> variables) {
		String own = name;
		while (variables.contains(own)) {
			own += "_";
		}
		variables.add(own);
		return "{" + own + "}";
	}

}
