package io.github.raspspring.autoconfigure.web;

import jakarta.servlet.Filter;

/**
 * What judges the tokens that subjects were verified by, as part of the identity filter.
 *
 * @param filter judges the token of a request and goes on, or answers it
 */
public record RaspTokenStage(Filter filter) {

	static final RaspTokenStage NONE = new RaspTokenStage(
			(request, response, chain) -> chain.doFilter(request, response));

}
