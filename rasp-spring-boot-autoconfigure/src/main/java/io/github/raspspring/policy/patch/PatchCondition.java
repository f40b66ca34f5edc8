package io.github.raspspring.policy.patch;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.net.URLDecoder;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.github.raspspring.policy.pattern.LinearPattern;
import org.jspecify.annotations.Nullable;

/**
 * What a value has to be like. Whatever is not set is not asked; whatever is set has to
 * hold for every value that has the name.
 *
 * @param type kind of text, or {@code null}
 * @param min smallest number, or {@code null}
 * @param max largest number, or {@code null}
 * @param minLength fewest characters, 0 if that is not asked
 * @param maxLength most characters, {@link Integer#MAX_VALUE} if that is not asked
 * @param values the only values there may be, in their exact case; empty for any
 * @param pattern what the whole value has to be like, or {@code null}
 * @param forbidden what no part of the value may be like, in any encoding, or
 * {@code null}
 * @param presence whether there has to be such a value, or must not be
 * @param minSize fewest values, 0 if that is not asked
 * @param maxSize most values, {@link Integer#MAX_VALUE} if that is not asked
 * @param fileTypes what a file may be by its content; empty for anything
 */
public record PatchCondition(@Nullable ValueType type, @Nullable BigDecimal min, @Nullable BigDecimal max,
		int minLength, int maxLength, Set<String> values, @Nullable LinearPattern pattern,
		@Nullable LinearPattern forbidden, Presence presence, int minSize, int maxSize, Set<FileType> fileTypes) {

	/** A number with more digits is out of any range. */
	private static final int LONGEST_NUMBER = 64;

	private static final int MOST_ENCODINGS = 3;

	public PatchCondition {
		values = Set.copyOf(values);
		fileTypes = Set.copyOf(fileTypes);
	}

	/**
	 * Return whether values are counted, so that one that has commas is several.
	 */
	boolean isOfList() {
		return this.minSize > 0 || this.maxSize < Integer.MAX_VALUE;
	}

	/**
	 * Return whether nothing can be said before all values are known.
	 */
	boolean needsTheWhole() {
		return isOfList() || this.presence == Presence.REQUIRED;
	}

	/**
	 * Judge a value.
	 * @param value the value as the application gets it
	 * @return what is wrong with it, free of input, or {@code null} if nothing is
	 */
	@Nullable String violation(String value) {
		if (this.presence == Presence.FORBIDDEN) {
			return "is present";
		}
		if (isOfList()) {
			for (String element : elements(value)) {
				String violation = violationOf(element);
				if (violation != null) {
					return violation;
				}
			}
			return null;
		}
		return violationOf(value);
	}

	private @Nullable String violationOf(String value) {
		String violation = value.isEmpty() ? null : violationOfContent(value);
		if (violation != null) {
			return violation;
		}
		int length = value.codePointCount(0, value.length());
		if (length < this.minLength || length > this.maxLength) {
			return "is too " + ((length < this.minLength) ? "short" : "long");
		}
		if (this.pattern != null && !this.pattern.matches(value)) {
			return "is not like the pattern";
		}
		if (this.forbidden != null && isFound(this.forbidden, value)) {
			return "is like the forbidden pattern";
		}
		return (!this.fileTypes.isEmpty() && !this.fileTypes.contains(FileType.of(value)))
				? "is of no type that files may have" : null;
	}

	/**
	 * A field that is left empty has no content, as Spring converts it to none.
	 */
	private @Nullable String violationOfContent(String value) {
		if (this.type != null && !this.type.accepts(value)) {
			return "is not of the type";
		}
		if ((this.min != null || this.max != null) && !isInRange(value)) {
			return "is out of range";
		}
		return (this.values.isEmpty() || this.values.contains(value)) ? null : "is none of the values";
	}

	private boolean isInRange(String value) {
		String number = value.strip();
		if (number.length() > LONGEST_NUMBER || !ValueType.NUMBER.accepts(number)) {
			return false;
		}
		BigDecimal decimal = new BigDecimal(number);
		return (this.min == null || decimal.compareTo(this.min) >= 0)
				&& (this.max == null || decimal.compareTo(this.max) <= 0);
	}

	/**
	 * What is sought may be encoded more often than the container decodes it. A value
	 * that is too long to be searched in full counts as one in which it is found.
	 */
	private static boolean isFound(LinearPattern forbidden, String value) {
		String reading = value;
		for (int i = 0; i <= MOST_ENCODINGS; i++) {
			if (reading.length() > forbidden.longestText() || forbidden.isFoundIn(reading)) {
				return true;
			}
			String decoded = decoded(reading);
			if (decoded.equals(reading)) {
				return false;
			}
			reading = decoded;
		}
		return false;
	}

	private static String decoded(String text) {
		if (text.indexOf('%') < 0) {
			return text;
		}
		try {
			return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return text;
		}
	}

	/**
	 * Return how many values there are. Binding takes one with commas apart, and what it
	 * makes of it is seen as well, and counted once.
	 */
	int sizeOf(List<String> texts) {
		if (!isOfList()) {
			return texts.size();
		}
		Set<String> parts = new HashSet<>();
		int size = 0;
		for (String text : texts) {
			if (!parts.contains(text)) {
				List<String> elements = elements(text);
				size += elements.size();
				if (elements.size() > 1) {
					parts.addAll(elements);
				}
			}
		}
		return size;
	}

	private static List<String> elements(String value) {
		return value.isEmpty() ? List.of() : List.of(value.split(",", -1));
	}

	/**
	 * Whether there has to be a value.
	 */
	public enum Presence {

		/** Either way. */
		OPTIONAL,

		/** There has to be at least one that is not empty. */
		REQUIRED,

		/** There must be none. */
		FORBIDDEN

	}

}
