package io.github.raspspring.demo;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Requests that are broken or out of proportion, with the statuses that answer them well.
 */
enum BadInput {

	TWO_MEGABYTES_OF_REVIEW(400, 413) {

		@Override
		HttpRequest.Builder request(Bookshop shop) {
			return json(shop, "/api/books/1/reviews", review("a ".repeat(1 << 20)));
		}

	},

	TWO_MEGABYTES_OF_QUOTES(400, 403, 413) {

		@Override
		HttpRequest.Builder request(Bookshop shop) {
			return json(shop, "/api/books/1/reviews", review("'".repeat(1 << 21)));
		}

	},

	TWO_MEGABYTES_OF_PASSWORD(400, 413) {

		@Override
		HttpRequest.Builder request(Bookshop shop) {
			return json(shop, "/login", "{\"user\":\"alice\",\"password\":\"" + "x".repeat(1 << 21) + "\"}");
		}

	},

	TWO_MEGABYTES_OF_TEXT(413, 415) {

		@Override
		HttpRequest.Builder request(Bookshop shop) {
			return body(shop, "/api/labels", "text/plain", "lorem ".repeat(350_000).getBytes(StandardCharsets.UTF_8));
		}

	},

	TWO_MEGABYTES_OF_FORM(400, 413, 415) {

		@Override
		HttpRequest.Builder request(Bookshop shop) {
			return body(shop, "/api/labels", "application/x-www-form-urlencoded",
					("text=" + "x".repeat(1 << 21)).getBytes(StandardCharsets.UTF_8));
		}

	},

	JSON_500_DEEP(201, 400) {

		@Override
		HttpRequest.Builder request(Bookshop shop) {
			return json(shop, "/api/books/1/reviews",
					"{\"author\":\"Ann\",\"text\":\"Deep.\",\"more\":" + "[".repeat(500) + "1" + "]".repeat(500) + "}");
		}

	},

	JSON_500_DEEP_IN_A_FIELD(400) {

		@Override
		HttpRequest.Builder request(Bookshop shop) {
			return json(shop, "/api/books/1/reviews", "{\"a\":".repeat(500) + "1" + "}".repeat(500));
		}

	},

	JSON_100000_DEEP(400) {

		@Override
		HttpRequest.Builder request(Bookshop shop) {
			return json(shop, "/api/labels", "[".repeat(100_000));
		}

	},

	JSON_CUT_SHORT(400) {

		@Override
		HttpRequest.Builder request(Bookshop shop) {
			return json(shop, "/api/labels", "{\"printer\":\"desk\",\"te");
		}

	},

	JSON_NULL(400) {

		@Override
		HttpRequest.Builder request(Bookshop shop) {
			return json(shop, "/api/labels", "{\"printer\":null,\"text\":null}");
		}

	},

	NO_BODY(400) {

		@Override
		HttpRequest.Builder request(Bookshop shop) {
			return json(shop, "/api/covers/import", "");
		}

	},

	INVALID_UTF_8_IN_JSON(400) {

		@Override
		HttpRequest.Builder request(Bookshop shop) {
			byte[] body = review("caf\u00e9").getBytes(StandardCharsets.ISO_8859_1);
			return body(shop, "/api/books/1/reviews", "application/json", body);
		}

	},

	INVALID_UTF_8_IN_QUERY(200, 400, 403) {

		@Override
		HttpRequest.Builder request(Bookshop shop) {
			return shop.request("/api/books?title=%FF%C0%AF%ED%A0%80");
		}

	},

	INVALID_UTF_8_IN_PATH(400, 403) {

		@Override
		HttpRequest.Builder request(Bookshop shop) {
			return shop.request("/api/books/%FF");
		}

	},

	NUL_IN_QUERY(400, 403) {

		@Override
		HttpRequest.Builder request(Bookshop shop) {
			return shop.request("/api/covers?file=dune.txt%00.png");
		}

	},

	MALFORMED_MULTIPART(400) {

		@Override
		HttpRequest.Builder request(Bookshop shop) {
			return body(shop, "/api/labels", "multipart/form-data; boundary=x",
					"--x\r\nContent-Disposition: form-data; name=\"te".getBytes(StandardCharsets.US_ASCII));
		}

	},

	MULTIPART_WITHOUT_BOUNDARY(400) {

		@Override
		HttpRequest.Builder request(Bookshop shop) {
			return body(shop, "/api/labels", "multipart/form-data", "--x--".getBytes(StandardCharsets.US_ASCII));
		}

	},

	HEADER_OF_7000_BYTES(200) {

		@Override
		HttpRequest.Builder request(Bookshop shop) {
			return shop.request("/api/books/1").header("X-Padding", "p".repeat(7000));
		}

	},

	HEADER_OF_70000_BYTES(400, 431) {

		@Override
		HttpRequest.Builder request(Bookshop shop) {
			return shop.request("/api/books/1").header("X-Padding", "p".repeat(70_000));
		}

	},

	ONE_THOUSAND_PARAMETERS(200, 400) {

		@Override
		HttpRequest.Builder request(Bookshop shop) {
			return shop.request("/api/books?title=dune" + "&a=1".repeat(1000));
		}

	},

	UNKNOWN_CONTENT_TYPE(415) {

		@Override
		HttpRequest.Builder request(Bookshop shop) {
			return body(shop, "/api/labels", "not/known", new byte[] { 0, 1, 2 });
		}

	},

	BROKEN_CONTENT_TYPE(400, 415) {

		@Override
		HttpRequest.Builder request(Bookshop shop) {
			return body(shop, "/api/labels", "json;;;=", new byte[] { 0, 1, 2 });
		}

	},

	UNKNOWN_METHOD(400, 405, 501) {

		@Override
		HttpRequest.Builder request(Bookshop shop) {
			return shop.request("/api/books/1").method("BREW", BodyPublishers.noBody());
		}

	};

	private final Set<Integer> expected;

	BadInput(Integer... expected) {
		this.expected = Set.of(expected);
	}

	abstract HttpRequest.Builder request(Bookshop shop);

	Answer send(Bookshop shop) {
		return shop.send(request(shop));
	}

	Set<Integer> expected() {
		return this.expected;
	}

	private static String review(String text) {
		return "{\"author\":\"Ann\",\"text\":\"" + text + "\"}";
	}

	private static HttpRequest.Builder json(Bookshop shop, String path, String body) {
		return body(shop, path, "application/json", body.getBytes(StandardCharsets.UTF_8));
	}

	private static HttpRequest.Builder body(Bookshop shop, String path, String contentType, byte[] body) {
		return shop.request(path).header("Content-Type", contentType).POST(BodyPublishers.ofByteArray(body));
	}

}
