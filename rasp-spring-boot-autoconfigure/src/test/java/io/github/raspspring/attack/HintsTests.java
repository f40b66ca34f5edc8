package io.github.raspspring.attack;

import java.util.Random;

import io.github.raspspring.attack.path.PathScanner;
import io.github.raspspring.attack.url.HostAddress;
import io.github.raspspring.attack.url.HostNames;
import io.github.raspspring.attack.url.HostText;
import io.github.raspspring.attack.url.UrlScanner;
import io.github.raspspring.text.HashedWords;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Shows that the cheap looks are over-approximate: whatever the scanners find in texts
 * made of the pieces of attacks, the look has announced.
 */
class HintsTests {

	private static final int TEXTS = 300_000;

	private static final String[] PATH_PIECES = { ".", "..", "/", "\\", "%2e", "%2f", "%5c", "%c0%ae", "%c0", "%25",
			"%", "%u2215", "%bg%qf", "0x2e", "0X2f", "?", "\uFFFD", "\0", "%00", "\u0001", ";", "etc", "passwd",
			"boot.ini", "WEB-INF", "web.xml", ".env", ".git", "config", "file:", "C:", "http://", "var", "log", "proc",
			"self", "a", "abc", " ", "=", "(", "'", "\uFF0E", "\uFF0F", "\u2216", "access.log", "windows", "\u200B" };

	private static final String[] URL_PIECES = { "http", "https", "HTTP", ":", "/", "//", "\\", "@", "127.0.0.1",
			"localhost", "10.0.0.1", "example.com", "[::1]", "[", "]", "%31", "0x7f", "1", ".", "nip.io", "gopher",
			"file", "jar", "url", " ", "\t", "\"", "=", "?", "#", "8080", "metadata.google.internal", "a", "-",
			"\u2460", "\u3002", "svc.cluster.local", "\uD800", "x.y" };

	@Test
	void mayMatterWhenPathScannerFindsSomethingThenIsTrue() {
		Random random = new Random(42);
		for (int i = 0; i < TEXTS; i++) {
			String text = text(random, PATH_PIECES);
			if (pathMatters(text)) {
				assertThat(PathScanner.mayMatter(text)).as(text).isTrue();
			}
		}
	}

	@Test
	void mayMatterWhenUrlScannerFindsSomethingThenIsTrue() {
		Random random = new Random(43);
		for (int i = 0; i < TEXTS; i++) {
			String text = text(random, URL_PIECES);
			if (urlMatters(text)) {
				assertThat(UrlScanner.mayMatter(text)).as(text).isTrue();
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

	private static boolean urlMatters(String text) {
		UrlScanner url = new UrlScanner(text);
		while (url.next()) {
			int start = url.hostStart();
			int end = url.hostEnd();
			HostAddress address = HostAddress.parse(text, start, end);
			boolean unusual = HostText.isDisguised(text, start, end) || url.backslash() >= 0;
			boolean internal = address != null && (address.obscure() || address.range().isInternal());
			boolean otherScheme = url.scheme() == HashedWords.hash("gopher") || url.scheme() == HashedWords.hash("file")
					|| url.scheme() == HashedWords.hash("jar");
			if (unusual || internal || otherScheme
					|| HostNames.targetOf(text, start, end) != HostNames.Target.UNKNOWN) {
				return true;
			}
		}
		return false;
	}

	private static String text(Random random, String[] pieces) {
		StringBuilder text = new StringBuilder();
		int length = 1 + random.nextInt(9);
		for (int i = 0; i < length; i++) {
			text.append(pieces[random.nextInt(pieces.length)]);
		}
		return text.toString();
	}

}
