package io.github.raspspring.pressure;

import java.nio.charset.StandardCharsets;

/**
 * The worst bodies of each kind, of nearly eight megabytes. What the application's own
 * mapper would fail on is read raw, so that the product alone parses it.
 */
enum HostileBody {

	LONG_NAME_ABOVE_MANY("/bound", "application/json") {
		@Override
		String text() {
			return "{\"author\":\"a\",\"text\":\"b\",\"" + "p".repeat(500) + "\":{" + fill("\"a\":1,") + "\"a\":1}}";
		}
	},

	MANY_LONG_NAMES("/raw", "application/json") {
		@Override
		String text() {
			return "{\"author\":\"a\",\"text\":\"b\",\"c\":{" + numbered("\"" + "n".repeat(60), "\":1,") + "\"a\":1}}";
		}
	},

	MANY_SHORT_TEXTS("/bound", "application/json") {
		@Override
		String text() {
			return "{\"author\":\"a\",\"text\":\"b\",\"c\":[" + fill("\"a\",") + "\"a\"]}";
		}
	},

	OPENING_BRACKETS("/raw", "application/json") {
		@Override
		String text() {
			return fill("[");
		}
	},

	NESTED_NAMES("/raw", "application/json") {
		@Override
		String text() {
			return fill("{\"a\":");
		}
	},

	ONE_WIDE_TEXT("/bound", "application/json") {
		@Override
		String text() {
			return "{\"author\":\"a\",\"text\":\"b\",\"c\":\"\u20ac" + fill("%41") + "\"}";
		}
	},

	MANY_ATTACKS("/bound", "application/json") {
		@Override
		String text() {
			return "{\"author\":\"a\",\"text\":\"b\",\"c\":[" + fill("\"' or 1=1 -- \",") + "\"a\"]}";
		}
	},

	JSON_WITHIN_JSON("/bound", "application/json") {
		@Override
		String text() {
			return "{\"author\":\"a\",\"text\":\"b\",\"c\":\"[" + fill("{\\\"a\\\":\\\"b\\\"},") + "1]\"}";
		}
	},

	ELEMENTS("/raw", "application/xml") {
		@Override
		String text() {
			return "<a>" + fill("<b/>") + "</a>";
		}
	},

	ATTRIBUTES("/raw", "application/xml") {
		@Override
		String text() {
			return "<a>" + fill("<b c='d' e='f'/>") + "</a>";
		}
	},

	NESTED_ELEMENTS("/raw", "application/xml") {
		@Override
		String text() {
			return fill("<a>");
		}
	},

	FIELDS_READ_RAW("/raw", "application/x-www-form-urlencoded") {
		@Override
		String text() {
			return numbered("a", "=b&");
		}
	},

	FIELDS("/form", "application/x-www-form-urlencoded") {
		@Override
		String text() {
			return numbered("a", "=b&");
		}
	},

	PARTS("/parts", "multipart/form-data;boundary=x") {
		@Override
		String text() {
			return numbered("--x\r\nContent-Disposition: form-data; name=\"n", "\"\r\n\r\nv\r\n") + "--x--\r\n";
		}
	},

	SAME_FIELDS("/form", "application/x-www-form-urlencoded") {
		@Override
		String text() {
			return fill("a&");
		}
	},

	ONE_WIDE_ELEMENT("/raw", "application/xml") {
		@Override
		String text() {
			return "<a " + numbered("b", "='c' ") + "/>";
		}
	},

	PARTS_READ_RAW("/raw", "multipart/mixed;boundary=x") {
		@Override
		String text() {
			return fill("--x\r\nContent-Type: application/json\r\n\r\n[[[[1]]]]\r\n") + "--x--\r\n";
		}
	},

	ENCODED_PARTS("/raw", "multipart/mixed;boundary=x") {
		@Override
		String text() {
			return "--x\r\nContent-Type: application/json\r\nContent-Transfer-Encoding: base64\r\n\r\n"
					+ fill("W1tbW1tb") + "\r\n--x--\r\n";
		}
	},

	UPLOADED_DOCUMENT("/parts", "multipart/form-data;boundary=x") {
		@Override
		String text() {
			return "--x\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a.xml\"\r\n"
					+ "Content-Type: application/xml\r\n\r\n" + fill("<a>") + "\r\n--x--\r\n";
		}
	},

	LINES_OF_JSON("/raw", "application/x-ndjson") {
		@Override
		String text() {
			return fill("{\"a\":{\"a\":[1]}}\n");
		}
	},

	TABLE("/raw", "text/csv") {
		@Override
		String text() {
			return fill("a,\"b\",\n");
		}
	},

	QUERY_IN_JSON("/raw", "application/json") {
		@Override
		String text() {
			return "{\"query\":\"{" + fill("a(b:1){") + "\"}";
		}
	},

	QUERY("/raw", "application/graphql") {
		@Override
		String text() {
			return "query{" + fill("a:b{") + "}";
		}
	},

	PLAIN_TEXT("/raw", "text/plain") {
		@Override
		String text() {
			return fill("' or (1) -- \u20ac ");
		}
	},

	PERCENT_SIGNS("/raw", "text/plain") {
		@Override
		String text() {
			return fill("%2525252527");
		}
	};

	private static final int LENGTH = 7_900_000;

	private final String path;

	private final String contentType;

	HostileBody(String path, String contentType) {
		this.path = path;
		this.contentType = contentType;
	}

	String path() {
		return this.path;
	}

	String contentType() {
		return this.contentType;
	}

	byte[] bytes() {
		return text().getBytes(StandardCharsets.UTF_8);
	}

	abstract String text();

	private static String fill(String pattern) {
		int bytes = pattern.getBytes(StandardCharsets.UTF_8).length;
		return pattern.repeat(LENGTH / bytes);
	}

	private static String numbered(String before, String behind) {
		StringBuilder text = new StringBuilder(LENGTH + 100);
		for (int i = 0; text.length() < LENGTH; i++) {
			text.append(before).append(i).append(behind);
		}
		return text.toString();
	}

}
