package io.github.raspspring.event.form;

import java.util.Map;

import io.github.raspspring.engine.event.EventRecord;

/**
 * A form in which events are written: names and values that JSON can hold.
 */
@FunctionalInterface
public interface EventForm {

	/**
	 * Return an event in this form.
	 * @param event the event
	 * @return texts, numbers, booleans, lists and maps by name, in the order in which
	 * they are written
	 */
	Map<String, Object> of(EventRecord event);

}
