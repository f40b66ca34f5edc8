package io.github.raspspring.ways;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

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
	}

	static List<Way> all() {
		return byName().values().stream().flatMap(Collection::stream).toList();
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
		addAll("parts", Way::fileName, "/read/now/file-name", "/mvc/file-name");
		add("parts", Way.partHeader("/read/now/part-header"));
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
		add("raw multipart", Way.partHeaderRaw("multipart/mixed", "/read/now/stream"));
		add("raw multipart", Way.partHeaderRaw("multipart/form-data", "/filter/stream"));
		add("raw multipart", Way.json("multipart/form-data; boundary=b", "/read/now/stream"));
	}

	private void beginning() {
		add("headers", Way.header("X-Any", "#", "/read/now/header"));
		add("headers", Way.header("X-Any", "a, {\"b\": \"#\"}", "/read/now/header"));
		add("credentials", Way.header("Authorization", "Basic #64", "/read/now/authorization"));
		add("credentials",
				Way.header("Authorization", "Digest username=\"#\", realm=\"a\"", "/read/now/authorization"));
		add("credentials", Way.header("Authorization", "Token #", "/read/now/authorization"));
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

}
