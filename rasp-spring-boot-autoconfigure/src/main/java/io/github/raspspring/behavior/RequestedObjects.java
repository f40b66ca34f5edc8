package io.github.raspspring.behavior;

import java.util.Arrays;
import java.util.List;

import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.Inspection;
import org.jspecify.annotations.Nullable;

/**
 * The objects that a request names: by variables of its path, which are one object
 * together, by parameters, and by fields of its body, of which each element of a list is
 * one.
 */
final class RequestedObjects {

	private static final int OBJECT = 3;

	private static final int MOST = 256;

	private static final int LONGEST = 2048;

	private static final long[] NO_LIST = new long[0];

	private final KeyedHash hash;

	/** What all single names are together. */
	private long single;

	/** The sum of their numbers, so that it steps when one of them does. */
	private long number = ObjectSegments.NO_NUMBER;

	private boolean any;

	/** A hash and a number of each. */
	private long[] list = NO_LIST;

	private int listed;

	private String last = "";

	private RequestedObjects(KeyedHash hash) {
		this.hash = hash;
	}

	/**
	 * Find the objects of a request.
	 * @param values what the client sent, as far as it is to be looked at
	 * @param body whether its body is to be looked at
	 * @return the objects, or {@code null} if there are none
	 */
	static @Nullable RequestedObjects of(Inspection inspection, RouteModel route, List<InputValue> values, boolean body,
			KeyedHash hash) {
		RequestedObjects objects = new RequestedObjects(hash);
		if (route.hasVariables()) {
			String path = ObjectSegments.plain(inspection.path());
			objects.add(route.object(path, hash), route.number(path));
		}
		for (int i = 0; i < values.size(); i++) {
			InputValue value = values.get(i);
			if (isLookedAt(value.location(), body) && value.kind() == InputValue.Kind.VALUE) {
				objects.parameter(value);
			}
		}
		return (objects.any || objects.listed > 0) ? objects : null;
	}

	/**
	 * Count them. To be called holding the monitor of the client.
	 * @return whether there are more than before
	 */
	boolean count(RouteUse use, boolean denied, long now, long window) {
		boolean more = this.any && use.object(this.single, this.number, denied, now, window);
		for (int i = 0; i < this.listed; i++) {
			more |= use.object(this.list[2 * i], this.list[2 * i + 1], denied, now, window);
		}
		return more;
	}

	private static boolean isLookedAt(InputLocation location, boolean body) {
		return switch (location) {
			case QUERY -> true;
			case FORM, JSON, GRAPHQL -> body;
			default -> false;
		};
	}

	private void parameter(InputValue value) {
		String text = value.value();
		String own = last(value.lastName());
		String name = own.endsWith("]") ? nameOfList(own) : last(value.listName());
		boolean element = !name.equals(own);
		if (text.isEmpty() || text.length() > LONGEST || !ObjectNames.name(name)) {
			return;
		}
		if (element || name.equals(this.last) || text.indexOf(',') >= 0) {
			list(text);
		}
		else {
			this.last = name;
			add(this.hash.of(OBJECT, text), ObjectSegments.number(text, 0, text.length()));
		}
	}

	/**
	 * Return the name of a list whose elements have their places in brackets.
	 */
	private static String nameOfList(String element) {
		int end = element.lastIndexOf('[');
		boolean place = end >= 0 && (end == element.length() - 2
				|| ObjectSegments.number(element, end + 1, element.length() - 1) != ObjectSegments.NO_NUMBER);
		return place ? element.substring(0, end) : element;
	}

	private static String last(String pointer) {
		return pointer.substring(pointer.lastIndexOf('/') + 1);
	}

	private void add(long object, long number) {
		this.single = this.any ? this.hash.of(this.single, object) : object;
		boolean known = this.number != ObjectSegments.NO_NUMBER;
		boolean more = number != ObjectSegments.NO_NUMBER;
		this.number = (known && more) ? this.number + number : (more ? number : this.number);
		this.any = true;
	}

	/**
	 * Take each of what commas part, as many frameworks do.
	 */
	private void list(String text) {
		int start = 0;
		while (start <= text.length() && this.listed < MOST) {
			int comma = text.indexOf(',', start);
			int end = (comma >= 0) ? comma : text.length();
			if (2 * this.listed == this.list.length) {
				this.list = Arrays.copyOf(this.list, Math.max(8, 2 * this.list.length));
			}
			this.list[2 * this.listed] = this.hash.of(OBJECT, text, start, end);
			this.list[2 * this.listed + 1] = ObjectSegments.number(text, start, end);
			this.listed++;
			start = end + 1;
		}
	}

}
