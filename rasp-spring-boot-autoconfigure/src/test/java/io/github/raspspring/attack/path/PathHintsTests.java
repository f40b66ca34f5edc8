package io.github.raspspring.attack.path;

import java.util.Random;

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

	private static boolean pathMatters(String text) {
		PathScanner path = new PathScanner(text);
		while (path.next()) {
			boolean known = path.target().isKnown() && (path.isAbsolute() || path.slashes() > 0);
			if (path.escapes() > 0 || known || path.hasNulSuffix() || path.isFileUrl() || path.longDots() > 1
					|| path.ellipses() + path.lossyClimbs() > 2) {
				return true;
			}
		}
		return false;
	}

}
