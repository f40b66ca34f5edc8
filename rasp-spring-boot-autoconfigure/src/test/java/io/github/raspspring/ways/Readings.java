package io.github.raspspring.ways;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;

/**
 * Every way in which code without Spring reads a request, each by its name.
 */
final class Readings {

	private static final Map<String, Reading> BY_NAME = new TreeMap<>(Map.ofEntries(
			Map.entry("parameter", (request) -> text(request.getParameter("q"))),
			Map.entry("values", (request) -> text(request.getParameterValues("q")[0])),
			Map.entry("map", (request) -> text(request.getParameterMap().get("q")[0])),
			Map.entry("names", (request) -> text(request.getParameterNames().nextElement())),
			Map.entry("part", (request) -> part(request.getPart("q"))),
			Map.entry("parts", (request) -> part(request.getParts().iterator().next())),
			Map.entry("file-name", (request) -> text(request.getPart("q").getSubmittedFileName())),
			Map.entry("part-header", (request) -> text(request.getPart("q").getHeader("X-Any"))),
			Map.entry("header", (request) -> text(request.getHeader("X-Any"))),
			Map.entry("authorization", (request) -> text(request.getHeader("Authorization"))),
			Map.entry("cookie", (request) -> text(request.getHeader("Cookie"))),
			Map.entry("stream", (request) -> request.getInputStream().readAllBytes()),
			Map.entry("bytes", (request) -> oneByOne(request.getInputStream())),
			Map.entry("lines", (request) -> lines(request.getInputStream())),
			Map.entry("reader", (request) -> characters(request)), Map.entry("trailer", Readings::trailer),
			Map.entry("parameter-then-stream", Readings::parameterThenStream),
			Map.entry("stream-then-parameter", Readings::streamThenParameter),
			Map.entry("reader-then-stream", (request) -> twice(request::getReader, request::getInputStream)),
			Map.entry("stream-then-reader", (request) -> twice(request::getInputStream, request::getReader)),
			Map.entry("reader-then-parameter", Readings::readerThenParameter), Map.entry("states", Readings::states),
			Map.entry("proxy-authorization", (request) -> text(request.getHeader("Proxy-Authorization"))),
			Map.entry("part-name", (request) -> text(request.getParts().iterator().next().getName())),
			Map.entry("byte-buffer", (request) -> OddReadings.byteBuffer(request.getInputStream())),
			Map.entry("n-bytes", (request) -> OddReadings.numbersOfBytes(request.getInputStream())),
			Map.entry("skip", (request) -> OddReadings.skip(request.getInputStream())),
			Map.entry("transfer-stream", (request) -> OddReadings.transfer(request.getInputStream())),
			Map.entry("skip-reader", (request) -> OddReadings.skip(request.getReader())),
			Map.entry("reader-lines", (request) -> OddReadings.lines(request.getReader())),
			Map.entry("char-buffer", (request) -> OddReadings.charBuffer(request.getReader())),
			Map.entry("transfer", (request) -> OddReadings.transfer(request.getReader())),
			Map.entry("mark", (request) -> OddReadings.mark(request.getReader()))));

	private Readings() {
	}

	static byte[] read(String name, HttpServletRequest request) throws IOException, ServletException {
		return BY_NAME.get(name).read(request);
	}

	static byte[] text(String value) {
		return String.valueOf(value).getBytes(StandardCharsets.UTF_8);
	}

	private static byte[] part(Part part) throws IOException {
		return part.getInputStream().readAllBytes();
	}

	private static byte[] oneByOne(InputStream body) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		for (int next = body.read(); next >= 0; next = body.read()) {
			bytes.write(next);
		}
		return bytes.toByteArray();
	}

	private static byte[] lines(ServletInputStream body) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		byte[] line = new byte[100];
		for (int count = body.readLine(line, 0, 100); count >= 0; count = body.readLine(line, 0, 100)) {
			bytes.write(line, 0, count);
		}
		return bytes.toByteArray();
	}

	private static byte[] characters(HttpServletRequest request) throws IOException {
		StringBuilder text = new StringBuilder();
		char[] buffer = new char[100];
		for (int count = request.getReader().read(buffer); count >= 0; count = request.getReader().read(buffer)) {
			text.append(buffer, 0, count);
		}
		return text(text.toString());
	}

	private static byte[] trailer(HttpServletRequest request) throws IOException {
		request.getInputStream().readAllBytes();
		return text(request.isTrailerFieldsReady() ? String.join(",", request.getTrailerFields().values()) : null);
	}

	private static byte[] parameterThenStream(HttpServletRequest request) throws IOException {
		String parameter = request.getParameter("q");
		return text(parameter + "|" + request.getInputStream().readAllBytes().length);
	}

	private static byte[] streamThenParameter(HttpServletRequest request) throws IOException {
		byte[] body = request.getInputStream().readAllBytes();
		return text(new String(body, StandardCharsets.UTF_8) + "|" + request.getParameter("q"));
	}

	private static byte[] readerThenParameter(HttpServletRequest request) throws IOException {
		return text(new String(characters(request), StandardCharsets.UTF_8) + "|" + request.getParameter("q") + "|"
				+ request.getParameter("r"));
	}

	private static byte[] twice(Callable<?> first, Callable<?> second) {
		try {
			first.call();
			first.call();
			second.call();
			return text("both");
		}
		catch (Exception ex) {
			return text(ex.getClass().getSimpleName());
		}
	}

	private static byte[] states(HttpServletRequest request) throws IOException {
		ServletInputStream body = request.getInputStream();
		boolean before = body.isFinished();
		int length = body.readAllBytes().length;
		return text(before + "|" + length + "|" + body.isFinished() + "|" + body.read() + "|" + body.read(new byte[3])
				+ "|" + (body == request.getInputStream()) + "|" + body.available());
	}

	/**
	 * One way to read.
	 */
	@FunctionalInterface
	interface Reading {

		byte[] read(HttpServletRequest request) throws IOException, ServletException;

	}

}
