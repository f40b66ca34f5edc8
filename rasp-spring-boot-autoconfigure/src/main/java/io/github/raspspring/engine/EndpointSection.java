package io.github.raspspring.engine;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

import org.jspecify.annotations.Nullable;

/**
 * Port through which a room shows itself under {@code /actuator/rasp}. What it returns is
 * written as JSON and must be free of secrets.
 */
public interface EndpointSection {

	/**
	 * Return the last part of the section's address.
	 * @return one lower-case word
	 */
	String name();

	/**
	 * Return what {@code /actuator/rasp} says of the room in short.
	 * @return a few facts, never {@code null}
	 */
	Map<String, Object> overview();

	/**
	 * Return what {@code /actuator/rasp} gives under the name of the room.
	 * @return the overview, unless the room has one fact only
	 */
	default Object summary() {
		return overview();
	}

	/**
	 * Return why the room is active, for what is logged in detail at the start.
	 * @return a few words such as the property that decides, empty to stay out of it
	 */
	default String reason() {
		return "";
	}

	/**
	 * Return what the line that the application starts with says of the room.
	 * @return at most about 30 characters such as {@code 18 detectors}, empty to stay out
	 * of it
	 */
	default String headline() {
		return "";
	}

	/**
	 * Return what the room leaves open for want of configuration.
	 * @return a sentence per gap that names the property, empty if there is none
	 */
	default List<String> gaps() {
		return List.of();
	}

	/**
	 * Return what operators should do next, for the report.
	 * @return a sentence each, empty if there is nothing to be done
	 */
	default List<String> nextSteps() {
		return List.of();
	}

	/**
	 * Return what {@code /actuator/rasp/<name>} shows.
	 * @return the content
	 */
	Object content();

	/**
	 * Return what {@code /actuator/rasp/<name>} shows somebody who asks for a part of it.
	 * @param query what is asked for
	 * @return the content; all of it unless overridden
	 * @throws IllegalArgumentException if an argument is invalid; the message says what
	 * is possible
	 */
	default Object content(SectionQuery query) {
		return content();
	}

	/**
	 * Return one item of the section.
	 * @param id what the caller asked for
	 * @return the item, or {@code null} if there is none
	 */
	default @Nullable Object item(String id) {
		return null;
	}

	/**
	 * Do what an operator asks. Called only where write access to the endpoint is
	 * granted; the caller records who did what.
	 * @param operation what to do
	 * @return what the target is like now, or {@code null} to show nothing
	 * @throws IllegalArgumentException if the section has no such operation, target or
	 * argument; the message says what is possible
	 * @throws NoSuchElementException if there is nothing to do it to; the message says so
	 */
	default @Nullable Object operate(SectionOperation operation) {
		throw new IllegalArgumentException("The section " + name() + " has no operations");
	}

	/**
	 * Content that is shown as it is rather than as JSON.
	 *
	 * @param contentType its media type with a charset
	 * @param text the text, in which nothing of an attack is at work
	 */
	record Page(String contentType, String text) {

	}

}
