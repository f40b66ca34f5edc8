package io.github.raspspring.web;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.web.filter.CorsFilter;

/**
 * What Spring Security adds to any answer on a path, for those that are given before it
 * is asked: its headers, and those by which a browser lets a script of another origin
 * read the answer.
 */
public final class SecurityHeaders implements BiConsumer<HttpServletRequest, HttpServletResponse> {

	private static final Log logger = LogFactory.getLog(SecurityHeaders.class);

	private static final FilterChain END = (request, response) -> {
	};

	private final Supplier<Stream<SecurityFilterChain>> chains;

	/**
	 * Create them.
	 * @param chains the chains in their order
	 */
	public SecurityHeaders(Supplier<Stream<SecurityFilterChain>> chains) {
		this.chains = chains;
	}

	@Override
	public void accept(HttpServletRequest request, HttpServletResponse response) {
		HttpServletResponse headers = new HeadersOnly(response);
		try {
			for (Filter filter : filters(request)) {
				if (filter instanceof HeaderWriterFilter || filter instanceof CorsFilter) {
					filter.doFilter(request, headers, END);
				}
			}
		}
		catch (IOException | ServletException | RuntimeException ex) {
			logger.debug("A refusal lacks headers of the application", ex);
		}
	}

	private List<Filter> filters(HttpServletRequest request) {
		return this.chains.get()
			.filter((chain) -> chain.matches(request))
			.findFirst()
			.map(SecurityFilterChain::getFilters)
			.orElse(List.of());
	}

	/**
	 * Takes the headers of an answer, and nothing else of it.
	 */
	private static final class HeadersOnly extends HttpServletResponseWrapper {

		HeadersOnly(HttpServletResponse response) {
			super(response);
		}

		@Override
		public void setStatus(int status) {
			// The status is that of the refusal.
		}

		@Override
		public void sendError(int status) {
			// As above.
		}

		@Override
		public void sendError(int status, String message) {
			// As above.
		}

		@Override
		public void sendRedirect(String location, int status, boolean clearBuffer) {
			// As above.
		}

		@Override
		public void flushBuffer() {
			// The answer is not there yet.
		}

		@Override
		public ServletOutputStream getOutputStream() {
			return new Nowhere();
		}

		@Override
		public PrintWriter getWriter() {
			return new PrintWriter(OutputStream.nullOutputStream());
		}

		private static final class Nowhere extends ServletOutputStream {

			@Override
			public boolean isReady() {
				return true;
			}

			@Override
			public void setWriteListener(WriteListener listener) {
				throw new IllegalStateException("Nothing is written");
			}

			@Override
			public void write(int value) {
				// The body is that of the refusal.
			}

		}

	}

}
