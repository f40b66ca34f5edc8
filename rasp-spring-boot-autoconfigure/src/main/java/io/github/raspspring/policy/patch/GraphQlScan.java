package io.github.raspspring.policy.patch;

import java.util.ArrayDeque;
import java.util.Deque;

import org.jspecify.annotations.Nullable;

/**
 * Reads the arguments of a GraphQL document, or a JSON value (GraphQL specification of
 * October 2021, section 2), in one pass and without recursion. Leaves out what is no
 * argument, and reads on behind what is wrong. Elements of lists are called like the
 * list, as a single value may stand for one.
 */
final class GraphQlScan {

	/** No argument is deeper, and paths would grow with the depth. */
	private static final int DEEPEST = 64;

	private static final String BLOCK = "\"\"\"";

	private final String text;

	private final Leaves leaves;

	private final Deque<Frame> frames = new ArrayDeque<>();

	private int at;

	private GraphQlScan(String text, Leaves leaves) {
		this.text = text;
		this.leaves = leaves;
	}

	/**
	 * Read what a document passes to its fields.
	 */
	static void document(String text, Leaves leaves) {
		new GraphQlScan(text, leaves).scan();
	}

	/**
	 * Read the leaves of a JSON value.
	 */
	static void value(String text, Leaves leaves) {
		GraphQlScan scan = new GraphQlScan(text, leaves);
		scan.frames.push(new Frame('[', "", false));
		scan.scan();
	}

	private void scan() {
		while (this.at < this.text.length()) {
			char c = this.text.charAt(this.at);
			Frame frame = this.frames.peek();
			if (c == '#') {
				skipComment();
			}
			else if (c == '"') {
				String string = this.text.startsWith(BLOCK, this.at) ? block() : string();
				take(frame, string, true);
			}
			else if (isOfScalar(c)) {
				take(frame, word(), false);
			}
			else {
				this.at++;
				takeSign(frame, c);
			}
		}
	}

	private void takeSign(@Nullable Frame frame, char c) {
		if (frame == null) {
			if (c == '(') {
				this.frames.push(new Frame('(', "", false));
			}
			return;
		}
		switch (c) {
			case '(' -> this.frames.push(new Frame('(', "", false));
			case '{' -> this.frames.push(new Frame('{', within(frame), frame.ofVariable));
			case '[' -> {
				if (!frame.type) {
					this.frames.push(new Frame('[', within(frame), frame.ofVariable));
				}
			}
			case ')', '}' -> this.frames.pop();
			case ']' -> {
				if (!frame.type) {
					this.frames.pop();
				}
			}
			case '=' -> frame.type = false;
			case '$' -> takeVariable(frame);
			default -> {
			}
		}
	}

	private String within(Frame frame) {
		return (this.frames.size() < DEEPEST) ? frame.path() : "";
	}

	/**
	 * One that is declared, or one whose value is passed.
	 */
	private void takeVariable(Frame frame) {
		String name = word();
		if (frame.kind == '(' && skipColon()) {
			frame.key = name;
			frame.ofVariable = true;
			frame.type = true;
		}
		else {
			this.leaves.passes(frame.path(), name);
		}
	}

	private void take(@Nullable Frame frame, String scalar, boolean string) {
		if (frame == null || frame.type) {
			return;
		}
		if (frame.kind != '[' && skipColon()) {
			frame.key = scalar;
		}
		else if (string || !scalar.equals("null")) {
			this.leaves.leaf(frame.path(), scalar, frame.ofVariable);
		}
	}

	private boolean skipColon() {
		while (this.at < this.text.length()) {
			char c = this.text.charAt(this.at);
			if (c == '#') {
				skipComment();
			}
			else if (c == ':') {
				this.at++;
				return true;
			}
			else if (c > ' ' && c != ',' && c != '\uFEFF') {
				return false;
			}
			else {
				this.at++;
			}
		}
		return false;
	}

	private void skipComment() {
		while (this.at < this.text.length() && this.text.charAt(this.at) != '\n' && this.text.charAt(this.at) != '\r') {
			this.at++;
		}
	}

	private static boolean isOfScalar(char c) {
		return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-' || c == '+';
	}

	private String word() {
		int start = this.at;
		while (this.at < this.text.length() && (isOfScalar(this.text.charAt(this.at)) || isOfFraction(start))) {
			this.at++;
		}
		return this.text.substring(start, this.at);
	}

	/**
	 * A dot is part of a number, and of nothing else.
	 */
	private boolean isOfFraction(int start) {
		char first = (start < this.at) ? this.text.charAt(start) : 'a';
		return this.text.charAt(this.at) == '.' && first <= '9';
	}

	private String block() {
		int start = this.at + BLOCK.length();
		int end = this.text.indexOf(BLOCK, start);
		while (end > 0 && this.text.charAt(end - 1) == '\\') {
			end = this.text.indexOf(BLOCK, end + BLOCK.length());
		}
		end = (end < 0) ? this.text.length() : end;
		this.at = Math.min(this.text.length(), end + BLOCK.length());
		return this.text.substring(start, end).replace("\\" + BLOCK, BLOCK).strip();
	}

	private String string() {
		StringBuilder string = new StringBuilder();
		this.at++;
		while (this.at < this.text.length() && this.text.charAt(this.at) != '"') {
			char c = this.text.charAt(this.at++);
			string.append((c == '\\' && this.at < this.text.length()) ? escaped() : String.valueOf(c));
		}
		this.at++;
		return string.toString();
	}

	private String escaped() {
		char c = this.text.charAt(this.at++);
		return switch (c) {
			case 'n' -> "\n";
			case 't' -> "\t";
			case 'r' -> "\r";
			case 'b' -> "\b";
			case 'f' -> "\f";
			case 'u' -> codePoint();
			default -> String.valueOf(c);
		};
	}

	private String codePoint() {
		boolean braces = this.at < this.text.length() && this.text.charAt(this.at) == '{';
		int start = braces ? this.at + 1 : this.at;
		int end = braces ? this.text.indexOf('}', start) : Math.min(this.text.length(), start + 4);
		try {
			int codePoint = Integer.parseInt(this.text, start, end, 16);
			this.at = braces ? end + 1 : end;
			return Character.toString(codePoint);
		}
		catch (IllegalArgumentException | IndexOutOfBoundsException ex) {
			return "u";
		}
	}

	/**
	 * Takes what is read.
	 */
	interface Leaves {

		/**
		 * Take a literal.
		 * @param path where it stands: a slash and a name for each argument and field
		 * @param text what it says
		 * @param ofVariable whether it is the default of the variable of that name
		 */
		void leaf(String path, String text, boolean ofVariable);

		/**
		 * Take the use of a variable.
		 * @param path where it is passed
		 * @param variable its name
		 */
		void passes(String path, String variable);

	}

	/**
	 * What is open: arguments, an object or a list.
	 */
	private static final class Frame {

		private final char kind;

		private final String outer;

		private String key = "";

		private boolean ofVariable;

		/** Whether the type of a variable is read, which is no value. */
		private boolean type;

		private Frame(char kind, String outer, boolean ofVariable) {
			this.kind = kind;
			this.outer = outer;
			this.ofVariable = ofVariable;
		}

		private String path() {
			return (this.kind == '[') ? this.outer : this.outer + '/' + this.key;
		}

	}

}
