package io.github.raspspring.web;

import java.io.IOException;

import io.github.raspspring.engine.Decision;
import io.github.raspspring.engine.SinkBlockedException;
import io.github.raspspring.engine.pipeline.Exchange;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.web.servlet.ModelAndView;

/**
 * Gives a refusal that leaves a handler as an exception the same answer as any other,
 * ahead of the application's own exception handlers.
 */
public final class RefusalExceptionResolver extends ExchangeExceptionResolver {

	private static final Log logger = LogFactory.getLog(RefusalExceptionResolver.class);

	private static final int LONGEST_CAUSE_CHAIN = 32;

	private final RefusalWriter refusals;

	/**
	 * Create the resolver.
	 * @param refusals answers what is refused
	 */
	public RefusalExceptionResolver(RefusalWriter refusals) {
		this.refusals = refusals;
	}

	@Override
	@Nullable ModelAndView resolve(@Nullable Exchange exchange, HttpServletRequest request, HttpServletResponse response,
			Exception ex) {
		Decision decision = refusal(ex);
		if (decision == null && exchange != null && exchange.decision().refuses()) {
			// The application threw another exception in place of the refusal.
			decision = exchange.decision();
		}
		if (decision == null) {
			return null;
		}
		if (exchange != null && !response.isCommitted()) {
			this.refusals.announce(exchange, response);
		}
		if (response.isCommitted() && RefusalWriter.isRefusal(response)) {
			return new ModelAndView();
		}
		try {
			// Where the answer is on its way the filter cuts it off. The application has
			// nothing to add to that either.
			this.refusals.write(decision, request, response);
		}
		catch (IOException failure) {
			logger.debug("The client was gone before the refusal was written", failure);
		}
		return new ModelAndView();
	}

	private static @Nullable Decision refusal(Throwable thrown) {
		Throwable cause = thrown;
		for (int i = 0; cause != null && i < LONGEST_CAUSE_CHAIN; i++) {
			if (cause instanceof RequestRefusedException refused) {
				return refused.decision();
			}
			if (cause instanceof SinkBlockedException blocked) {
				return blocked.decision();
			}
			cause = cause.getCause();
		}
		return null;
	}

}
