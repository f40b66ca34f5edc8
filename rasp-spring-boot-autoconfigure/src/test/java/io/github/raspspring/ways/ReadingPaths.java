package io.github.raspspring.ways;

import java.util.ArrayList;
import java.util.List;

/**
 * The paths of the {@link ReadingServlet}: where it reads, and how.
 */
final class ReadingPaths {

	private static final List<String> PLACES = List.of("now", "forward", "include", "error", "thread", "bare-thread",
			"dispatch", "bare-dispatch", "listener", "swallow");

	private static final List<String> READINGS = List.of("parameter", "values", "map", "names", "part", "parts",
			"file-name", "part-header", "header", "authorization", "cookie", "stream", "bytes", "lines", "reader",
			"trailer", "parameter-then-stream", "stream-then-parameter", "reader-then-stream", "stream-then-reader",
			"reader-then-parameter", "states", "proxy-authorization", "part-name", "byte-buffer", "n-bytes", "skip",
			"skip-reader", "reader-lines", "char-buffer", "transfer", "transfer-stream", "mark");

	private ReadingPaths() {
	}

	static String[] all() {
		List<String> paths = new ArrayList<>();
		for (String place : PLACES) {
			READINGS.forEach((reading) -> paths.add("/read/" + place + "/" + reading));
		}
		return paths.toArray(String[]::new);
	}

}
