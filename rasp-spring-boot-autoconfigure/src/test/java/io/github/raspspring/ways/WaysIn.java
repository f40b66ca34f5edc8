package io.github.raspspring.ways;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * All ways in, under the names by which docs/rules/ways-in.md lists them.
 */
final class WaysIn {

	private static final List<String> OTHER_PLACES = List.of("forward", "thread", "bare-thread", "dispatch",
			"bare-dispatch");

	private final Map<String, List<Way>> byName = new TreeMap<>();

	private WaysIn() {
		forms();
		bodies();
		multipart();
		beginning();
		places();
		oddly();
	}

	static List<Way> all() {
		return Stream.of(byName(), WaysNotRead.byName())
			.flatMap((ways) -> ways.values().stream())
			.flatMap(Collection::stream)
			.toList();
	}

	static Map<String, List<Way>> byName() {
		return new WaysIn().byName;
	}

	private void add(String name, Way way) {
		this.byName.computeIfAbsent(name, (key) -> new ArrayList<>()).add(way);
	}

	private void addAll(String name, Function<String, Way> way, String... paths) {
		for (String path : paths) {
			add(name, way.apply(path));
		}
	}

	private void forms() {
		addAll("form fields", (path) -> Way.form("POST", path), "/read/now/parameter", "/read/now/values",
				"/read/now/map", "/filter/values", "/filter/map", "/mvc/request/parameter",
				"/mvc/servlet-request/parameter", "/mvc/beside/parameter", "/mvc/callable", "/functional/param",
				"/functional/request");
		addAll("form fields", (path) -> Way.form("PUT", path), "/read/now/parameter", "/filter/parameter",
				"/mvc/request/parameter");
		add("form fields", Way.form("PATCH", "/read/now/parameter"));
		add("form fields", Way.form("DELETE", "/read/now/parameter"));
		add("form fields", Way.name("/read/now/names"));
		addAll("bound fields", (path) -> Way.form("POST", path), "/mvc/model/parameter", "/mvc/map/parameter");
		add("bound fields", Way.multipart("/mvc/map/parameter"));
		addAll("raw forms", Way::formRaw, "/read/now/stream", "/read/now/reader", "/filter/stream", "/mvc/stream");
		addAll("raw forms", (path) -> Way.json("application/x-www-form-urlencoded", path), "/read/now/stream",
				"/mvc/stream");
	}

	private void bodies() {
		everyBody("bodies", "/read/now/stream");
		addAll("bodies", (path) -> Way.raw("text/plain", path), "/read/now/bytes", "/read/now/lines",
				"/read/now/reader", "/functional/body");
		addAll("bodies", (path) -> Way.json("application/json", path), "/filter/bytes", "/filter/lines",
				"/filter/reader", "/mvc/object", "/functional/body");
		for (String type : List.of("text/plain", "application/octet-stream", "image/png", "application/anything")) {
			addAll("bodies", (path) -> Way.json(type, path), "/read/now/stream", "/mvc/stream");
		}
		for (String path : List.of("stream", "reader", "request/stream", "string", "bytes", "entity")) {
			add("bodies", Way.raw("text/plain", "/mvc/" + path));
			add("bodies", Way.json("application/json", "/mvc/" + path));
			add("bodies", Way.chunked("application/json", "/mvc/" + path));
		}
		for (String path : List.of("/read/now/reader", "/mvc/reader", "/mvc/string", "/functional/body")) {
			add("text of a binary type", Way.raw("application/octet-stream", path));
			add("text of a binary type", Way.raw("image/png", path));
		}
		everyBody("non-blocking reads", "/read/listener/stream");
		add("non-blocking reads", Way.multipartRaw("multipart/related", "/read/listener/stream"));
	}

	private void everyBody(String name, String path) {
		add(name, Way.raw("text/plain", path));
		add(name, Way.json("application/json", path));
		add(name, Way.chunked("application/json", path));
		add(name, Way.chunked("application/x-ndjson", path));
		add(name, Way.raw("application/octet-stream", path));
	}

	private void multipart() {
		addAll("parts", Way::multipart, "/read/now/part", "/read/now/parts", "/read/now/parameter", "/functional/part");
		addAll("names of parts and files", Way::fileName, "/read/now/file-name", "/mvc/file-name");
		add("names of parts and files", NameWays.partName("/read/now/part-name"));
		add("part headers", Way.partHeader("/read/now/part-header"));
		add("part headers", Way.partHeaderRaw("multipart/mixed", "/read/now/stream"));
		add("part headers", Way.partHeaderRaw("multipart/form-data", "/filter/stream"));
		add("part headers", NameWays.partType("/elsewhere/part-type"));
		add("part headers", NameWays.parameter("/read/now/stream"));
		addAll("archive names", EncodedWays::archive, "/read/now/part", "/mvc/part");
		for (String name : List.of("a.txt", "a.md", "a.sql")) {
			add("text files",
					NameWays.textFile(name, "", "/elsewhere/sinks")
						.notJudgedFor(Set.of("deserialization"))
						.carrying((value) -> value.chars().allMatch((c) -> Character.isLetter(c) || c == ' ')));
		}
		charsets();
		for (String path : List.of("/read/now/part", "/mvc/part", "/functional/part")) {
			add("files", Way.file("a.json", "application/json", "{\"a\":[\"#\"]}", path));
			add("files", Way.file("a.csv", "text/csv", "name,note\nAnn,\"#\"\n", path));
			add("files", Way.file("a.yaml", "application/octet-stream", "a:\n  - '#'\n", path));
			add("files", Way.file("a.svg", "image/svg+xml", "<svg><text><![CDATA[#]]></text></svg>", path));
		}
		for (String path : List.of("/read/now/stream", "/filter/stream", "/read/listener/stream")) {
			add("parts within parts", Way.nested("multipart/related; boundary=c", path));
			add("parts within parts", Way.nested("message/rfc822", path));
			add("parts within parts", Way.encodedPart(path));
		}
		add("raw multipart", Way.multipartRaw("multipart/mixed", "/read/now/stream"));
		add("raw multipart", Way.multipartRaw("multipart/form-data", "/filter/stream"));
		add("raw multipart", Way.json("multipart/mixed", "/read/now/stream"));
		add("raw multipart", Way.json("multipart/form-data; boundary=b", "/read/now/stream"));
	}

	private void beginning() {
		add("headers", Way.header("X-Any", "#", "/read/now/header"));
		add("documents in headers",
				Way.header("X-Any", "a, {\"b\": \"#\"}", "/read/now/header").notJudgedFor(Set.of("ssrf")));
		for (String header : List.of("Authorization", "Proxy-Authorization")) {
			String path = "/read/now/" + header.toLowerCase(Locale.ROOT);
			Set<String> addresses = Set.of("ssrf");
			add("names in credentials", Way.header(header, "Basic #64", path).notJudgedFor(addresses));
			for (String credentials : List.of("Digest username=\"#\", realm=\"a\"", "Token #", "#")) {
				add("credentials", Way.header(header, credentials, path).notJudgedFor(addresses));
			}
			for (String scheme : List.of("Bearer #", "DPoP #", "Negotiate #")) {
				add("texts for tokens", Way.header(header, scheme, path)
					.notJudgedFor(Set.of("deserialization", "path-traversal", "ssrf")));
			}
		}
		add("cookies", Way.header("Cookie", "a b=#", "/read/now/cookie"));
		add("cookies", Way.header("Cookie", "a=b; q=#", "/read/now/cookie"));
		add("cookies", Way.header("Cookie", "q=\"#\"", "/read/now/cookie"));
		add("path", Way.path("/functional/path/"));
		addAll("query", Way::query, "/functional/param", "/read/now/parameter");
	}

	private void places() {
		for (String place : OTHER_PLACES) {
			add("other places", Way.form("POST", "/read/" + place + "/parameter"));
			everyBody("other places", "/read/" + place + "/stream");
		}
		add("other places", Way.form("POST", "/read/include/parameter"));
		add("other places", Way.form("POST", "/read/error/parameter"));
		add("other places", Way.multipart("/read/forward/part"));
	}

	private void charsets() {
		for (String charset : List.of("UTF-16BE", "UTF-16LE", "UTF-16", "IBM037", "UTF-8")) {
			add("charsets of parts", EncodedWays.field(charset, charset, "/read/now/part"));
		}
		for (String said : List.of("UTF-16", "IBM037", "UTF-32")) {
			add("charsets of parts", EncodedWays.field(said, "UTF-8", "/read/now/part"));
		}
		for (String type : List.of("application/octet-stream", "text/plain", "image/png")) {
			add("binary types", Way.raw(type, "/mvc/bytes"));
			add("binary types", EncodedWays.document(type, "/read/now/stream"));
		}
	}

	private void oddly() {
		for (String reading : List.of("byte-buffer", "n-bytes", "skip", "skip-reader", "reader-lines", "char-buffer",
				"transfer", "transfer-stream", "mark")) {
			add("odd reads", Way.json("application/json", "/read/now/" + reading));
			add("odd reads", Way.json("text/plain", "/filter/" + reading));
		}
		addAll("odd reads", (path) -> Way.form("POST", path), "/elsewhere/future", "/elsewhere/thread",
				"/elsewhere/web-request", "/functional/bind", "/functional/params");
		add("trailers", Way.trailer("/read/now/trailer"));
		for (String document : List.of("{\"a\":\"#\"}", "[[\"#\"]]", "{\"#\":1}")) {
			add("inner documents", Way.form("POST", "/read/now/parameter").holding(document));
			add("inner documents", Way.query("/read/now/parameter").holding(document));
			add("inner documents", Way.json("application/json", "/mvc/object").holding(document));
		}
		add("inner documents", Way.raw("application/graphql", "/mvc/string").holding("{ a(b: \"#\") { c } }"));
	}

}
