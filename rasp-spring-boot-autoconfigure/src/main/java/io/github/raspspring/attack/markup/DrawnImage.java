package io.github.raspspring.attack.markup;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.HashedWords;
import org.jspecify.annotations.Nullable;

/**
 * An image in a data URL that is drawn by SVG and holds nothing but shapes: no script, no
 * handler, no link and nothing that is loaded (SVG 2, 2.5). Reads what the URL holds, in
 * plain characters, percent-encoded or as Base64. Stateless.
 */
final class DrawnImage {

	private static final int LONGEST = 16 * 1024;

	private static final int LONGEST_TYPE = 48;

	private static final HashedWords ELEMENTS = HashedWords.of("""
			svg g path circle rect ellipse line polyline polygon text tspan defs lineargradient radialgradient stop
			title desc clippath mask symbol pattern style xml""");

	/** Nothing of that belongs to a shape. */
	private static final String[] ACTING = { "script", "href", "&", "<!", "import", "@", "url(h", "url(/", "url('",
			"url(\"", "expression", "behavior", "\\", "data:" };

	private DrawnImage() {
	}

	/**
	 * Tell whether a data URL holds such an image, up to the quotation mark that ends it
	 * or the end of the text.
	 * @param text the text
	 * @param start where the URL begins
	 * @param type index behind {@code image/svg}
	 */
	static boolean is(String text, int start, int type) {
		int comma = Ascii.find(text, ",", type, type + LONGEST_TYPE + 1);
		if (!Ascii.startsWith(text, type - 9, "image/svg") || comma < 0) {
			return false;
		}
		char mark = Ascii.at(text, start - 1);
		boolean marked = mark == '"' || mark == '\'';
		int close = marked ? Ascii.find(text, String.valueOf(mark), comma, comma + LONGEST + 1) : text.length();
		if (close < 0 || close - comma > LONGEST) {
			return false;
		}
		boolean encoded = Ascii.startsWith(text, comma - 7, ";base64");
		String held = text.substring(comma + 1, close);
		String image = encoded ? ofBase64(held) : (held.indexOf('%') >= 0) ? ofPercent(held) : held;
		return image != null && isInert(image.toLowerCase(Locale.ROOT));
	}

	private static boolean isInert(String image) {
		boolean begun = image.startsWith("<svg") || image.startsWith("<?xml");
		if (!begun || !image.stripTrailing().endsWith("</svg>")) {
			return false;
		}
		for (String acting : ACTING) {
			if (image.contains(acting)) {
				return false;
			}
		}
		for (int i = 0; i < image.length(); i++) {
			char c = image.charAt(i);
			if (c == '<' && !isShape(image, i + 1) || c == 'o' && isHandler(image, i)) {
				return false;
			}
		}
		return true;
	}

	private static boolean isShape(String image, int from) {
		char first = Ascii.at(image, from);
		int start = (first == '/' || first == '?') ? from + 1 : from;
		int end = start;
		while (Ascii.isWord(Ascii.at(image, end)) || Ascii.at(image, end) == ':' || Ascii.at(image, end) == '-') {
			end++;
		}
		return ELEMENTS.groupOf(image, start, end) != 0;
	}

	/**
	 * Tell whether a name begins there that begins like that of a handler.
	 */
	private static boolean isHandler(String image, int index) {
		if (Ascii.at(image, index + 1) != 'n' || Ascii.isLetter(Ascii.at(image, index - 1))) {
			return false;
		}
		int end = index;
		while (Ascii.isWord(Ascii.at(image, end))) {
			end++;
		}
		return Ascii.at(image, Ascii.skipSpace(image, end)) == '=';
	}

	private static @Nullable String ofBase64(String held) {
		try {
			return new String(Base64.getMimeDecoder().decode(held), StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	private static @Nullable String ofPercent(String held) {
		StringBuilder plain = new StringBuilder(held.length());
		for (int i = 0; i < held.length(); i++) {
			char c = held.charAt(i);
			int high = (c == '%') ? Character.digit(Ascii.at(held, i + 1), 16) : -1;
			int low = (high >= 0) ? Character.digit(Ascii.at(held, i + 2), 16) : -1;
			if (low < 0) {
				plain.append(c);
				continue;
			}
			int value = high * 16 + low;
			if (value == '%') {
				return null;
			}
			plain.append((char) value);
			i += 2;
		}
		return plain.toString();
	}

}
