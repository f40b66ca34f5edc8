package io.github.raspspring.attack.url;

import io.github.raspspring.inspect.Placement;
import io.github.raspspring.text.HashedWords;

/**
 * Names by which parameters tell that they hold the address of something to fetch.
 */
final class UrlParameters {

	private static final HashedWords NAMES = HashedWords.of("link href webhook callback endpoint feed proxy dest"
			+ " destination target next continue redirect return returnto return_to site src image img avatar page"
			+ " forward fetch load open");

	private static final HashedWords OAUTH = HashedWords
		.of("redirect_uri redirecturi redirect_uris post_logout_redirect_uri postlogoutredirecturi");

	private UrlParameters() {
	}

	/**
	 * Whether a name says that the value is a URL, or is one of the usual names for it.
	 */
	static boolean isUrl(String name) {
		return Placement.saysUrl(name) || NAMES.groupOf(lastPart(name)) != 0;
	}

	/**
	 * Whether it is a parameter of OAuth 2, which allows loopback redirection (RFC 8252).
	 */
	static boolean isOauthRedirect(String name) {
		return OAUTH.groupOf(lastPart(name)) != 0;
	}

	private static long lastPart(String name) {
		long hash = HashedWords.SEED;
		for (int i = 0; i < name.length(); i++) {
			char c = name.charAt(i);
			hash = (c == '/' || c == '.' || c == '[') ? HashedWords.SEED
					: (c == ']') ? hash : HashedWords.extend(hash, c);
		}
		return hash;
	}

}
