package io.github.raspspring.web;

import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.engine.pipeline.Exchange;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * The context of a request that is served asynchronously, with the guarded request in the
 * place of one that nobody judges.
 */
record InspectedAsyncContext(AsyncContext delegate, ServletRequest request, Exchange exchange, InspectionScope scope,
		EarlyRefusal refusal) implements AsyncContext {

	private static final Log logger = LogFactory.getLog(InspectedAsyncContext.class);

	@Override
	public ServletRequest getRequest() {
		return this.request;
	}

	@Override
	public ServletResponse getResponse() {
		return this.delegate.getResponse();
	}

	@Override
	public boolean hasOriginalRequestAndResponse() {
		return this.delegate.hasOriginalRequestAndResponse();
	}

	@Override
	public void dispatch() {
		this.delegate.dispatch();
	}

	@Override
	public void dispatch(String path) {
		this.delegate.dispatch(path);
	}

	@Override
	public void dispatch(ServletContext context, String path) {
		this.delegate.dispatch(context, path);
	}

	/**
	 * Replace the answer of an application that swallowed a refusal.
	 */
	@Override
	public void complete() {
		if (this.exchange.decision().refuses()) {
			this.refusal.answer(this.exchange.decision());
		}
		this.delegate.complete();
	}

	@Override
	public void start(Runnable run) {
		this.delegate.start(() -> run(run));
	}

	/**
	 * The request may serve somebody else by the time a refusal leaves the task: the
	 * container must not take it for an error of that one.
	 */
	private void run(Runnable run) {
		try (InspectionScope.Binding binding = this.scope.bind(this.exchange)) {
			run.run();
		}
		catch (RuntimeException ex) {
			if (!this.exchange.decision().refuses()) {
				throw ex;
			}
			logger.debug("The application left its work on a refused request", ex);
			end();
		}
	}

	/**
	 * End what the application has left, unless it did so itself on its way out.
	 */
	private void end() {
		try {
			complete();
		}
		catch (IllegalStateException ex) {
			logger.debug("The application had ended the request already", ex);
		}
	}

	@Override
	public void addListener(AsyncListener listener) {
		this.delegate.addListener(listener);
	}

	@Override
	public void addListener(AsyncListener listener, ServletRequest request, ServletResponse response) {
		this.delegate.addListener(listener, request, response);
	}

	@Override
	public <T extends AsyncListener> T createListener(Class<T> type) throws ServletException {
		return this.delegate.createListener(type);
	}

	@Override
	public void setTimeout(long timeout) {
		this.delegate.setTimeout(timeout);
	}

	@Override
	public long getTimeout() {
		return this.delegate.getTimeout();
	}

}
