package io.github.raspspring.profile.declared;

import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.AnnotationUtils;

/**
 * What a declaration says of a single value, by Bean Validation and {@code @Signed}. The
 * annotations of Bean Validation are known by name, as its API may be missing.
 *
 * @param min smallest number, or {@code null}
 * @param max largest number, or {@code null}
 * @param signed name under which the server has issued the value, or {@code null}
 */
record Limits(@Nullable BigDecimal min, @Nullable BigDecimal max, @Nullable String signed) {

	static final Limits NONE = new Limits(null, null, null);

	/**
	 * By how many times a number may exceed its limit and still be an error of typing.
	 */
	private static final BigDecimal FAR = BigDecimal.TEN;

	private static final int LONGEST = 64;

	static Limits of(Stream<Annotation> annotations) {
		Limits[] limits = { NONE };
		annotations.forEach((annotation) -> limits[0] = limits[0].with(annotation));
		return limits[0];
	}

	private Limits with(Annotation annotation) {
		return switch (annotation.annotationType().getName()) {
			case "jakarta.validation.constraints.Min", "jakarta.validation.constraints.DecimalMin" ->
				new Limits(number(annotation), this.max, this.signed);
			case "jakarta.validation.constraints.Max", "jakarta.validation.constraints.DecimalMax" ->
				new Limits(this.min, number(annotation), this.signed);
			case "jakarta.validation.constraints.Positive", "jakarta.validation.constraints.PositiveOrZero" ->
				new Limits(BigDecimal.ZERO, this.max, this.signed);
			case "io.github.raspspring.profile.sealed.Signed" ->
				new Limits(this.min, this.max, String.valueOf(AnnotationUtils.getValue(annotation)));
			default -> this;
		};
	}

	private static @Nullable BigDecimal number(Annotation annotation) {
		try {
			return new BigDecimal(String.valueOf(AnnotationUtils.getValue(annotation)));
		}
		catch (NumberFormatException ex) {
			return null;
		}
	}

	/**
	 * Tell whether a number is so far out of its limits that nobody mistypes it like
	 * that: below zero where nothing is, or ten times too large.
	 */
	boolean isFarOff(String text) {
		if ((this.min == null && this.max == null) || text.isEmpty() || text.length() > LONGEST) {
			return false;
		}
		try {
			BigDecimal number = new BigDecimal(text);
			if (Math.abs((long) number.precision() - number.scale()) > LONGEST) {
				return number.signum() > 0 && this.max != null;
			}
			boolean negative = this.min != null && this.min.signum() >= 0 && number.signum() < 0;
			return negative
					|| this.max != null && this.max.signum() > 0 && number.compareTo(this.max.multiply(FAR)) >= 0;
		}
		catch (NumberFormatException ex) {
			return false;
		}
	}

}
