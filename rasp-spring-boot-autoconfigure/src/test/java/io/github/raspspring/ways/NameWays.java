package io.github.raspspring.ways;

/**
 * Ways in through what stands around the content of a part.
 */
final class NameWays {

	private NameWays() {
	}

	static Way partName(String path) {
		return new Way("part name " + path,
				(base, given) -> Way.sent(base + path, "POST", Way.PARTS,
						Way.part("name=\"" + Way.quoted(given.value()) + "\"", "x") + Way.END, given.value()))
			.ofOneLine((value) -> Way.LINE.test(value) && value.indexOf('\\') < 0 && value.indexOf('"') < 0);
	}

	/**
	 * A parameter of the content disposition that nobody knows.
	 */
	static Way parameter(String path) {
		return new Way("parameter of a disposition " + path, (base, given) -> {
			String body = Way.part("name=\"q\"; any=\"" + Way.quoted(given.value()) + "\"", "x") + Way.END;
			return Way.sent(base + path, "POST", Way.PARTS, body, body);
		}).ofOneLine(Way.LINE);
	}

	/**
	 * The type of a file, after a type that is one.
	 */
	static Way partType(String path) {
		return new Way("type of a part " + path, (base, given) -> {
			String type = "text/x-any; a=" + Way.oneLine(given.value());
			String body = Way.part("name=\"q\"; filename=a\r\nContent-Type: " + type, "x") + Way.END;
			return Way.sent(base + path, "POST", Way.PARTS, body, type);
		}).ofOneLine(Way.NOTE);
	}

	/**
	 * A file of a format that nobody judges: what the application does with it is.
	 */
	static Way textFile(String name, String before, String path) {
		return new Way("text file " + name + " " + path, (base, given) -> {
			String text = before + given.value();
			String body = Way.part("name=\"q\"; filename=\"" + name + "\"\r\nContent-Type: text/plain", text) + Way.END;
			return Way.sent(base + path, "POST", Way.PARTS, body, text);
		});
	}

}
