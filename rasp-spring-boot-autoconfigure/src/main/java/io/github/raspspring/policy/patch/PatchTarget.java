package io.github.raspspring.policy.patch;

import java.util.Locale;

import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;

/**
 * Which values of a request a patch is about.
 *
 * @param place where they are found
 * @param name what they are called there: of a parameter as Spring binds it, of a
 * document its JSON pointer (RFC 6901), in which {@code *} stands for every element; of
 * GraphQL names with dots or slashes between them
 */
public record PatchTarget(Place place, String name) {

	private static final String MAGIC = ".magic";

	public PatchTarget {
		name = normalized(place, name);
	}

	/**
	 * Tell whether a value is meant.
	 * @param value the value
	 * @return {@code true} if the patch is about it
	 */
	boolean names(InputValue value) {
		if (value.kind() == InputValue.Kind.NAME) {
			return false;
		}
		return switch (this.place) {
			case PARAMETER -> isParameter(value) && parameter(value.name()).equals(this.name);
			case HEADER -> value.location() == InputLocation.HEADER && value.name().equalsIgnoreCase(this.name);
			case COOKIE -> value.location() == InputLocation.COOKIE && value.name().equals(this.name);
			case PATH_VARIABLE -> value.location() == InputLocation.PATH && value.name().equals(this.name);
			case DOCUMENT -> isLeaf(value);
			case FILE -> isFile(value);
			case GRAPHQL_VARIABLE -> value.location() == InputLocation.GRAPHQL && isArgument(value.name());
		};
	}

	private static boolean isParameter(InputValue value) {
		return switch (value.location()) {
			case QUERY, FORM, MULTIPART -> value.kind() == InputValue.Kind.VALUE;
			default -> false;
		};
	}

	/**
	 * A bean may have the file, so that its name is written in as many ways as that of a
	 * parameter.
	 */
	private boolean isFile(InputValue value) {
		String name = value.name();
		return value.location() == InputLocation.MULTIPART && name.endsWith(MAGIC)
				&& parameter(name.substring(0, name.length() - MAGIC.length())).equals(this.name);
	}

	/**
	 * Beans are bound by names that are written in more than one way: with a prefix that
	 * makes it a default, with an index, and with the first letter in either case.
	 */
	private static String parameter(String name) {
		int start = (name.startsWith("!")) ? 1 : 0;
		if (start == 0 && name.indexOf('[') < 0) {
			return name.toLowerCase(Locale.ROOT);
		}
		StringBuilder plain = new StringBuilder(name.length());
		int depth = 0;
		for (int i = start; i < name.length(); i++) {
			char c = name.charAt(i);
			depth += (c == '[') ? 1 : 0;
			if (depth == 0) {
				plain.append(c);
			}
			depth -= (c == ']' && depth > 0) ? 1 : 0;
		}
		return plain.toString().toLowerCase(Locale.ROOT);
	}

	/**
	 * An argument, or a field of one, wherever the fragment of the document is that has
	 * it. The first name may be any, as clients name variables.
	 */
	private boolean isArgument(String path) {
		if (!this.name.startsWith("/*/")) {
			return path.equals(this.name);
		}
		int second = path.indexOf('/', 1);
		return second > 0 && path.substring(second).equals(this.name.substring(2));
	}

	private static String argument(String name) {
		String path = (name.startsWith("/") ? name : "/" + name).replace('.', '/');
		return path.startsWith("/*/") ? "/*" + GraphQlArguments.withoutLists(path.substring(2))
				: GraphQlArguments.withoutLists(path);
	}

	private boolean isLeaf(InputValue value) {
		if (value.location() == InputLocation.XML) {
			String last = this.name.substring(this.name.lastIndexOf('/') + 1);
			String name = value.name();
			return name.equalsIgnoreCase(last) || name.toLowerCase(Locale.ROOT).endsWith("/@" + last);
		}
		return value.location() == InputLocation.JSON && pointer(value.name());
	}

	private boolean pointer(String pointer) {
		if (pointer.equalsIgnoreCase(this.name)) {
			return true;
		}
		String[] segments = pointer.split("/", -1);
		String[] meant = this.name.split("/", -1);
		if (segments.length != meant.length) {
			return false;
		}
		for (int i = 0; i < segments.length; i++) {
			boolean any = meant[i].equals("-");
			if (!any && !segments[i].equalsIgnoreCase(meant[i])) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Elements of an array are called alike, so an index means them all.
	 */
	private static String normalized(Place place, String name) {
		return switch (place) {
			case PARAMETER, FILE -> parameter(name);
			case HEADER -> name.toLowerCase(Locale.ROOT);
			case DOCUMENT -> name.replaceAll("/(\\*|[0-9]+)(?=/|$)", "/-").toLowerCase(Locale.ROOT);
			case GRAPHQL_VARIABLE -> argument(name);
			default -> name;
		};
	}

	@Override
	public String toString() {
		return this.place.name().toLowerCase(Locale.ROOT).replace('_', '-') + ' ' + this.name;
	}

	/**
	 * Where values are found.
	 */
	public enum Place {

		/** The query, a form or a part of a multipart body. */
		PARAMETER,

		/** A header field. */
		HEADER,

		/** A cookie. */
		COOKIE,

		/** A variable of the path. */
		PATH_VARIABLE,

		/**
		 * A leaf of a JSON body, and the element of an XML body that is called like it.
		 */
		DOCUMENT,

		/** A file of a multipart body. */
		FILE,

		/**
		 * A variable of a GraphQL request, or an argument of its document, with the way
		 * into it.
		 */
		GRAPHQL_VARIABLE

	}

}
