package io.github.raspspring.inventory.openapi;

import java.io.IOException;

import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.engine.pipeline.Exchange;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Shows answers to their check, whether a controller, a functional route or a servlet
 * gives them. Stands behind the filter that begins the exchange. Changes no answer.
 */
public final class AnswerCheckFilter implements Filter {

	private final InspectionScope scope;

	private final AnswerCheck check;

	/**
	 * Create the filter.
	 * @param scope where the exchange is found
	 * @param check holds answers against the document
	 */
	public AnswerCheckFilter(InspectionScope scope, AnswerCheck check) {
		this.scope = scope;
		this.check = check;
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		if (this.scope.current() instanceof Exchange exchange && response instanceof HttpServletResponse answer) {
			CheckedAnswer checked = new CheckedAnswer(answer,
					(begun) -> this.check.isWanted(exchange, begun.status(), begun.type()));
			exchange.onCompletion(() -> completed(exchange, checked));
			chain.doFilter(request, checked);
		}
		else {
			chain.doFilter(request, response);
		}
	}

	private void completed(Exchange exchange, CheckedAnswer answer) {
		byte[] body = exchange.decision().refuses() ? null : answer.body();
		if (body != null) {
			this.check.check(exchange, answer.status(), answer.type(), body);
		}
	}

}
