package io.github.raspspring.document;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.ValueReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads an XML body (XML 1.0) in one walk over its bytes, and makes values only of the
 * texts that a sieve keeps. Knows the plain case: elements, attributes and texts in UTF-8
 * with the five entities that need no declaration. All else, such as namespaces,
 * comments, instructions and types, and what is not well-formed, it leaves to a parser.
 * Not thread-safe, for one body.
 */
final class XmlScan {

	/** A longer body may meet the bound of names, which a parser counts otherwise. */
	static final int LONGEST_BODY = 64 * 1024;

	/** The index behind what is not as it has to be. */
	private static final int NONE = -1;

	private static final int DEEPEST = 64;

	private static final int MOST_ATTRIBUTES = 16;

	private static final int LONGEST_NAME = 128;

	private static final int LONGEST_DECLARATION = 80;

	/** What texts are named, whatever element they stand in. */
	private static final String TEXT = "text";

	private static final Pattern DECLARATION = Pattern
		.compile("<\\?xml version=([\"'])1\\.0\\1(?: encoding=([\"'])(?i:utf-8)\\2)?"
				+ "(?: standalone=([\"'])(?:yes|no)\\3)? ?\\?>");

	private final byte[] body;

	private final ValueReader.Sieve sieve;

	private final XmlNames names;

	private final BoundedValues values;

	/** Where the names of the elements begin that are open, and where they end. */
	private final int[] open = new int[2 * DEEPEST];

	private int depth;

	/** The same of the attributes of an element. */
	private final int[] attributes = new int[2 * MOST_ATTRIBUTES];

	/** What was met in a text that is not as it is read: a reference, or more bytes. */
	private boolean plain;

	/**
	 * Prepare a walk.
	 * @param body the body
	 * @param sieve tells which texts become values
	 * @param names the names of other bodies
	 * @param values takes the values, and counts those that are not made
	 */
	XmlScan(byte[] body, ValueReader.Sieve sieve, XmlNames names, BoundedValues values) {
		this.body = body;
		this.sieve = sieve;
		this.names = names;
		this.values = values;
	}

	/**
	 * Read the body.
	 * @return whether it is as it has to be, or as far as the values are bounded
	 */
	boolean read() {
		int root = (this.body.length <= LONGEST_BODY) ? behindBlanks(behindDeclaration()) : NONE;
		int next = (root >= 0 && at(root) == '<') ? element(root + 1) : NONE;
		while (next >= 0 && this.depth > 0) {
			int tag = text(next);
			next = (tag < 0) ? NONE : (at(tag + 1) == '/') ? close(tag + 2) : element(tag + 1);
		}
		return next >= 0 && behindBlanks(next) == this.body.length || this.values.isFull();
	}

	private int behindDeclaration() {
		if (at(0) != '<' || at(1) != '?') {
			return 0;
		}
		int end = 2;
		while (end < LONGEST_DECLARATION && at(end) > 0 && at(end) != '>') {
			end++;
		}
		return (at(end) == '>' && DECLARATION.matcher(string(0, end + 1)).matches()) ? end + 1 : NONE;
	}

	/**
	 * Read the tag that an element begins with.
	 * @param start index of its name
	 */
	private int element(int start) {
		int end = behindName(start);
		if (end < 0 || this.depth == DEEPEST || !take(InputValue.Kind.NAME, "", start, end, true)) {
			return NONE;
		}
		this.open[2 * this.depth] = start;
		this.open[2 * this.depth + 1] = end;
		this.depth++;
		int next = end;
		int count = 0;
		while (true) {
			int from = next;
			next = behindBlanks(from);
			if (at(next) == '>') {
				return next + 1;
			}
			if (at(next) == '/') {
				this.depth--;
				return (at(next + 1) == '>') ? next + 2 : NONE;
			}
			next = (next > from && count < MOST_ATTRIBUTES) ? attribute(next, count++) : NONE;
			if (next < 0) {
				return NONE;
			}
		}
	}

	private int attribute(int start, int number) {
		int end = behindName(start);
		if (end < 0 || isNamespace(start, end) || isSecond(start, end, number)) {
			return NONE;
		}
		this.attributes[2 * number] = start;
		this.attributes[2 * number + 1] = end;
		int equals = behindBlanks(end);
		int quote = (at(equals) == '=') ? behindBlanks(equals + 1) : NONE;
		if (quote < 0 || at(quote) != '"' && at(quote) != '\'') {
			return NONE;
		}
		int behind = behindText(quote + 1, at(quote));
		if (behind < 0) {
			return NONE;
		}
		for (int i = quote + 1; i < behind; i++) {
			if (this.body[i] >= 0 && this.body[i] < ' ' || this.body[i] == '<') {
				return NONE;
			}
		}
		int element = 2 * this.depth - 2;
		String name = this.names.attribute(this.body, this.open[element], this.open[element + 1], start, end);
		return take(InputValue.Kind.VALUE, name, quote + 1, behind, this.plain) ? behind + 1 : NONE;
	}

	private boolean isNamespace(int start, int end) {
		return end - start == 5 && at(start) == 'x' && string(start, end).equals("xmlns");
	}

	private boolean isSecond(int start, int end, int number) {
		for (int i = 0; i < 2 * number; i += 2) {
			if (isSame(this.attributes[i], this.attributes[i + 1], start, end)) {
				return true;
			}
		}
		return false;
	}

	private boolean isSame(int start, int end, int otherStart, int otherEnd) {
		return Arrays.equals(this.body, start, end, this.body, otherStart, otherEnd);
	}

	/**
	 * Read the tag that an element ends with.
	 * @param start index of its name
	 */
	private int close(int start) {
		this.depth--;
		int name = this.open[2 * this.depth];
		int length = this.open[2 * this.depth + 1] - name;
		if (start + length > this.body.length || !isSame(name, name + length, start, start + length)) {
			return NONE;
		}
		int end = behindBlanks(start + length);
		return (at(end) == '>') ? end + 1 : NONE;
	}

	/**
	 * Read what stands before a tag.
	 * @return the index of the tag
	 */
	private int text(int start) {
		int first = behindBlanks(start);
		if (at(first) == '<') {
			return first;
		}
		int end = behindText(start, '<');
		return (end >= 0 && take(InputValue.Kind.VALUE, TEXT, start, end, this.plain)) ? end : NONE;
	}

	/**
	 * Return the index of the sign that ends a text, and note whether it is plain.
	 */
	private int behindText(int start, int sign) {
		this.plain = true;
		for (int i = start; i < this.body.length; i++) {
			byte b = this.body[i];
			if (b == sign) {
				return i;
			}
			if (b < 0 || b == '&') {
				this.plain = false;
			}
			else if (b < ' ' && b != '\n' && b != '\t' || b == '>' && isEndOfData(start, i)) {
				return NONE;
			}
		}
		return NONE;
	}

	/**
	 * A text must not have what ends character data.
	 */
	private boolean isEndOfData(int start, int index) {
		return index >= start + 2 && this.body[index - 1] == ']' && this.body[index - 2] == ']';
	}

	/**
	 * Take a name or a text.
	 * @param plain whether it is as it stands there
	 * @return {@code false} if it is none, or past a bound
	 */
	private boolean take(InputValue.Kind kind, String name, int start, int end, boolean plain) {
		String text = null;
		if (!plain || this.sieve.walk(this.body, start, end) < end) {
			text = plain ? string(start, end) : decoded(start, end);
			if (text == null) {
				return false;
			}
			this.sieve.walk(text);
			if (name.equals(TEXT) && text.isBlank()) {
				return true;
			}
		}
		if (!this.values.count((text != null) ? text.length() : end - start, kind)) {
			return false;
		}
		boolean holds = kind == InputValue.Kind.VALUE && text != null && InnerDocuments.mayBeJson(text);
		if (holds || this.sieve.keeps(kind, name)) {
			String kept = (text != null) ? text : string(start, end);
			boolean names = kind == InputValue.Kind.NAME;
			this.values.addCounted(
					names ? InputValue.ofName(InputLocation.XML, kept) : new InputValue(InputLocation.XML, name, kept),
					this.sieve);
		}
		return true;
	}

	private @Nullable String decoded(int start, int end) {
		String text = new String(this.body, start, end - start, StandardCharsets.UTF_8);
		for (int i = 0; i < text.length(); i++) {
			if (text.charAt(i) >= '\uFFFD') {
				return null;
			}
		}
		return (text.indexOf('&') < 0) ? text : unescaped(text);
	}

	private static @Nullable String unescaped(String text) {
		StringBuilder plain = new StringBuilder(text.length());
		int from = 0;
		for (int sign = text.indexOf('&'); sign >= 0; sign = text.indexOf('&', from)) {
			int end = text.indexOf(';', sign);
			int meant = (end >= 0 && end - sign <= "&quot".length()) ? entity(text.substring(sign + 1, end)) : NONE;
			if (meant < 0) {
				return null;
			}
			plain.append(text, from, sign).append((char) meant);
			from = end + 1;
		}
		return plain.append(text, from, text.length()).toString();
	}

	private static int entity(String name) {
		return switch (name) {
			case "amp" -> '&';
			case "lt" -> '<';
			case "gt" -> '>';
			case "quot" -> '"';
			case "apos" -> '\'';
			default -> NONE;
		};
	}

	private String string(int start, int end) {
		return new String(this.body, start, end - start, StandardCharsets.ISO_8859_1);
	}

	private int behindName(int start) {
		int end = start;
		while (isOfName(at(end)) && end - start <= LONGEST_NAME) {
			end++;
		}
		boolean letter = (at(start) | 0x20) >= 'a' && (at(start) | 0x20) <= 'z' || at(start) == '_';
		return (letter && at(end) > 0 && at(end) != ':' && end - start <= LONGEST_NAME) ? end : NONE;
	}

	private static boolean isOfName(int sign) {
		return (sign | 0x20) >= 'a' && (sign | 0x20) <= 'z' || sign >= '0' && sign <= '9' || sign == '_' || sign == '-'
				|| sign == '.';
	}

	private int behindBlanks(int from) {
		int i = from;
		while (i >= 0 && i < this.body.length
				&& (this.body[i] == ' ' || this.body[i] == '\n' || this.body[i] == '\t')) {
			i++;
		}
		return i;
	}

	private int at(int index) {
		return (index >= 0 && index < this.body.length) ? this.body[index] : -1;
	}

}
