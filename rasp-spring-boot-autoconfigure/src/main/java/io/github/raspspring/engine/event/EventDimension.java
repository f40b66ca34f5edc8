package io.github.raspspring.engine.event;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * By what events are counted.
 */
public enum EventDimension {

	/** Detector and rule, such as {@code sql-injection.tautology}. */
	RULE,

	/** The template of the route, or the path where none was known. */
	ROUTE,

	/** Where the value was found, such as {@code query:title}. */
	PARAMETER,

	/** Who sent it, as the events name clients. */
	CLIENT,

	/** Who was verified, as the events name subjects. */
	SUBJECT,

	/** What came of it. */
	OUTCOME,

	/** What kind of event it is. */
	TYPE;

	/**
	 * Return under which keys an event is counted.
	 * @param event the event
	 * @return each key once, empty if it has none
	 */
	public List<String> keysOf(EventRecord event) {
		return switch (this) {
			case RULE -> event.rules();
			case PARAMETER -> present(event.findings().stream().map(EventFinding::parameter));
			case ROUTE -> present(Stream.ofNullable(event.where().target()));
			case CLIENT -> present(Stream.ofNullable(event.where().client()));
			case SUBJECT -> present(Stream.ofNullable(event.where().subject()));
			case OUTCOME -> List.of(event.outcome().label());
			case TYPE -> List.of(event.type());
		};
	}

	private static List<String> present(Stream<String> keys) {
		return keys.filter(Objects::nonNull).distinct().toList();
	}

}
