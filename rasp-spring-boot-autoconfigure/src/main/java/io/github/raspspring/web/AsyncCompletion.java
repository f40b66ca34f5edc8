package io.github.raspspring.web;

import io.github.raspspring.engine.pipeline.Exchange;
import io.github.raspspring.engine.pipeline.InspectionPipeline;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Ends the exchange of a request that is served asynchronously.
 */
record AsyncCompletion(InspectionPipeline pipeline, Exchange exchange,
		HttpServletResponse response) implements AsyncListener {

	@Override
	public void onComplete(AsyncEvent event) {
		this.pipeline.complete(this.exchange, this.response.getStatus());
	}

	@Override
	public void onTimeout(AsyncEvent event) {
		// The container completes the request next.
	}

	@Override
	public void onError(AsyncEvent event) {
		// The container completes the request next.
	}

	@Override
	public void onStartAsync(AsyncEvent event) {
		event.getAsyncContext().addListener(this);
	}

}
