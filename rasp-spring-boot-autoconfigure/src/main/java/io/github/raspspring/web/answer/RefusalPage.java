package io.github.raspspring.web.answer;

import java.util.Map;

import io.github.raspspring.web.RefusalWriter.Body;
import io.github.raspspring.web.RefusalWriter.Refusal;

import org.springframework.web.util.HtmlUtils;

/**
 * A refusal as a page: plain, without script, style or anything to load.
 */
final class RefusalPage {

	private static final Map<String, String> HEADERS = Map.of("Content-Security-Policy",
			"default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'", "X-Content-Type-Options",
			"nosniff", "Content-Language", "en");

	private RefusalPage() {
	}

	static Body of(Refusal refusal) {
		String later = (refusal.retryAfter() == null) ? ""
				: "<p>Come back in " + refusal.retryAfter().toSeconds() + " seconds.</p>\n";
		String page = """
				<!DOCTYPE html>
				<html lang="en">
				<head>
				<meta charset="utf-8">
				<meta name="viewport" content="width=device-width, initial-scale=1">
				<meta name="robots" content="noindex">
				<title>%1$s</title>
				</head>
				<body>
				<main>
				<h1>%1$s</h1>
				<p>%2$s</p>
				%3$s<p>If you think that this is a mistake, tell whoever runs this site the reference
				<code>%4$s</code>.</p>
				</main>
				</body>
				</html>
				""".formatted(escaped(refusal.title()), escaped(refusal.detail()), later, escaped(refusal.reference()));
		return new Body("text/html;charset=UTF-8", page, HEADERS);
	}

	private static String escaped(String text) {
		return HtmlUtils.htmlEscape(text, "UTF-8");
	}

}
