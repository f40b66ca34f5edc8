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
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A way in: how a value is sent, and what the application answers that has read it.
 *
 * @param name names it in reports
 * @param sending makes the request of a path and what is sent
 * @param carries which honest values fit: not everything is the name of a file, or a
 * header
 * @param cannotCarry the classes of attacks that cannot come this way
 * @param unjudged the classes that this way is not judged for: what it brings of them is
 * read as it was sent
 */
record Way(String name, BiFunction<String, Way.Given, Way.Sent> sending, Predicate<String> carries,
		Set<String> cannotCarry, Set<String> unjudged) {

	/** A header, or a name within one. */
	static final Predicate<String> LINE = (value) -> value.length() < 1000
			&& value.chars().allMatch((c) -> c >= ' ' && c < 0x7F);

	/** What Tomcat takes for the headers of a part. */
	static final Predicate<String> NOTE = LINE.and((value) -> value.length() < 300);

	/** What the address of a request holds. */
	static final Predicate<String> SHORT = (value) -> value.length() < 1000;

	private static final Set<String> LINE_BREAK = Set.of("header-injection");

	static final String END = "--b--\r\n";

	static final String PARTS = "multipart/form-data; boundary=b";

	private static final String FORM = "application/x-www-form-urlencoded";

	private static final List<String> WITH_FIELDS = List.of("POST form", "PUT form", "PATCH form", "DELETE form",
			"raw form", "raw multipart", "JSON as", "chunked application", "multipart field", "query");

	Way(String name, BiFunction<String, Way.Given, Way.Sent> sending) {
		this(name, sending, (value) -> true, Set.of(), Set.of());
	}

	static Way form(String method, String path) {
		return new Way(method + " form " + path,
				(base, given) -> sent(base + path, method, FORM, given.asForm(), given.value()));
	}

	/** By a filter that has answered before anybody judges. */
	static Way earlyForm(String path) {
		return new Way("early form " + path,
				(base, given) -> sent(base + path, "POST", FORM, given.asForm(), given.value()));
	}

	/** A body that nobody asks for. */
	static Way unread(String type, String path) {
		return new Way("unread " + type + " " + path,
				(base, given) -> sent(base + path, "POST", type, given.value(), "unread"));
	}

	static Way formRaw(String path) {
		return new Way("raw form " + path,
				(base, given) -> sent(base + path, "POST", FORM, given.asForm(), given.asForm()));
	}

	static Way name(String path) {
		return new Way("form name " + path,
				(base, given) -> sent(base + path, "POST", FORM, encode(given.value()) + "=1", given.value()))
			.carrying(SHORT);
	}

	static Way raw(String type, String path) {
		return new Way("raw " + type + " " + path,
				(base, given) -> sent(base + path, "POST", type, given.value(), given.value()));
	}

	static Way json(String type, String path) {
		return new Way("JSON as " + type + " " + path, (base, given) -> {
			String body = given.asJson();
			String read = path.contains("/skip") ? body.substring(1) : body;
			return sent(base + path, "POST", type, body, path.endsWith("object") ? given.value() : read);
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
			return sent(base + path, "POST", PARTS, body, given.value());
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
			String body = part("name=\"q\"; filename=\"" + quoted(given.value()) + "\"", "x") + END;
			return sent(base + path, "POST", PARTS, body, given.value());
		}).ofOneLine((value) -> LINE.test(value) && value.indexOf('\\') < 0);
	}

	static Way partHeader(String path) {
		return new Way("part header " + path, (base, given) -> {
			String body = part("name=\"q\"\r\nX-Any: " + oneLine(given.value()), "x") + END;
			return sent(base + path, "POST", PARTS, body, given.value());
		}).ofOneLine(NOTE);
	}

	static Way partHeaderRaw(String type, String path) {
		return new Way("part header as " + type + " " + path, (base, given) -> {
			String body = part("name=\"q\"\r\nX-Any: " + oneLine(given.value()), "x") + END;
			return sent(base + path, "POST", type + "; boundary=b", body, body);
		}).ofOneLine(LINE);
	}

	static Way query(String path) {
		return new Way("query " + path,
				(base, given) -> new Sent(
						HttpRequest.newBuilder(URI.create(base + path + "?" + given.asForm())).build(), given.value()))
			.carrying(SHORT);
	}

	/**
	 * In a header of its own, or with others: the pattern says how, and what the
	 * application reads.
	 */
	static Way header(String header, String pattern, String path) {
		Way way = new Way("header " + header + ": " + pattern, (base, given) -> {
			String value = pattern.replace("#64", base64(given.value() + ":x")).replace("#", given.value());
			HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
			return header.startsWith("Proxy")
					? new Sent(request.build(), bytes(value), new Sent.Field(header, oneLine(value), false))
					: new Sent(request.header(header, value).build(), value);
		});
		return pattern.contains("#64") ? way.carrying(SHORT) : way.ofOneLine(LINE);
	}

	/**
	 * A field behind a chunked body.
	 */
	static Way trailer(String path) {
		return new Way("trailer " + path,
				(base, given) -> new Sent(request(base + path, "text/plain").POST(BodyPublishers.ofString("a")).build(),
						bytes(given.value()), new Sent.Field("X-Any", oneLine(given.value()), true)))
			.ofOneLine(LINE);
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
			return sent(base + path, "POST", PARTS, part, content);
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

	static String base64(String text) {
		return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * A variable of the path. Servers refuse the sign between folders in one: what has it
	 * comes encoded twice, Base64 in the alphabet of addresses.
	 */
	static Way path(String path) {
		return new Way("path " + path, (base, given) -> {
			String value = given.value().matches("[A-Za-z0-9+/=]+") ? given.value().replace('/', '_').replace('+', '-')
					: given.value().replace("/", "%2F").replace("\\", "%5C");
			return new Sent(HttpRequest.newBuilder(URI.create(base + path + encode(value))).build(), value);
		}).carrying((value) -> LINE.test(value) && value.indexOf('%') < 0 && value.indexOf(';') < 0).lacking("ssrf");
	}

	/**
	 * The same way, with the value in a document that is the value.
	 */
	Way holding(String pattern) {
		return new Way(this.name + " holding " + pattern,
				(base, given) -> this.sending.apply(base,
						new Given(pattern.replace("#", escape(given.value())), given.beside())),
				this.carries, this.cannotCarry, this.unjudged);
	}

	Way carrying(Predicate<String> values) {
		return new Way(this.name, this.sending, values, this.cannotCarry, this.unjudged);
	}

	Way ofOneLine(Predicate<String> values) {
		return new Way(this.name, this.sending, values, LINE_BREAK, this.unjudged);
	}

	Way lacking(String... classes) {
		Set<String> lacking = Stream.concat(this.cannotCarry.stream(), Stream.of(classes))
			.collect(Collectors.toUnmodifiableSet());
		return new Way(this.name, this.sending, this.carries, lacking, this.unjudged);
	}

	Way notJudgedFor(Set<String> classes) {
		return new Way(this.name, this.sending, this.carries, this.cannotCarry, classes);
	}

	Way judgedOnlyFor(String... classes) {
		Set<String> others = new TreeSet<>(Attacks.byClass().keySet());
		others.removeAll(Set.of(classes));
		return notJudgedFor(others);
	}

	static String oneLine(String value) {
		if (value.indexOf('\r') >= 0 || value.indexOf('\n') >= 0) {
			throw new IllegalArgumentException("A header ends where the line ends");
		}
		return value;
	}

	static String quoted(String value) {
		return oneLine(value).replace("\\", "\\\\").replace("\"", "\\\"");
	}

	static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
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

	static String part(String disposition, String content) {
		return "--b\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + content + "\r\n";
	}

	static Sent sent(String uri, String method, String type, String body, String answer) {
		return new Sent(request(uri, type).method(method, BodyPublishers.ofString(body)).build(), answer);
	}

	static HttpRequest.Builder request(String uri, String type) {
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
	 * @param byHand a field that clients don't send, {@code null} for none
	 */
	record Sent(HttpRequest request, byte[] answer, @Nullable Field byHand) {

		Sent(HttpRequest request, String answer) {
			this(request, bytes(answer), null);
		}

		Sent with(String header, String value) {
			HttpRequest other = HttpRequest.newBuilder(this.request, (name, present) -> !name.equalsIgnoreCase(header))
				.header(header, value)
				.build();
			return new Sent(other, this.answer, this.byHand);
		}

		/**
		 * A field that clients don't send.
		 *
		 * @param name the name
		 * @param value the value
		 * @param trailer whether it follows the body
		 */
		record Field(String name, String value, boolean trailer) {

		}

	}

}
