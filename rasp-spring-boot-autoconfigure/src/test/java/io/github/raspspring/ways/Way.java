package io.github.raspspring.ways;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.function.BiFunction;

/**
 * A way in: how a value is sent, and what the application answers that has read it.
 *
 * @param name names the row of the table
 * @param sending makes the request of a path and a value
 */
record Way(String name, BiFunction<String, String, Way.Sent> sending) {

	static Way form(String method, String path) {
		return new Way(method + " form " + path, (base, value) -> {
			String body = "q=" + encode(value);
			return sent(base + path, method, "application/x-www-form-urlencoded", body, value);
		});
	}

	static Way formRaw(String path) {
		return new Way("raw form " + path, (base, value) -> {
			String body = "q=" + encode(value);
			return sent(base + path, "POST", "application/x-www-form-urlencoded", body, body);
		});
	}

	static Way name(String path) {
		return new Way("form name " + path, (base, value) -> sent(base + path, "POST",
				"application/x-www-form-urlencoded", encode(value) + "=1", value));
	}

	static Way raw(String type, String path) {
		return new Way("raw " + type + " " + path, (base, value) -> sent(base + path, "POST", type, value, value));
	}

	static Way json(String type, String path) {
		return new Way("JSON as " + type + " " + path, (base, value) -> {
			String body = "{\"q\":\"" + escape(value) + "\"}";
			return sent(base + path, "POST", type, body, path.endsWith("object") ? value : body);
		});
	}

	static Way chunked(String type, String path) {
		return new Way("chunked " + type + " " + path, (base, value) -> {
			String body = "{\"q\":\"" + escape(value) + "\"}\n";
			BodyPublisher pieces = BodyPublishers.fromPublisher(BodyPublishers
				.concat(BodyPublishers.ofString(body.substring(0, 3)), BodyPublishers.ofString(body.substring(3))));
			return new Sent(request(base + path, type).POST(pieces).build(), body);
		});
	}

	static Way multipart(String path) {
		return new Way("multipart field " + path, (base, value) -> {
			String body = part("name=\"q\"", value);
			return sent(base + path, "POST", "multipart/form-data; boundary=b", body, value);
		});
	}

	static Way multipartRaw(String type, String path) {
		return new Way("raw " + type + " " + path, (base, value) -> {
			String body = part("name=\"q\"", value);
			return sent(base + path, "POST", type + "; boundary=b", body, body);
		});
	}

	static Way fileName(String path) {
		return new Way("file name " + path, (base, value) -> {
			String quoted = value.replace("\\", "\\\\").replace("\"", "\\\"");
			String body = part("name=\"q\"; filename=\"" + quoted + "\"", "x");
			return sent(base + path, "POST", "multipart/form-data; boundary=b", body, value);
		});
	}

	static Way partHeader(String path) {
		return new Way("part header " + path, (base, value) -> {
			String body = part("name=\"q\"\r\nX-Any: " + value, "x");
			return sent(base + path, "POST", "multipart/form-data; boundary=b", body, value);
		});
	}

	static Way query(String path) {
		return new Way("query " + path, (base, value) -> new Sent(
				HttpRequest.newBuilder(URI.create(base + path + "?q=" + encode(value))).build(), value));
	}

	static Way path(String path) {
		return new Way("path " + path, (base,
				value) -> new Sent(HttpRequest.newBuilder(URI.create(base + path + encode(value))).build(), value));
	}

	/**
	 * Return whether a value fits: names of files, headers and paths don't hold
	 * everything.
	 */
	boolean carries(String value) {
		if (this.name.startsWith("file name") || this.name.startsWith("part header") || this.name.startsWith("path")
				|| this.name.startsWith("query") || this.name.startsWith("form name")) {
			return value.length() < 1000 && value.chars().allMatch((c) -> c > ' ' - 1 && c < 0x7F)
					&& value.indexOf('/') < 0 && value.indexOf(';') < 0 && value.indexOf('%') < 0
					&& value.indexOf('\\') < 0;
		}
		return true;
	}

	Sent send(String base, String value) {
		return this.sending.apply(base, value);
	}

	static String encode(String value) {
		return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
	}

	static String escape(String value) {
		return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\r", "\\r");
	}

	private static String part(String disposition, String content) {
		return "--b\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + content + "\r\n--b--\r\n";
	}

	private static Sent sent(String uri, String method, String type, String body, String answer) {
		return new Sent(request(uri, type).method(method, BodyPublishers.ofString(body)).build(), answer);
	}

	private static HttpRequest.Builder request(String uri, String type) {
		return HttpRequest.newBuilder(URI.create(uri)).header("Content-Type", type);
	}

	@Override
	public String toString() {
		return this.name;
	}

	/**
	 * What is sent.
	 *
	 * @param request the request
	 * @param answer what it is answered with by who reads it unchanged
	 */
	record Sent(HttpRequest request, String answer) {

	}

}
