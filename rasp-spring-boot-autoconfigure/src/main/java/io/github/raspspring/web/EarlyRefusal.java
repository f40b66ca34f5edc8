package io.github.raspspring.web;

import java.io.IOException;

import io.github.raspspring.engine.Decision;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Answers a request that is refused while it is served asynchronously: nobody may come by
 * who would, before the application answers as it likes.
 */
record EarlyRefusal(RefusalWriter refusals, HttpServletRequest request, HttpServletResponse response) {

	private static final Log logger = LogFactory.getLog(EarlyRefusal.class);

	void answer(Decision decision) {
		if (!this.request.isAsyncStarted()) {
			return;
		}
		try {
			if (!this.response.isCommitted() && this.request.getProtocol().startsWith("HTTP/1")) {
				// The container closes the connection where the application fails to end.
				this.response.setHeader("Connection", "close");
			}
			this.refusals.write(decision, this.request, this.response);
		}
		catch (IOException | IllegalStateException ex) {
			logger.debug("The client was gone before the refusal was written", ex);
		}
	}

}
