package io.github.raspspring.web;

import java.util.function.BiConsumer;
import java.util.function.Predicate;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Shows all headers of a request in one walk, where the container allows that. Used by
 * all threads at once.
 */
@FunctionalInterface
public interface HeaderWalk {

	/** Knows no container. */
	HeaderWalk NONE = (request, wanted, taker) -> false;

	/**
	 * Walk over the headers.
	 * @param request the request
	 * @param wanted tells by their names, in lower case, which of them are read, so that
	 * no other value is
	 * @param taker takes each name, in lower case, with each of its values
	 * @return {@code false} if they can't be shown and nothing was taken
	 */
	boolean over(HttpServletRequest request, Predicate<String> wanted, BiConsumer<String, String> taker);

}
