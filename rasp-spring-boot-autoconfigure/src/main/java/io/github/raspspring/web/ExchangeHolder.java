package io.github.raspspring.web;

import io.github.raspspring.engine.pipeline.Exchange;
import jakarta.servlet.ServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the exchange with the request, so that every dispatch of it finds the same one.
 */
final class ExchangeHolder {

	private static final String ATTRIBUTE = Exchange.class.getName();

	private ExchangeHolder() {
	}

	static @Nullable Exchange find(ServletRequest request) {
		return (Exchange) request.getAttribute(ATTRIBUTE);
	}

	static void keep(ServletRequest request, Exchange exchange) {
		request.setAttribute(ATTRIBUTE, exchange);
	}

}
