package io.github.raspspring.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Collection;
import java.util.Enumeration;
import java.util.Map;

import io.github.raspspring.engine.InspectionScope;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import org.jspecify.annotations.Nullable;

import org.springframework.web.util.WebUtils;

/**
 * A request of which nothing is read unjudged: a body, a form, parts or trailers are
 * judged when they are first asked for, whoever asks: a message converter, a handler,
 * another servlet or a filter. Whoever reads gets the very bytes that were sent, and
 * nothing is read that nobody asks for.
 */
final class InspectedRequest extends AsyncInspectedRequest {

	private final RequestReading reading;

	private @Nullable BufferedReader reader;

	private @Nullable ServletInputStream stream;

	private InspectedRequest(HttpServletRequest request, InspectionScope scope, RequestReading reading,
			InspectionFilter.Dispatches dispatches) {
		super(request, reading.exchange(), scope, reading.refusal(), dispatches);
		this.reading = reading;
	}

	/**
	 * Return the request, wrapped unless it is so already.
	 */
	static HttpServletRequest of(HttpServletRequest request, InspectionScope scope, RequestReading reading,
			InspectionFilter.Dispatches dispatches) {
		boolean wrapped = WebUtils.getNativeRequest(request, InspectedRequest.class) != null;
		return wrapped ? request : new InspectedRequest(request, scope, reading, dispatches);
	}

	/**
	 * From HTTP/2 on a body needs neither a length nor a transfer encoding (RFC 9113,
	 * section 8.1).
	 */
	static boolean mayHaveBody(HttpServletRequest request) {
		long length = request.getContentLengthLong();
		return length > 0 || length < 0
				&& (request.getHeader("Transfer-Encoding") != null || !request.getProtocol().startsWith("HTTP/1"));
	}

	@Override
	public ServletInputStream getInputStream() throws IOException {
		if (this.reader != null) {
			throw new IllegalStateException("getReader() has been called for this request");
		}
		ServletInputStream inspected = this.stream;
		if (inspected == null) {
			inspected = this.reading.body(this, super.getInputStream());
			this.stream = inspected;
		}
		return inspected;
	}

	@Override
	public BufferedReader getReader() throws IOException {
		if (this.stream != null) {
			throw new IllegalStateException("getInputStream() has been called for this request");
		}
		BufferedReader inspected = this.reader;
		if (inspected == null) {
			String encoding = getCharacterEncoding();
			InspectedInputStream body = this.reading.body(this, super.getInputStream());
			body.readAsText();
			inspected = new BufferedReader(new InputStreamReader(body, (encoding != null) ? encoding : "ISO-8859-1"));
			this.reader = inspected;
		}
		return inspected;
	}

	@Override
	public @Nullable String getParameter(String name) {
		judgeParameters();
		return super.getParameter(name);
	}

	@Override
	public String @Nullable [] getParameterValues(String name) {
		judgeParameters();
		return super.getParameterValues(name);
	}

	@Override
	public Map<String, String[]> getParameterMap() {
		judgeParameters();
		return super.getParameterMap();
	}

	@Override
	public Enumeration<String> getParameterNames() {
		judgeParameters();
		return super.getParameterNames();
	}

	@Override
	public Collection<Part> getParts() throws IOException, ServletException {
		Collection<Part> parts = super.getParts();
		this.reading.parts(parts);
		return parts;
	}

	@Override
	public @Nullable Part getPart(String name) throws IOException, ServletException {
		this.reading.parts(super.getParts());
		return super.getPart(name);
	}

	@Override
	public Map<String, String> getTrailerFields() {
		Map<String, String> fields = super.getTrailerFields();
		this.reading.trailers(fields);
		return fields;
	}

	private void judgeParameters() {
		this.reading.parameters(this, super.getParameterMap());
	}

}
