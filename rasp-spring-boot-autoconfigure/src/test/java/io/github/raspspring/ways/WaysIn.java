package io.github.raspspring.ways;

import java.util.ArrayList;
import java.util.List;

/**
 * All ways in, as docs/rules/ways-in.md lists them.
 */
final class WaysIn {

	private static final String FORM_PLACES = "now forward include error thread bare-thread dispatch bare-dispatch";

	private static final String STREAM_PLACES = "now forward thread bare-thread dispatch bare-dispatch listener";

	private WaysIn() {
	}

	static List<Way> all() {
		List<Way> ways = new ArrayList<>();
		forms(ways);
		bodies(ways);
		multipart(ways);
		spring(ways);
		return ways;
	}

	private static void forms(List<Way> ways) {
		for (String place : FORM_PLACES.split(" ")) {
			ways.add(Way.form("POST", "/read/" + place + "/parameter"));
		}
		for (String reading : List.of("values", "map")) {
			ways.add(Way.form("POST", "/read/now/" + reading));
			ways.add(Way.form("POST", "/filter/" + reading));
		}
		ways.add(Way.name("/read/now/names"));
		ways.add(Way.form("PUT", "/read/now/parameter"));
		ways.add(Way.form("PATCH", "/read/now/parameter"));
		ways.add(Way.form("DELETE", "/read/now/parameter"));
		ways.add(Way.form("PUT", "/filter/parameter"));
		ways.add(Way.formRaw("/read/now/stream"));
		ways.add(Way.formRaw("/read/now/reader"));
		ways.add(Way.formRaw("/filter/stream"));
		ways.add(Way.formRaw("/mvc/stream"));
	}

	private static void bodies(List<Way> ways) {
		for (String place : STREAM_PLACES.split(" ")) {
			ways.add(Way.raw("text/plain", "/read/" + place + "/stream"));
			ways.add(Way.json("application/json", "/read/" + place + "/stream"));
			ways.add(Way.chunked("application/json", "/read/" + place + "/stream"));
			ways.add(Way.chunked("application/x-ndjson", "/read/" + place + "/stream"));
			ways.add(Way.raw("application/octet-stream", "/read/" + place + "/stream"));
		}
		for (String reading : List.of("bytes", "lines", "reader")) {
			ways.add(Way.raw("text/plain", "/read/now/" + reading));
			ways.add(Way.json("application/json", "/filter/" + reading));
		}
		for (String type : List.of("application/x-www-form-urlencoded", "multipart/mixed",
				"multipart/form-data; boundary=b", "text/plain", "application/octet-stream", "image/png",
				"application/anything")) {
			ways.add(Way.json(type, "/read/now/stream"));
			if (!type.startsWith("multipart")) {
				ways.add(Way.json(type, "/mvc/stream"));
			}
		}
	}

	private static void multipart(List<Way> ways) {
		ways.add(Way.multipart("/read/now/part"));
		ways.add(Way.multipart("/read/now/parts"));
		ways.add(Way.multipart("/read/now/parameter"));
		ways.add(Way.multipart("/read/forward/part"));
		ways.add(Way.fileName("/read/now/file-name"));
		ways.add(Way.partHeader("/read/now/part-header"));
		ways.add(Way.multipartRaw("multipart/mixed", "/read/now/stream"));
		ways.add(Way.multipartRaw("multipart/related", "/read/listener/stream"));
		ways.add(Way.multipartRaw("multipart/form-data", "/filter/stream"));
		ways.add(Way.multipart("/functional/part"));
		ways.add(Way.multipart("/mvc/map/parameter"));
		ways.add(Way.fileName("/mvc/file-name"));
	}

	private static void spring(List<Way> ways) {
		for (String path : List.of("request", "servlet-request", "beside", "model", "map")) {
			ways.add(Way.form("POST", "/mvc/" + path + "/parameter"));
		}
		ways.add(Way.form("PUT", "/mvc/request/parameter"));
		ways.add(Way.form("POST", "/mvc/callable"));
		ways.add(Way.form("POST", "/functional/param"));
		ways.add(Way.form("POST", "/functional/request"));
		for (String path : List.of("stream", "reader", "request/stream", "string", "bytes", "entity")) {
			ways.add(Way.raw("text/plain", "/mvc/" + path));
			ways.add(Way.json("application/json", "/mvc/" + path));
			ways.add(Way.chunked("application/json", "/mvc/" + path));
		}
		ways.add(Way.json("application/json", "/mvc/object"));
		ways.add(Way.raw("text/plain", "/functional/body"));
		ways.add(Way.json("application/json", "/functional/body"));
		ways.add(Way.query("/functional/param"));
		ways.add(Way.path("/functional/path/"));
		ways.add(Way.query("/read/now/parameter"));
	}

}
