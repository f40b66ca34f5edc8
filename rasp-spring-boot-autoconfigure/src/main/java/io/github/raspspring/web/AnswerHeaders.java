package io.github.raspspring.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Adds to a refusal the headers of those whose turn has not come: nothing of the answer
 * is lost but its body. The status of the response is that of the refusal. Used by all
 * threads at once; throws nothing.
 */
public interface AnswerHeaders {

	/** Adds nothing. */
	AnswerHeaders NONE = new AnswerHeaders() {
	};

	/**
	 * Add what is added from Spring Security on.
	 * @param request the request, refused
	 * @param response the response, not yet committed
	 */
	default void fromSecurityOn(HttpServletRequest request, HttpServletResponse response) {
	}

	/**
	 * Add what is added behind Spring Security.
	 * @param request the request, refused
	 * @param response the response, not yet committed
	 */
	default void behindSecurity(HttpServletRequest request, HttpServletResponse response) {
	}

	/**
	 * Add what is added where the handler is found.
	 * @param request the request, refused
	 * @param response the response, not yet committed
	 */
	default void atHandler(HttpServletRequest request, HttpServletResponse response) {
	}

}
