package io.github.raspspring.attack.markup;

import java.util.List;

import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.CharacterSet;
import io.github.raspspring.text.HashedWords;

/**
 * A frame that shows a player or map of a site that offers them to be embedded, as copied
 * from that site, or the script that shows what is quoted of it. Nothing that the client
 * chose runs in the page: what is framed belongs to the site, and the frame has
 * attributes of its looks only. Stateless.
 */
final class EmbeddedPlayer {

	private static final int LONGEST_TAG = 2048;

	/** Where the sites serve nothing but players. */
	private static final List<String> PLACES = List.of("https://www.youtube.com/embed/",
			"https://www.youtube-nocookie.com/embed/", "https://player.vimeo.com/video/",
			"https://www.google.com/maps/embed?", "https://open.spotify.com/embed/",
			"https://w.soundcloud.com/player/?", "https://www.openstreetmap.org/export/embed.html?",
			"https://www.loom.com/embed/", "https://www.dailymotion.com/embed/video/");

	/** Scripts by which sites show what a page quotes of them. */
	private static final List<String> SCRIPTS = List.of("https://platform.twitter.com/widgets.js",
			"https://player.vimeo.com/api/player.js", "https://www.instagram.com/embed.js",
			"//www.instagram.com/embed.js", "https://www.tiktok.com/embed.js", "//assets.pinterest.com/js/pinit.js");

	/** What a style may say of a frame that fills the box around it. */
	private static final HashedWords STYLES = HashedWords.of("border border-radius width height top left", "position",
			"padding margin max-width display");

	private static final HashedWords LOOKS = HashedWords.of("width height title frameborder allow allowfullscreen"
			+ " referrerpolicy loading scrolling allowtransparency webkitallowfullscreen mozallowfullscreen class"
			+ " align marginwidth marginheight", "src", "style", "async defer charset");

	private static final int SOURCE = 2;

	private static final int STYLE = 3;

	private static final int LOADING = 4;

	private static final int POSITION = 2;

	private static final int BOX = 3;

	/** Neither dots nor escapes, by which a path could climb. */
	private static final CharacterSet OF_PATH = CharacterSet.ofWords("/-_");

	private static final CharacterSet OF_QUERY = CharacterSet.ofWords("/-_.?&=;%+!:,~*# ");

	private EmbeddedPlayer() {
	}

	/**
	 * Tell whether a tag opens such a frame or script, which is closed at once.
	 * @param text the text
	 * @param start index of the angle bracket
	 * @param end index behind the name
	 */
	static boolean is(String text, int start, int end) {
		return is(text, start, end, false);
	}

	/**
	 * Tell whether a tag opens a frame with a page of any other site, which is closed at
	 * once.
	 * @param text the text
	 * @param start index of the angle bracket
	 * @param end index behind the name
	 */
	static boolean isOfAnySite(String text, int start, int end) {
		return Ascii.startsWith(text, start, "<iframe") && is(text, start, end, true);
	}

	private static boolean is(String text, int start, int end, boolean any) {
		boolean script = Ascii.startsWith(text, start, "<script");
		if (end - start != 7 || !script && !Ascii.startsWith(text, start, "<iframe")) {
			return false;
		}
		int sources = 0;
		int i = end;
		while (i < text.length() && i - start < LONGEST_TAG) {
			int name = Ascii.skipSpace(text, i);
			if (Ascii.at(text, name) == '>') {
				String close = script ? "</script>" : "</iframe>";
				return sources == 1 && Ascii.startsWith(text, Ascii.skipSpace(text, name + 1), close);
			}
			int nameEnd = nameEnd(text, name);
			int group = LOOKS.groupOf(text, name, nameEnd);
			int behind = (name > i) ? valueEnd(text, nameEnd) : -1;
			boolean harmless = script ? isOfScript(text, group, nameEnd + 2, behind - 1)
					: isHarmless(text, group, nameEnd + 2, behind - 1, any);
			if (group == 0 || behind < 0 || !harmless || any && isMisplaced(text, start, name, nameEnd, behind - 1)) {
				return false;
			}
			sources += (group == SOURCE) ? 1 : 0;
			i = behind;
		}
		return false;
	}

	private static boolean isOfScript(String text, int group, int from, int to) {
		return group == LOADING || group == SOURCE && to > from && SCRIPTS.contains(text.substring(from, to));
	}

	/**
	 * Tell whether an attribute hides a frame, or places it without a box around it.
	 */
	private static boolean isMisplaced(String text, int start, int name, int nameEnd, int to) {
		boolean size = Ascii.startsWith(text, name, "width") || Ascii.startsWith(text, name, "height");
		boolean style = Ascii.startsWith(text, name, "style");
		if (style && Ascii.find(text, "position", nameEnd, to) > 0 && !FramedPage.isInBox(text, start)) {
			return true;
		}
		for (int i = style ? Ascii.find(text, ":", nameEnd, to) : -1; i > 0; i = Ascii.find(text, ":", i + 1, to)) {
			boolean length = text.startsWith("width", i - 5) || text.startsWith("height", i - 6);
			if (length && FramedPage.isHidden(text, i + 1, to)) {
				return true;
			}
		}
		return size && FramedPage.isHidden(text, nameEnd + 2, to);
	}

	private static boolean isHarmless(String text, int group, int from, int to, boolean any) {
		return switch (group) {
			case SOURCE -> any ? FramedPage.isAddress(text, from, to) : isOfPlayer(text, from, to);
			case STYLE -> from < to && isPlaced(text, from, to);
			case LOADING -> false;
			default -> true;
		};
	}

	/**
	 * Tell whether a style draws a border, or lets the frame fill the box around it and
	 * no more.
	 */
	private static boolean isPlaced(String text, int from, int to) {
		int i = from;
		while (i < to) {
			int colon = text.indexOf(':', i);
			int end = text.indexOf(';', i);
			end = (end < 0 || end > to) ? to : end;
			int group = (colon < end) ? STYLES.groupOf(text, Ascii.skipSpace(text, i), Math.max(i, colon)) : 0;
			if (group == 0 || group == POSITION && !text.substring(colon + 1, end).strip().equals("absolute")
					|| group == BOX
							&& (Ascii.find(text, "-", colon, end) >= 0 || Ascii.find(text, "n", colon, end) >= 0)) {
				return false;
			}
			i = Ascii.skipSpace(text, end + 1);
		}
		return true;
	}

	private static int nameEnd(String text, int start) {
		int end = start;
		while (Ascii.isLetter(Ascii.at(text, end))) {
			end++;
		}
		return end;
	}

	/**
	 * Return where a value in double quotation marks ends, or the name that has none; -1
	 * if it is written in another way.
	 */
	private static int valueEnd(String text, int nameEnd) {
		if (Ascii.at(text, nameEnd) != '=') {
			return nameEnd;
		}
		int close = (Ascii.at(text, nameEnd + 1) == '"') ? text.indexOf('"', nameEnd + 2) : -1;
		int angle = text.indexOf('<', nameEnd);
		return (close < 0 || angle >= 0 && angle < close) ? -1 : close + 1;
	}

	private static boolean isOfPlayer(String text, int from, int to) {
		for (String place : PLACES) {
			if (text.startsWith(place, from)) {
				return isPlain(text, from + place.length(), to, place.endsWith("?"));
			}
		}
		return false;
	}

	private static boolean isPlain(String text, int from, int to, boolean query) {
		int i = query ? from : OF_PATH.end(text, from);
		if (!query && Ascii.at(text, i) == '?') {
			i++;
			query = true;
		}
		return from < to && (query ? OF_QUERY.end(text, i) : i) == to;
	}

}
