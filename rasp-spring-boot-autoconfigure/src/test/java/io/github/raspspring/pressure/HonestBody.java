package io.github.raspspring.pressure;

import java.nio.charset.StandardCharsets;

/**
 * Large bodies that people do send, each of some hundred kilobytes.
 */
enum HonestBody {

	ARTICLE("/bound", "application/json") {
		@Override
		String text() {
			return "{\"author\":\"Ada\",\"text\":\""
					+ "It was the best of times, it was the worst of times; \u00e9t\u00e9. ".repeat(8_000) + "\"}";
		}
	},

	ORDER_LINES("/bound", "application/json") {
		@Override
		String text() {
			return "{\"author\":\"Ada\",\"text\":\"lines\",\"lines\":["
					+ "{\"isbn\":\"9780441013593\",\"title\":\"Dune\",\"count\":2,\"price\":9.99},".repeat(2_500)
					+ "{}]}";
		}
	},

	MEASUREMENTS("/raw", "application/json") {
		@Override
		String text() {
			return "[" + "[1732827600,21.5,1013.2],".repeat(30_000) + "[]]";
		}
	},

	CATALOG("/raw", "application/xml") {
		@Override
		String text() {
			return "<catalog>" + "<book id='1'><title>Dune</title><price>9.99</price></book>".repeat(3_000)
					+ "</catalog>";
		}
	},

	TABLE("/raw", "text/csv") {
		@Override
		String text() {
			return "isbn,title,price\n" + "9780441013593,\"Dune, a novel\",9.99\n".repeat(4_000);
		}
	},

	PICTURE("/parts", "multipart/form-data;boundary=x") {
		@Override
		String text() {
			return "--x\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nDune\r\n--x\r\nContent-Disposition: "
					+ "form-data; name=\"cover\"; filename=\"cover.png\"\r\nContent-Type: image/png\r\n\r\n\u0089PNG\r\n"
					+ "\u0001\u0002\u0003\u00ff".repeat(80_000) + "\r\n--x--\r\n";
		}
	},

	FIELDS("/form", "application/x-www-form-urlencoded") {
		@Override
		String text() {
			StringBuilder form = new StringBuilder();
			for (int i = 0; i < 900; i++) {
				form.append("line").append(i).append("=Some+words+about+a+book%2C+and+more&");
			}
			return form.append("end=1").toString();
		}
	},

	LOG_LINES("/raw", "text/plain") {
		@Override
		String text() {
			return "2026-11-29T19:00:00Z INFO orders : order 4711 of Ada was shipped\n".repeat(8_000);
		}
	};

	private final String path;

	private final String contentType;

	HonestBody(String path, String contentType) {
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
		return text().getBytes((this == PICTURE) ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
	}

	abstract String text();

}
