package io.github.raspspring.growth;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.IntFunction;

/**
 * Long texts as people and programs send them.
 */
enum HonestText {

	PROSE((i) -> "In chapter " + i + " she selects a table from the menu, and asks: \"Isn't it 5 o'clock?\" He said, \""
			+ "Where else (or here) would we drop it; union rules apply.\" They went on to page " + 7 * i + ".\n"),

	LOG((i) -> "2026-11-0" + i % 9 + "T10:" + (10 + i % 50) + ":00.12" + i % 10 + "Z INFO [worker-" + i % 8
			+ "] c.e.Shop - GET /api/books?title=dune&page=" + i + " -> 200 in " + i % 90 + " ms (trace=ab" + i
			+ ")\n"),

	CODE((i) -> "\tprivate static int step" + i + "(List<String> names, int from) {\n\t\tfor (int i = from; i < names"
			+ ".size(); i++) {\n\t\t\tif (names.get(i).equals(\"a" + i + "\") || i % 2 == 0) {\n\t\t\t\treturn i; // "
			+ "found\n\t\t\t}\n\t\t}\n\t\treturn -1;\n\t}\n"),

	TABLE((i) -> i + ",\"O'Neill, Ann\",ann" + i + "@shop.example,\"12'6\"\" x 4\",2026-01-" + (10 + i % 19) + "," + i
			+ ".50,-" + i + "\n"),

	DOCUMENT((i) -> "{\"id\":" + i + ",\"name\":\"part " + i + "\",\"tags\":[\"a\",\"b-" + i
			+ "\"],\"size\":{\"w\":1.5,\"h\":null},\"note\":\"it's \\\"fine\\\"\"},\n"),

	MARKUP((i) -> "<p class=\"c" + i + "\">See <a href=\"https://shop.example/page/" + i + "\">page " + i
			+ "</a> &amp; more &#8212; <em>5 &lt; 6</em>.</p>\n<ul>\n<li>one</li>\n</ul>\n"),

	ENCODED((i) -> Base64.getEncoder()
		.encodeToString(("bytes " + i * 7919L + " of a picture, row " + i).getBytes(StandardCharsets.UTF_8))
		.replace("=", "") + "\n"),

	MESSAGE((i) -> "> On Monday, Ann <ann@shop.example> wrote:\n> > I'd like " + i + " x no. " + i
			+ "; please send to 12/3 High St.\nThanks, Bob\n\n"),

	WORLD((i) -> "\u5f53\u65e5\u306f" + i
			+ "\u4eba\u304c\u6765\u307e\u3057\u305f\u3002 \u041c\u044b \u0447\u0438\u0442\u0430\u043b\u0438 " + i
			+ " \u043a\u043d\u0438\u0433. Gr\u00fc\u00dfe, \ud83d\ude00 n\u00ba " + i + "\n");

	private final IntFunction<String> piece;

	HonestText(IntFunction<String> piece) {
		this.piece = piece;
	}

	String text(int length) {
		StringBuilder text = new StringBuilder(length + 500);
		for (int i = 1; text.length() < length; i++) {
			text.append(this.piece.apply(i));
		}
		return text.toString();
	}

}
