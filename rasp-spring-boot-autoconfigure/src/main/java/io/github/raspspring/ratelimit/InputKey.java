package io.github.raspspring.ratelimit;

import java.text.Normalizer;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.Phase;
import org.jspecify.annotations.Nullable;

/**
 * A part of a key that is input, such as the account that a login names. Spellings that
 * applications take for the same account count as one. A request in which the input is
 * missing or given twice is still counted, together with all others of that kind: leaving
 * the field out is no way around the limit. One that gives it twice counts for the first
 * and the last value too, which are those that parsers take: it wins no further tokens.
 * Input of a body counts as missing too where the body is of another kind, or the handler
 * reads it only after the plan was enforced.
 *
 * @param location where the input is
 * @param parameter its name there, a JSON pointer (RFC 6901) for JSON
 */
record InputKey(InputLocation location, String parameter) implements RateLimitKeyResolver {

	private static final int SIGNIFICANT_LENGTH = 256;

	private static final String MISSING_OR_AMBIGUOUS = "\0";

	private static final Set<String> BODILESS = Set.of("GET", "HEAD");

	private static final Set<InputLocation> IN_BODY = EnumSet.of(InputLocation.BODY, InputLocation.FORM,
			InputLocation.GRAPHQL, InputLocation.JSON, InputLocation.MULTIPART, InputLocation.XML);

	/**
	 * Read a name such as {@code json:/user} or {@code header:x-tenant}.
	 * @return the part, or {@code null} if the name is of another kind
	 */
	static @Nullable InputKey of(String name) {
		int colon = name.indexOf(':');
		if (colon < 1 || colon == name.length() - 1) {
			return null;
		}
		String label = name.substring(0, colon);
		String parameter = name.substring(colon + 1);
		for (InputLocation location : InputLocation.values()) {
			if (location.label().equals(label)) {
				return isPlace(location, parameter) ? new InputKey(location, caseOf(location, parameter)) : null;
			}
		}
		return null;
	}

	@Override
	public String name() {
		return this.location.label() + ':' + this.parameter;
	}

	@Override
	public Phase phase() {
		return switch (this.location) {
			case QUERY, HEADER, COOKIE -> Phase.REQUEST;
			default -> Phase.HANDLER;
		};
	}

	@Override
	public @Nullable String resolve(Inspection inspection) {
		String found = null;
		int unread = 0;
		for (InputValue value : inspection.values()) {
			unread += isNameInJson(value) ? 1 : 0;
			if (isMeant(value)) {
				if (found != null && !found.equals(value.value())) {
					return MISSING_OR_AMBIGUOUS;
				}
				found = value.value();
				unread--;
			}
		}
		if (found != null) {
			// Numbers are no values, but what an application takes for the account.
			return (unread > 0) ? MISSING_OR_AMBIGUOUS : normalize(found);
		}
		return mayHaveArrived(inspection) ? MISSING_OR_AMBIGUOUS : null;
	}

	@Override
	public List<String> alternatives(Inspection inspection) {
		String first = null;
		String last = null;
		for (InputValue value : inspection.values()) {
			if (isMeant(value)) {
				first = (first != null) ? first : value.value();
				last = value.value();
			}
		}
		if (first == null || last == null || resolve(inspection) != MISSING_OR_AMBIGUOUS) {
			return List.of();
		}
		return Stream.of(normalize(first), normalize(last)).distinct().toList();
	}

	private boolean isNameInJson(InputValue value) {
		return this.location == InputLocation.JSON && value.location() == InputLocation.JSON
				&& value.kind() == InputValue.Kind.NAME && value.name().equals(this.parameter);
	}

	/**
	 * A handler may read the body itself, later and in another way, so it is enough that
	 * there is one.
	 */
	private boolean mayHaveArrived(Inspection inspection) {
		return phase() == Phase.REQUEST || this.location == InputLocation.PATH || announcesBody(inspection)
				|| inspection.values().stream().anyMatch((value) -> IN_BODY.contains(value.location()));
	}

	private static boolean announcesBody(Inspection inspection) {
		return !BODILESS.contains(inspection.method()) && inspection.value(InputLocation.HEADER, "content-type") != null
				&& !"0".equals(inspection.value(InputLocation.HEADER, "content-length"));
	}

	private boolean isMeant(InputValue value) {
		return isPlaceOf(value.location()) && value.kind() == InputValue.Kind.VALUE
				&& value.name().equals(this.parameter);
	}

	/**
	 * To a servlet, a form field is a parameter, which may come in the query or in a
	 * multipart body as well.
	 */
	private boolean isPlaceOf(InputLocation found) {
		return found == this.location || (this.location == InputLocation.FORM
				&& (found == InputLocation.QUERY || found == InputLocation.MULTIPART));
	}

	private static boolean isPlace(InputLocation location, String parameter) {
		return switch (location) {
			case JSON -> parameter.startsWith("/");
			case BODY, XML, GRAPHQL -> false;
			default -> true;
		};
	}

	private static String caseOf(InputLocation location, String parameter) {
		return (location == InputLocation.HEADER) ? parameter.toLowerCase(Locale.ROOT) : parameter;
	}

	private static String normalize(String value) {
		String text = value.substring(0, Math.min(value.length(), SIGNIFICANT_LENGTH)).strip();
		return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
	}

}
