package io.github.raspspring.attack.http;

import io.github.raspspring.text.HashedWords;

/**
 * Words that begin a line of a header, a mail or a page.
 */
final class HeaderWords {

	/** Fields of HTTP, of mail, of both by their value, and words of texts. */
	static final HashedWords FIELDS = HashedWords.of(
			"set-cookie set-cookie2 content-type content-length content-disposition content-encoding"
					+ " content-security-policy transfer-encoding access-control-allow-origin"
					+ " access-control-allow-credentials access-control-allow-methods last-modified cache-control"
					+ " user-agent proxy-authorization www-authenticate strict-transport-security clear-site-data"
					+ " content-location proxy-authenticate keep-alive accept-encoding referrer-policy"
					+ " content-security-policy-report-only access-control-allow-headers"
					+ " etag report-to nel x-frame-options content-range accept-ranges proxy-connection if-none-match",
			"bcc cc reply-to mime-version return-path content-transfer-encoding sender in-reply-to resent-to resent-cc"
					+ " resent-bcc resent-from resent-sender disposition-notification-to return-receipt-to errors-to"
					+ " list-unsubscribe list-unsubscribe-post envelope-to delivered-to auto-submitted content-id"
					+ " content-description dkim-signature",
			"location refresh link",
			"note notes notiz hinweis ps p.s tel phone telefon fax name date datum time total subject betreff info todo"
					+ " email e-mail mail address adresse re fwd title author version warning error",
			"origin connection host vary expires pragma via authorization upgrade proxy trailer status accept age allow"
					+ " cookie dnt expect forwarded p3p range referer server sourcemap te organization importance"
					+ " priority received references comments keywords precedence sensitivity encrypted");

	static final HashedWords METHODS = HashedWords.of("get post put delete head options patch trace connect propfind");

	/** Commands of mail, words behind them, and commands that stand alone. */
	static final HashedWords MAIL_COMMANDS = HashedWords.of("rcpt mail", "to from subject date message-id",
			"data quit rset");

	/** Elements that a page begins with, and others. */
	static final HashedWords CONTENT = HashedWords.of("html body script svg !doctype head",
			"h1 h2 h3 h4 h5 h6 div p a b i u img iframe title table form style meta base center marquee link object embed"
					+ " input span br hr pre");

	private HeaderWords() {
	}

}
