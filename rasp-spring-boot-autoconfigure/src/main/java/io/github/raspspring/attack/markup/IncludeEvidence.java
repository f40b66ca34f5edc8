package io.github.raspspring.attack.markup;

import io.github.raspspring.inspect.Hit;
import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.HashedWords;
import org.jspecify.annotations.Nullable;

/**
 * Weighs the directives of server-side and edge-side includes in one text.
 */
final class IncludeEvidence {

	private static final int LONGEST_ELEMENT = 512;

	private static final int EXECUTES = 1;

	private static final int INCLUDES = 2;

	private static final int SHOWS = 3;

	private static final HashedWords DIRECTIVES = HashedWords.builder()
		.add(EXECUTES, "exec perl")
		.add(INCLUDES, "include")
		.add(SHOWS, "echo printenv config fsize flastmod set if elif")
		.build();

	private static final HashedWords ELEMENTS = HashedWords.builder()
		.add(1, "include vars inline remove try attempt except choose when otherwise assign eval debug text foreach"
				+ " function invalidate comment break return sql html log")
		.build();

	/** What pages of a server are made of. */
	private static final HashedWords PAGES = HashedWords.builder().add(1, "html htm shtml xhtml inc txt ssi").build();

	private IncludeEvidence() {
	}

	/**
	 * Find the strongest evidence of a text.
	 * @return a hit, or {@code null}
	 */
	static @Nullable Hit strongestIn(String text) {
		Hit strongest = null;
		int i = text.indexOf('<');
		while (i >= 0 && (strongest == null || strongest.points() < Hit.CERTAIN)) {
			strongest = mayBegin(text, i) ? Hit.stronger(strongest, at(text, i)) : strongest;
			i = text.indexOf('<', i + 1);
		}
		return strongest;
	}

	/**
	 * Tell cheaply, by two characters behind it, whether a directive may begin with an
	 * angle bracket.
	 */
	private static boolean mayBegin(String text, int angle) {
		char second = Ascii.fold(Ascii.at(text, angle + 2));
		return switch (Ascii.at(text, angle + 1)) {
			case '!' -> second == '-';
			case '%' -> second == '@';
			case '/' -> second == 'e';
			case 'j', 'J', 'e', 'E' -> second == 's';
			case 'c', 'C' -> second == ':';
			default -> false;
		};
	}

	private static @Nullable Hit at(String text, int i) {
		if (text.startsWith("<!--", i)) {
			return comment(text, i);
		}
		if (includesFar(text, i)) {
			return Hit.of(ServerSideIncludeDetector.SERVER_SIDE_INCLUDE, Hit.STRONG, i, i + 8);
		}
		int name = (Ascii.at(text, i + 1) == '/') ? i + 2 : i + 1;
		if (!Ascii.startsWith(text, name, "esi:")) {
			return null;
		}
		int end = wordEnd(text, name + 4);
		boolean known = ELEMENTS.groupOf(text, name + 4, end) != 0;
		return Hit.of(ServerSideIncludeDetector.EDGE_SIDE_INCLUDE, known ? 6 : 3, i, end);
	}

	private static @Nullable Hit comment(String text, int i) {
		if (Ascii.startsWith(text, i + 4, "esi") && !Ascii.isWord(Ascii.at(text, i + 7))) {
			return Hit.of(ServerSideIncludeDetector.EDGE_SIDE_INCLUDE, Hit.STRONG, i, i + 7);
		}
		int hash = i + 4;
		while (hash < i + 8 && Ascii.isSpace(Ascii.at(text, hash))) {
			hash++;
		}
		if (Ascii.at(text, hash) != '#') {
			return null;
		}
		int name = (Ascii.at(text, hash + 1) == ' ') ? hash + 2 : hash + 1;
		int end = wordEnd(text, name);
		int points = switch (DIRECTIVES.groupOf(text, name, end)) {
			case EXECUTES -> Hit.CERTAIN;
			case INCLUDES -> isOfSameFolder(text, end) ? Hit.WEAK : 7;
			case SHOWS -> Hit.STRONG;
			default -> 0;
		};
		boolean loose = (hash > i + 4 || name > hash + 1) && !hasAttribute(text, end);
		return Hit.of(ServerSideIncludeDetector.SERVER_SIDE_INCLUDE, loose ? 0 : points, i, end);
	}

	/**
	 * Return whether a file is included by a plain name, as honest pages do.
	 */
	private static boolean isOfSameFolder(String text, int from) {
		int i = Ascii.skipSpace(text, from);
		if (!Ascii.startsWith(text, i, "file=")) {
			return false;
		}
		for (int end = i + 6; end < i + 80 && end < text.length(); end++) {
			char c = text.charAt(end);
			if (c == '/' || c == '\\' || c == '%') {
				return false;
			}
			if (c == '"' || c == '\'' || c == '-') {
				return PAGES.groupOf(text, text.lastIndexOf('.', end) + 1, end) != 0 && text.charAt(i + 6) != '.';
			}
		}
		return false;
	}

	/**
	 * Return whether a page of the server is made to include what is far from it: another
	 * host, or a file outside of its folder.
	 */
	private static boolean includesFar(String text, int i) {
		boolean directive = Ascii.startsWith(text, i, "<%@") || Ascii.startsWith(text, i, "<jsp:include")
				|| Ascii.startsWith(text, i, "<jsp:forward") || Ascii.startsWith(text, i, "<c:import");
		int end = directive ? endOfElement(text, i) : -1;
		if (end < 0) {
			return false;
		}
		String element = text.substring(i, end);
		return element.contains("=\"http") || element.contains("='http") || element.contains("=\"//")
				|| element.contains("../") || element.contains("\"/etc/") || element.contains("\"/proc/")
				|| element.contains("file:");
	}

	private static int endOfElement(String text, int start) {
		int last = Math.min(text.length(), start + LONGEST_ELEMENT);
		for (int i = start; i < last; i++) {
			if (text.charAt(i) == '>') {
				return i;
			}
		}
		return -1;
	}

	private static boolean hasAttribute(String text, int from) {
		int start = Ascii.skipSpace(text, from);
		int end = wordEnd(text, start);
		return end > start && Ascii.at(text, Ascii.skipSpace(text, end)) == '=';
	}

	private static int wordEnd(String text, int from) {
		int i = from;
		while (i < text.length() && Ascii.isWord(text.charAt(i))) {
			i++;
		}
		return i;
	}

}
