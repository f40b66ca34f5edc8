package io.github.raspspring.attack.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;

import io.github.raspspring.attack.Pieces;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Shows that the cheap look at paths is over-approximate: whatever the scanner finds in
 * texts made of the pieces of attacks, the look has announced.
 */
class PathHintsTests {

	private static final int TEXTS = 300_000;

	private static final String[] PIECES = { ".", "..", "/", "\\", "%2e", "%2f", "%5c", "%c0%ae", "%c0", "%25", "%",
			"%u2215", "%bg%qf", "0x2e", "0X2f", "?", "\uFFFD", "\0", "%00", "\u0001", ";", "etc", "passwd", "boot.ini",
			"WEB-INF", "web.xml", ".env", ".git", "config", "file:", "C:", "http://", "var", "log", "proc", "self", "a",
			"abc", " ", "=", "(", "'", "\uFF0E", "\uFF0F", "\u2216", "access.log", "windows", "\u200B" };

	/**
	 * What stands between paths, and what is a path that matters only where another one
	 * does.
	 */
	private static final String[] BETWEEN = { " and the next one, ", "\"", "\n", " <a href=\"", "&amp;x=", ", ",
			" b c d e ", "|", "&b=", " /ssh/sshd_config ", "/secrets.yml" };

	@Test
	void mayMatterWhenPathScannerFindsSomethingThenIsTrue() {
		Random random = new Random(42);
		for (int i = 0; i < TEXTS; i++) {
			String text = Pieces.text(random, PIECES);
			if (pathMatters(text)) {
				assertThat(PathScanner.mayMatter(text)).as(text).isTrue();
			}
		}
	}

	@Test
	void nextNearHintWhenTextHasHintThenReadsEachPathThatMatters() {
		Random random = new Random(44);
		for (int i = 0; i < TEXTS; i++) {
			String text = Pieces.text(random, PIECES) + BETWEEN[random.nextInt(BETWEEN.length)]
					+ Pieces.text(random, PIECES) + BETWEEN[random.nextInt(BETWEEN.length)]
					+ Pieces.text(random, PIECES);
			if (PathScanner.mayMatter(text)) {
				PathScanner all = new PathScanner(text);
				PathScanner near = new PathScanner(text);
				assertThat(thoseThatMatter(near, near::nextNearHint)).as(text)
					.isEqualTo(thoseThatMatter(all, all::next));
			}
		}
	}

	private static List<String> thoseThatMatter(PathScanner path, BooleanSupplier next) {
		List<String> found = new ArrayList<>();
		while (next.getAsBoolean()) {
			if (matters(path)) {
				found.add(path.place().start() + "-" + path.place().end() + " " + path.place().beginsText()
						+ path.place().endsText() + path.place().isInProse() + path.place().startsText()
						+ path.isAbsolute() + path.climbs() + path.escapes() + path.odd() + path.encoded());
			}
		}
		return found;
	}

	private static boolean pathMatters(String text) {
		PathScanner path = new PathScanner(text);
		while (path.next()) {
			if (matters(path)) {
				return true;
			}
		}
		return false;
	}

	private static boolean matters(PathScanner path) {
		boolean known = path.target().isKnown() && (path.isAbsolute() || path.slashes() > 0);
		return path.escapes() > 0 || known || path.hasNulSuffix() || path.isFileUrl() || path.longDots() > 1
				|| path.ellipses() + path.lossyClimbs() > 2;
	}

}
