package io.github.raspspring.ways;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;

/**
 * A way in: how a value is sent, and what the application answers that has read it.
 *
 * @param name names the row of the table
 * @param sending makes the request of a path and what is sent
 */
record Way(String name, BiFunction<String, Way.Given, Way.Sent> sending) {

	private static final String END = "--b--\r\n";

	private static final String FORM = "application/x-www-form-urlencoded";

	private static final List<String> WITH_FIELDS = List.of("POST form", "PUT form", "PATCH form", "DELETE form",
			"raw form", "raw multipart", "JSON as", "chunked application", "multipart field", "query");

	private static final List<String> NARROW = List.of("file name", "part header", "path", "query", "form name",
			"header");

	static Way form(String method, String path) {
		return new Way(method + " form " + path,
				(base, given) -> sent(base + path, method, FORM, given.asForm(), given.value()));
	}

	static Way formRaw(String path) {
		return new Way("raw form " + path,
				(base, given) -> sent(base + path, "POST", FORM, given.asForm(), given.asForm()));
	}

	static Way name(String path) {
		return new Way("form name " + path,
				(base, given) -> sent(base + path, "POST", FORM, encode(given.value()) + "=1", given.value()));
	}

	static Way raw(String type, String path) {
		return new Way("raw " + type + " " + path,
				(base, given) -> sent(base + path, "POST", type, given.value(), given.value()));
	}

	static Way json(String type, String path) {
		return new Way("JSON as " + type + " " + path, (base, given) -> {
			String body = given.asJson();
			return sent(base + path, "POST", type, body, path.endsWith("object") ? given.value() : body);
		});
	}

	static Way chunked(String type, String path) {
		return new Way("chunked " + type + " " + path, (base, given) -> {
			String body = given.asJson() + "\n";
			BodyPublisher pieces = BodyPublishers.fromPublisher(BodyPublishers
				.concat(BodyPublishers.ofString(body.substring(0, 3)), BodyPublishers.ofString(body.substring(3))));
			return new Sent(request(base + path, type).POST(pieces).build(), body);
		});
	}

	static Way multipart(String path) {
		return new Way("multipart field " + path, (base, given) -> {
			String body = given.asParts();
			return sent(base + path, "POST", "multipart/form-data; boundary=b", body, given.value());
		});
	}

	static Way multipartRaw(String type, String path) {
		return new Way("raw " + type + " " + path, (base, given) -> {
			String body = given.asParts();
			return sent(base + path, "POST", type + "; boundary=b", body, body);
		});
	}

	static Way fileName(String path) {
		return new Way("file name " + path, (base, given) -> {
			String quoted = given.value().replace("\\", "\\\\").replace("\"", "\\\"");
			String body = part("name=\"q\"; filename=\"" + quoted + "\"", "x") + END;
			return sent(base + path, "POST", "multipart/form-data; boundary=b", body, given.value());
		});
	}

	static Way partHeader(String path) {
		return new Way("part header " + path, (base, given) -> {
			String body = part("name=\"q\"\r\nX-Any: " + given.value(), "x") + END;
			return sent(base + path, "POST", "multipart/form-data; boundary=b", body, given.value());
		});
	}

	static Way partHeaderRaw(String type, String path) {
		return new Way("part header as " + type + " " + path, (base, given) -> {
			String body = part("name=\"q\"\r\nX-Any: " + given.value(), "x") + END;
			return sent(base + path, "POST", type + "; boundary=b", body, body);
		});
	}

	static Way query(String path) {
		return new Way("query " + path, (base, given) -> new Sent(
				HttpRequest.newBuilder(URI.create(base + path + "?" + given.asForm())).build(), given.value()));
	}

	/**
	 * In a header of its own, or with others: the pattern says how, and what the
	 * application reads.
	 */
	static Way header(String header, String pattern, String path) {
		return new Way("header " + header + ": " + pattern, (base, given) -> {
			String value = pattern.replace("#64", base64(given.value() + ":x")).replace("#", given.value());
			return new Sent(HttpRequest.newBuilder(URI.create(base + path)).header(header, value).build(), value);
		});
	}

	/**
	 * A file of text, with the value in it.
	 */
	static Way file(String name, String type, String pattern, String path) {
		return new Way("file " + name + " as " + type + " " + path, (base, given) -> {
			String escaped = switch (name.substring(name.lastIndexOf('.'))) {
				case ".json" -> escape(given.value());
				case ".csv" -> given.value().replace("\"", "\"\"");
				case ".yaml" -> given.value().replace("'", "''");
				default -> given.value();
			};
			String content = pattern.replace("#", escaped);
			String part = "--b\r\nContent-Disposition: form-data; name=\"q\"; filename=\"" + name
					+ "\"\r\nContent-Type: " + type + "\r\n\r\n" + content + "\r\n" + END;
			return sent(base + path, "POST", "multipart/form-data; boundary=b", part, content);
		});
	}

	/**
	 * A multipart body, or a message, within a part.
	 */
	static Way nested(String type, String path) {
		return new Way("nested " + type + " " + path, (base, given) -> {
			String inner = type.startsWith("multipart")
					? "--c\r\nContent-Type: text/plain\r\n\r\n" + given.value() + "\r\n--c--"
					: "Subject: a\r\n\r\n" + given.value();
			String body = "--b\r\nContent-Type: " + type + "\r\n\r\n" + inner + "\r\n" + END;
			return sent(base + path, "POST", "multipart/mixed; boundary=b", body, body);
		});
	}

	/**
	 * A part in Base64.
	 */
	static Way encodedPart(String path) {
		return new Way("part in Base64 " + path, (base, given) -> {
			String body = "--b\r\nContent-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n"
					+ base64(given.value()) + "\r\n" + END;
			return sent(base + path, "POST", "multipart/mixed; boundary=b", body, body);
		});
	}

	private static String base64(String text) {
		return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

	static Way path(String path) {
		return new Way("path " + path,
				(base, given) -> new Sent(
						HttpRequest.newBuilder(URI.create(base + path + encode(given.value()))).build(),
						given.value()));
	}

	/**
	 * Return whether a value fits: names of files, headers and paths don't hold
	 * everything.
	 */
	boolean carries(String value) {
		if (NARROW.stream().anyMatch(this.name::startsWith)) {
			return value.length() < 1000 && value.chars().allMatch((c) -> c > ' ' - 1 && c < 0x7F)
					&& value.indexOf('/') < 0 && value.indexOf(';') < 0 && value.indexOf('%') < 0
					&& value.indexOf('\\') < 0;
		}
		return true;
	}

	/**
	 * Return whether more than the value is sent, each under a name.
	 */
	boolean hasFields() {
		return WITH_FIELDS.stream().anyMatch(this.name::startsWith);
	}

	Sent send(String base, String value) {
		return this.sending.apply(base, new Given(value, null));
	}

	Sent send(String base, Map.Entry<String, String> beside) {
		return this.sending.apply(base, new Given("plain", beside));
	}

	static String encode(String value) {
		return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
	}

	static String escape(String value) {
		return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\r", "\\r");
	}

	private static String part(String disposition, String content) {
		return "--b\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + content + "\r\n";
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
	 * What the application is given.
	 *
	 * @param value the value that it reads
	 * @param beside the name and value of a field beside it, {@code null} for none
	 */
	record Given(String value, Map.@Nullable Entry<String, String> beside) {

		String asForm() {
			return "q=" + encode(this.value) + ((this.beside != null)
					? "&" + encode(this.beside.getKey()) + "=" + encode(this.beside.getValue()) : "");
		}

		String asJson() {
			return "{\"q\":\"" + escape(this.value) + "\"" + ((this.beside != null)
					? ",\"" + escape(this.beside.getKey()) + "\":\"" + escape(this.beside.getValue()) + "\"" : "")
					+ "}";
		}

		String asParts() {
			return part("name=\"q\"", this.value) + ((this.beside != null)
					? part("name=\"" + this.beside.getKey() + "\"", this.beside.getValue()) : "") + END;
		}

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
