package io.github.raspspring.attack.url;

import io.github.raspspring.inspect.NestedName;
import io.github.raspspring.inspect.Placement;
import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.HashedWords;

/**
 * Names by which parameters tell that they hold the address of something to fetch.
 */
final class UrlParameters {

	private static final HashedWords NAMES = HashedWords.of("link href webhook callback endpoint feed proxy dest"
			+ " destination target next continue redirect return returnto return_to site src image img avatar page"
			+ " forward fetch load open");

	private static final HashedWords OAUTH = HashedWords
		.of("redirect_uri redirecturi redirect_uris redirecturis post_logout_redirect_uri post_logout_redirect_uris"
				+ " postlogoutredirecturi postlogoutredirecturis redirects redirect_urls redirecturls"
				+ " allowed_redirects allowedredirects callback_urls callbackurls valid_redirect_uris validredirecturis");

	/** Lists of addresses and origins that a client is registered with (RFC 7591, 2). */
	private static final HashedWords REGISTERED = HashedWords
		.of("redirect_uris redirecturis post_logout_redirect_uris postlogoutredirecturis valid_redirect_uris"
				+ " validredirecturis web_origins weborigins allowed_origins allowedorigins cors_origins corsorigins"
				+ " logout_urls logouturls allowedcorsorigins origins trusted_origins trustedorigins"
				+ " javascript_origins javascriptorigins");

	/** What has an address in the network of an installation. */
	private static final HashedWords DEVICES = HashedWords.of("""
			device devices meter meters smartmeter camera cameras webcam ipcam nvr dvr printer printers labelprinter
			receiptprinter scanner router routers modem inverter inverters charger chargers wallbox chargingstation
			chargepoint chargepoints wallboxes thermostat heatpump boiler sensor sensors actuator plc nas
			accesspoint accesspoints ap doorbell intercom signage kiosk projector speaker speakers lamp turnstile
			rtu datalogger weatherstation""", """
			ocpp modbus opcua bacnet knx gateway gateways controller controllers switch switches hub bridge
			lock locks display displays terminal terminals pos scale scales light lights tv thing things
			robot barrier logger""");

	/** Names of addresses that a device calls itself, or is told to call. */
	private static final HashedWords OF_CALLS = HashedWords
		.of("webhook webhookurl webhookuri callback callbackurl callbackuri notifyurl notificationurl targeturl posturl"
				+ " pushurl proxy proxyurl redirecturl returnurl fetchurl imageurl");

	/** What is one file, or calls for one. */
	private static final HashedWords FILES = HashedWords.of("feed image img avatar logo photo picture icon thumbnail"
			+ " thumb poster banner cover webhook callback file attachment document pdf video");

	private static final String[] BY_PROXIES = { "real", "amz", "b3", "request", "correlation", "proxy", "cluster",
			"scheme", "host", "azure", "appengine", "cloud", "ms" };

	private static final String[] URLS_OF_PROXIES = { "forwarded", "original", "rewrite", "envoy", "auth-request" };

	private UrlParameters() {
	}

	/**
	 * Whether a name says that the value is a URL, or is one of the usual names for it.
	 */
	static boolean isUrl(String name) {
		return Placement.saysUrl(name) || NAMES.groupOf(NestedName.lastPart(name)) != 0;
	}

	/**
	 * Whether a name says that the value is looked up in a directory of objects.
	 */
	static boolean isNaming(String name) {
		for (int i = 0; i + 4 <= name.length(); i++) {
			if (name.regionMatches(true, i, "jndi", 0, 4) || name.regionMatches(true, i, "datasource", 0, 10)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Whether it is a parameter of OAuth 2, which allows loopback redirection (RFC 8252),
	 * or a list of the addresses to which an application lets its users be sent back.
	 */
	static boolean isOauthRedirect(String name) {
		return OAUTH.groupOf(lastName(name)) != 0 || endsWithRedirect(name);
	}

	/**
	 * Whether a name says more of which redirect it is, as those of banks do (PSD2).
	 */
	private static boolean endsWithRedirect(String name) {
		int end = name.length() - 3;
		boolean address = name.regionMatches(true, end, "uri", 0, 3);
		end -= (end > 0 && (name.charAt(end - 1) == '-' || name.charAt(end - 1) == '_')) ? 1 : 0;
		return address && name.regionMatches(true, end - 8, "redirect", 0, 8);
	}

	/**
	 * Whether it is a list of the addresses to which a registered client lets its users
	 * be sent back.
	 */
	static boolean isRegisteredRedirect(String name) {
		return REGISTERED.groupOf(lastName(name)) != 0;
	}

	/**
	 * Whether it is an address of a device in the settings of an installation: the field
	 * around it is named after one, or the field itself after one and no other thing.
	 */
	static boolean isOfDevice(String name) {
		boolean within = DEVICES.groupOf(NestedName.parent(name, "_-")) != 0
				&& OF_CALLS.groupOf(NestedName.lastPart(name, "_-")) == 0;
		int end = name.length() - 3;
		boolean address = end > 0 && (Ascii.startsWith(name, end, "url") || Ascii.startsWith(name, end, "uri"));
		return within || address && DEVICES.groupOf(NestedName.lastPart(name.substring(0, end), "_-")) == 1;
	}

	/**
	 * Whether it names a file, or the address of one.
	 */
	static boolean isOfFile(String name) {
		int end = name.length() - 3;
		boolean address = end > 0 && (Ascii.startsWith(name, end, "url") || Ascii.startsWith(name, end, "uri"));
		return FILES.groupOf(NestedName.lastPart(address ? name.substring(0, end) : name, "_-")) != 0;
	}

	/**
	 * Whether it names the interface of an application that is called.
	 */
	static boolean isApi(String name) {
		int start = name.length() - 3;
		boolean word = name.endsWith("Api") || name.endsWith("API")
				|| name.endsWith("api") && (start == 0 || start > 0 && !Ascii.isLetter(name.charAt(start - 1)));
		return word || Ascii.startsWith(name, name.length() - 6, "apiurl") && name.length() >= 6;
	}

	/**
	 * Whether applications find their handler by what the header tells.
	 */
	static boolean routes(String header) {
		return header.equalsIgnoreCase("X-Original-URL") || header.equalsIgnoreCase("X-Rewrite-URL");
	}

	/**
	 * Whether a header tells the page that a link was followed on.
	 */
	static boolean isReferer(String name) {
		return name.equalsIgnoreCase("Referer");
	}

	/**
	 * Hash of the last part that is no index of an array.
	 */
	private static long lastName(String name) {
		int end = name.length();
		int i = end;
		while (i > 0 && (name.charAt(i - 1) >= '0' && name.charAt(i - 1) <= '9' || name.charAt(i - 1) == ']')) {
			i--;
		}
		boolean index = i > 0 && i < end && (name.charAt(i - 1) == '/' || name.charAt(i - 1) == '[');
		return NestedName.lastPart(index ? name.substring(0, i - 1) : name);
	}

	/**
	 * Whether a header is one that applications define and read themselves. Proxies write
	 * internal addresses to the others.
	 */
	static boolean isCustomHeader(String name) {
		return name.regionMatches(true, 0, "x-", 0, 2) && !continues(name, BY_PROXIES)
				&& !continues(name, URLS_OF_PROXIES);
	}

	/**
	 * Whether a header is one in which proxies tell the URL that was asked for, which may
	 * be an internal one.
	 */
	static boolean isUrlOfProxy(String name) {
		return name.regionMatches(true, 0, "x-", 0, 2) && continues(name, URLS_OF_PROXIES);
	}

	/**
	 * Whether a header is one in which proxies tell the host that was asked for.
	 */
	static boolean isHostOfProxy(String name) {
		return name.regionMatches(true, 0, "x-", 0, 2) && name.regionMatches(true, name.length() - 4, "host", 0, 4);
	}

	private static boolean continues(String name, String[] beginnings) {
		for (String beginning : beginnings) {
			if (name.regionMatches(true, 2, beginning, 0, beginning.length())) {
				return true;
			}
		}
		return false;
	}

}
