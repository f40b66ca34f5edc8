package io.github.raspspring.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;

import io.github.raspspring.engine.pipeline.Exchange;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

/**
 * A request whose body is judged when it is first read, whoever reads it: a message
 * converter, a handler, another servlet or a filter. Whoever reads gets the very bytes
 * that were sent. Forms and multipart bodies that the container parses never come here.
 */
final class InspectedRequest extends HttpServletRequestWrapper {

	private final Exchange exchange;

	private final BodyInspector bodies;

	private @Nullable ServletInputStream body;

	private @Nullable BufferedReader reader;

	InspectedRequest(HttpServletRequest request, Exchange exchange, BodyInspector bodies) {
		super(request);
		this.exchange = exchange;
		this.bodies = bodies;
	}

	/**
	 * Return the request, wrapped if it may have a body.
	 */
	static HttpServletRequest of(HttpServletRequest request, Exchange exchange, BodyInspector bodies) {
		return mayHaveBody(request) ? new InspectedRequest(request, exchange, bodies) : request;
	}

	/**
	 * From HTTP/2 on a body needs neither a length nor a transfer encoding (RFC 9113,
	 * section 8.1).
	 */
	private static boolean mayHaveBody(HttpServletRequest request) {
		long length = request.getContentLengthLong();
		return length > 0 || length < 0
				&& (request.getHeader("Transfer-Encoding") != null || !request.getProtocol().startsWith("HTTP/1"));
	}

	@Override
	public ServletInputStream getInputStream() throws IOException {
		ServletInputStream inspected = this.body;
		if (inspected == null) {
			inspected = this.bodies.inspect(this.exchange, getContentType(), super.getInputStream());
			this.body = inspected;
		}
		return inspected;
	}

	@Override
	public BufferedReader getReader() throws IOException {
		BufferedReader inspected = this.reader;
		if (inspected == null) {
			String encoding = getCharacterEncoding();
			inspected = new BufferedReader(
					new InputStreamReader(getInputStream(), (encoding != null) ? encoding : "ISO-8859-1"));
			this.reader = inspected;
		}
		return inspected;
	}

}
