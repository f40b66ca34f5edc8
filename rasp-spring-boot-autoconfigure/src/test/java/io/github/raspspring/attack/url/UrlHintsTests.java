package io.github.raspspring.attack.url;

import java.util.Random;

import io.github.raspspring.attack.Pieces;
import io.github.raspspring.text.HashedWords;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Shows that the cheap look at URLs is over-approximate: whatever the scanner finds in
 * texts made of the pieces of attacks, the look has announced.
 */
class UrlHintsTests {

	private static final int TEXTS = 300_000;

	private static final String[] PIECES = { "http", "https", "HTTP", ":", "/", "//", "\\", "@", "127.0.0.1",
			"localhost", "10.0.0.1", "example.com", "[::1]", "[", "]", "%31", "0x7f", "1", ".", "nip.io", "gopher",
			"file", "jar", "url", " ", "\t", "\"", "=", "?", "#", "8080", "metadata.google.internal", "a", "-",
			"\u2460", "\u3002", "svc.cluster.local", "\uD800", "x.y", "redis", ":6379", ".oast.fun" };

	@Test
	void mayMatterWhenUrlScannerFindsSomethingThenIsTrue() {
		Random random = new Random(43);
		for (int i = 0; i < TEXTS; i++) {
			String text = Pieces.text(random, PIECES);
			if (urlMatters(text)) {
				assertThat(UrlScanner.mayMatter(text)).as(text).isTrue();
			}
		}
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
			boolean known = HostNames.areOfTester(text, start, end) || ServerPort.isOfNameInside(text, url);
			if (unusual || internal || otherScheme || known
					|| HostNames.targetOf(text, start, end) != HostNames.Target.UNKNOWN) {
				return true;
			}
		}
		return false;
	}

}
