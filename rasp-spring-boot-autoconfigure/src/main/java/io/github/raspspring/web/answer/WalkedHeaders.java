package io.github.raspspring.web.answer;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

import io.github.raspspring.engine.JvmErrors;
import io.github.raspspring.web.AnswerHeaders;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.web.filter.CorsFilter;

/**
 * Finds the headers of a refusal by letting a request without input walk through the
 * filters that the refused one does not reach. Of what they answer the headers are kept;
 * no handler runs. Filters behind Spring Security are walked through only where it lets
 * anybody pass, or a verified user who only comes too often, so that nobody gets further
 * by being refused.
 */
public final class WalkedHeaders implements AnswerHeaders {

	private static final Log logger = LogFactory.getLog(WalkedHeaders.class);

	private final Supplier<List<WalkedFilter>> filters;

	private final CrossOriginHeaders origins;

	/**
	 * Create them.
	 * @param filters the filters behind the one that refuses, in their order. Asked when
	 * the first request is refused
	 * @param origins what Spring MVC adds
	 */
	public WalkedHeaders(Supplier<List<WalkedFilter>> filters, CrossOriginHeaders origins) {
		this.filters = filters;
		this.origins = origins;
	}

	@Override
	public void fromSecurityOn(HttpServletRequest request, HttpServletResponse response) {
		walk(new InputlessRequest(request), response, this.filters.get());
	}

	@Override
	public void behindSecurity(HttpServletRequest request, HttpServletResponse response) {
		try {
			walkBehindSecurity(request, response);
		}
		catch (Throwable ex) {
			lacking(ex);
		}
	}

	private void walkBehindSecurity(HttpServletRequest request, HttpServletResponse response) {
		InputlessRequest inputless = new InputlessRequest(request);
		List<WalkedFilter> all = this.filters.get();
		for (int i = 0; i < all.size(); i++) {
			if (all.get(i).filter() instanceof SecurityHeaders security) {
				security.admitBehind(inputless, response.getStatus());
				walk(inputless, response, all.subList(i + 1, all.size()));
				return;
			}
		}
		walk(inputless, response, all);
	}

	@Override
	public void atHandler(HttpServletRequest request, HttpServletResponse response) {
		try {
			this.origins.write(new RequestForLookUp(request), new HeadersOnly(response));
		}
		catch (Throwable ex) {
			lacking(ex);
		}
	}

	/**
	 * What an application brings may fail in whatever way. The refusal is written all the
	 * same.
	 */
	private static void lacking(Throwable failure) {
		JvmErrors.rethrow(failure);
		logger.debug("A refusal lacks headers of the application", failure);
	}

	private void walk(InputlessRequest inputless, HttpServletResponse response, List<WalkedFilter> steps) {
		try {
			new Walk(inputless, steps).doFilter(inputless, new HeadersOnly(response));
		}
		catch (Throwable ex) {
			lacking(ex);
		}
	}

	private final class Walk implements FilterChain {

		private final InputlessRequest inputless;

		private final Deque<WalkedFilter> rest;

		private Walk(InputlessRequest inputless, List<WalkedFilter> steps) {
			this.inputless = inputless;
			this.rest = new ArrayDeque<>(steps);
		}

		@Override
		public void doFilter(ServletRequest request, ServletResponse response) throws IOException, ServletException {
			WalkedFilter step = this.rest.poll();
			while (step != null && !isWalked(step)) {
				step = this.rest.poll();
			}
			if (step == null) {
				WalkedHeaders.this.origins.write(this.inputless.forLookUp(), (HttpServletResponse) response);
			}
			else if (step.filter().getClass() == CorsFilter.class) {
				step.filter()
					.doFilter(this.inputless.forLookUp(), response, (ignored, passed) -> doFilter(request, passed));
			}
			else {
				step.filter().doFilter(request, response, this);
			}
		}

		private boolean isWalked(WalkedFilter step) {
			Filter filter = step.filter();
			return filter instanceof SecurityHeaders || this.inputless.isAdmitted() && step.isFor(this.inputless);
		}

	}

}
