package io.github.raspspring.autoconfigure.configuration;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.env.Environment;

/**
 * Says which property stopped the start, what is wrong with its value and how to mend it,
 * without the classes in which that was noticed.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RaspConfigurationFailureAnalyzer implements FailureAnalyzer {

	private static final String UNKNOWN = "Use a value of the type that docs/configuration.md names.";

	private final @Nullable Environment environment;

	/**
	 * Create an analyzer.
	 * @param environment knows what is written where, if there is one
	 */
	RaspConfigurationFailureAnalyzer(@Nullable Environment environment) {
		this.environment = environment;
	}

	@Override
	public @Nullable FailureAnalysis analyze(Throwable failure) {
		InvalidConfigurationPropertyValueException invalid = find(failure,
				InvalidConfigurationPropertyValueException.class);
		if (invalid != null && isOurs(invalid.getName())) {
			String reason = (invalid.getReason() != null) ? invalid.getReason() : UNKNOWN;
			return analysis(invalid.getName(), invalid.getValue(), reason, failure);
		}
		BindException bind = find(failure, BindException.class);
		ConversionFailedException conversion = find(failure, ConversionFailedException.class);
		if (bind == null || conversion == null || !isOurs(bind.getName().toString())) {
			return null;
		}
		return analysis(bind.getName().toString(), conversion.getValue(), expectation(conversion.getTargetType()),
				failure);
	}

	private FailureAnalysis analysis(String name, @Nullable Object value, String mend, Throwable failure) {
		WrittenProperty written = WrittenProperty.find(this.environment, name, value);
		StringBuilder description = new StringBuilder("The application's configuration of RASP is invalid:\n\n");
		description.append("    Property: ").append(name).append('\n');
		description.append("    Value: ").append(written.quoted()).append('\n');
		if (written.origin() != null) {
			description.append("    Origin: ").append(written.origin()).append('\n');
		}
		description.append("    Reason: ").append(mend);
		return new FailureAnalysis(description.toString(), mend, failure);
	}

	private static String expectation(TypeDescriptor type) {
		Class<?> target = type.getObjectType();
		if (target.isEnum()) {
			return "Use one of " + Arrays.stream(target.getEnumConstants())
				.map((constant) -> constant.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
				.collect(Collectors.joining(", ")) + '.';
		}
		return switch (target.getSimpleName()) {
			case "Duration" -> "Use a time with its unit, such as 500ms, 15m or 24h.";
			case "DataSize" -> "Use a size with its unit, such as 64KB or 8MB.";
			case "Boolean" -> "Use true or false.";
			case "Integer", "Long" -> "Use a whole number.";
			case "Double" -> "Use a number.";
			default -> UNKNOWN;
		};
	}

	private static boolean isOurs(String name) {
		return name.equals("rasp") || name.startsWith("rasp.");
	}

	private static <T extends Throwable> @Nullable T find(Throwable failure, Class<T> type) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (type.isInstance(cause)) {
				return type.cast(cause);
			}
		}
		return null;
	}

}
