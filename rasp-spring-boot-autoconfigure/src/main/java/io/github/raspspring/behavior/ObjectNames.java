package io.github.raspspring.behavior;

import java.util.List;
import java.util.Locale;

/**
 * Tells by its name whether a parameter or field names an object of the application.
 */
final class ObjectNames {

	private static final List<String> ENDINGS = List.of("Id", "ID", "_id", "-id", "uuid", "Uuid", "UUID", "guid",
			"Guid", "Number", "_number", "-number");

	/** What is new in each request, or is no object that anybody would look for. */
	private static final List<String> NO_OBJECTS = List.of("request", "correlation", "trace", "span", "session",
			"message", "event", "idempotency", "nonce", "client", "device", "visitor", "transaction", "page", "phone",
			"house", "build", "version");

	private ObjectNames() {
	}

	/**
	 * Tell whether a name is that of an object or of several, such as {@code orderId} or
	 * {@code ids}.
	 */
	static boolean name(String name) {
		int end = name.endsWith("s") ? name.length() - 1 : name.length();
		if (!mayEnd(name, end)) {
			return false;
		}
		String single = name.substring(0, end);
		if (single.equalsIgnoreCase("id")) {
			return true;
		}
		for (int i = 0; i < ENDINGS.size(); i++) {
			if (single.endsWith(ENDINGS.get(i))) {
				return !isNoObject(single.toLowerCase(Locale.ROOT));
			}
		}
		return false;
	}

	/**
	 * Tell by its last letters whether a name may have one of the endings. One of two is
	 * compared, as letters of other scripts count as equal without regard to case.
	 */
	private static boolean mayEnd(String name, int end) {
		if (end <= 2) {
			return end == 2;
		}
		return switch (name.charAt(end - 1)) {
			case 'd', 'D' -> (name.charAt(end - 2) | 0x20) == 'i';
			case 'r' -> name.startsWith("mbe", end - 4);
			default -> false;
		};
	}

	private static boolean isNoObject(String name) {
		for (int i = 0; i < NO_OBJECTS.size(); i++) {
			if (name.contains(NO_OBJECTS.get(i))) {
				return true;
			}
		}
		return false;
	}

}
