package io.github.raspspring.carrier.servlet;

import java.io.IOException;

import io.github.raspspring.attack.url.ForwardCall;
import io.github.raspspring.sink.SinkGuard;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;

/**
 * A dispatcher whose path is judged as the application put it together, before it is
 * dispatched to.
 */
final class GuardedDispatcher implements RequestDispatcher {

	/** Tells the filter on the way that the dispatch has been judged. */
	private static final String JUDGED = GuardedDispatcher.class.getName() + ".judged";

	private final RequestDispatcher dispatcher;

	private final String path;

	private final SinkGuard guard;

	GuardedDispatcher(RequestDispatcher dispatcher, String path, SinkGuard guard) {
		this.dispatcher = dispatcher;
		this.path = path;
		this.guard = guard;
	}

	@Override
	public void forward(ServletRequest request, ServletResponse response) throws ServletException, IOException {
		check("forward");
		request.setAttribute(JUDGED, true);
		try {
			this.dispatcher.forward(request, response);
		}
		finally {
			request.removeAttribute(JUDGED);
		}
	}

	@Override
	public void include(ServletRequest request, ServletResponse response) throws ServletException, IOException {
		check("include");
		request.setAttribute(JUDGED, true);
		try {
			this.dispatcher.include(request, response);
		}
		finally {
			request.removeAttribute(JUDGED);
		}
	}

	/**
	 * Tell once whether the dispatch that a request is on has been judged.
	 */
	static boolean takeJudged(ServletRequest request) {
		boolean judged = request.getAttribute(JUDGED) != null;
		if (judged) {
			request.removeAttribute(JUDGED);
		}
		return judged;
	}

	private void check(String operation) {
		this.guard.check(new ForwardCall(operation, this.path, ForwardCall.Target.PATH));
	}

}
