package io.github.raspspring.document;

import java.util.List;

/**
 * The strings that a GraphQL document has inline, as its resolvers get them (GraphQL
 * specification, section 2.9.4).
 */
final class GraphQlLiterals {

	private static final String BLOCK = "\"\"\"";

	private GraphQlLiterals() {
	}

	/**
	 * Return whether a text may be a document that has strings.
	 */
	static boolean mayBeIn(String text) {
		return text.indexOf('"') >= 0 && text.indexOf('{') >= 0;
	}

	static void read(String document, List<String> literals) {
		int i = 0;
		while (i < document.length()) {
			char c = document.charAt(i);
			if (c == '#') {
				i = endOfLine(document, i);
			}
			else if (document.startsWith(BLOCK, i)) {
				i = readBlock(document, i + BLOCK.length(), literals);
			}
			else if (c == '"') {
				i = readString(document, i + 1, literals);
			}
			else {
				i++;
			}
		}
	}

	private static int endOfLine(String document, int start) {
		int i = start;
		while (i < document.length() && document.charAt(i) != '\n' && document.charAt(i) != '\r') {
			i++;
		}
		return i;
	}

	private static int readBlock(String document, int start, List<String> literals) {
		int end = document.indexOf(BLOCK, start);
		while (end > 0 && document.charAt(end - 1) == '\\') {
			end = document.indexOf(BLOCK, end + 1);
		}
		end = (end < 0) ? document.length() : end;
		literals.add(document.substring(start, end).replace("\\\"\"\"", BLOCK));
		return end + BLOCK.length();
	}

	private static int readString(String document, int start, List<String> literals) {
		StringBuilder literal = new StringBuilder();
		int i = start;
		while (i < document.length() && document.charAt(i) != '"' && document.charAt(i) != '\n') {
			if (document.charAt(i) == '\\' && i + 1 < document.length()) {
				i = readEscape(document, i + 1, literal);
			}
			else {
				literal.append(document.charAt(i));
				i++;
			}
		}
		literals.add(literal.toString());
		return i + 1;
	}

	private static int readEscape(String document, int index, StringBuilder literal) {
		char c = document.charAt(index);
		if (c == 'u' && index + 4 < document.length()) {
			try {
				literal.append((char) Integer.parseInt(document, index + 1, index + 5, 16));
				return index + 5;
			}
			catch (NumberFormatException ex) {
				// Not an escape: kept as it is.
			}
		}
		literal.append(switch (c) {
			case 'n' -> '\n';
			case 't' -> '\t';
			case 'r' -> '\r';
			case 'b' -> '\b';
			case 'f' -> '\f';
			default -> c;
		});
		return index + 1;
	}

}
