package io.github.raspspring.carrier.servlet;

import io.github.raspspring.attack.url.ForwardCall;
import io.github.raspspring.sink.SinkGuard;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;

/**
 * An asynchronous context whose dispatches to a path are judged as forwards are.
 */
final class GuardedAsyncContext implements AsyncContext {

	private final AsyncContext context;

	private final SinkGuard guard;

	GuardedAsyncContext(AsyncContext context, SinkGuard guard) {
		this.context = context;
		this.guard = guard;
	}

	@Override
	public void dispatch(String path) {
		check(path);
		this.context.dispatch(path);
	}

	@Override
	public void dispatch(ServletContext servletContext, String path) {
		check(path);
		this.context.dispatch(servletContext, path);
	}

	private void check(String path) {
		this.guard.check(new ForwardCall("dispatch", path, ForwardCall.Target.PATH));
	}

	@Override
	public void dispatch() {
		this.context.dispatch();
	}

	@Override
	public ServletRequest getRequest() {
		return this.context.getRequest();
	}

	@Override
	public ServletResponse getResponse() {
		return this.context.getResponse();
	}

	@Override
	public boolean hasOriginalRequestAndResponse() {
		return this.context.hasOriginalRequestAndResponse();
	}

	@Override
	public void complete() {
		this.context.complete();
	}

	@Override
	public void start(Runnable task) {
		this.context.start(task);
	}

	@Override
	public void addListener(AsyncListener listener) {
		this.context.addListener(listener);
	}

	@Override
	public void addListener(AsyncListener listener, ServletRequest request, ServletResponse response) {
		this.context.addListener(listener, request, response);
	}

	@Override
	public <T extends AsyncListener> T createListener(Class<T> type) throws ServletException {
		return this.context.createListener(type);
	}

	@Override
	public void setTimeout(long timeout) {
		this.context.setTimeout(timeout);
	}

	@Override
	public long getTimeout() {
		return this.context.getTimeout();
	}

}
