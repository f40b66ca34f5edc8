package io.github.raspspring.attack.url;

import java.util.Locale;

/**
 * URLs of JDBC whose settings make the driver run scripts, load classes or read
 * serialized objects of the server that it connects to (CWE-502).
 */
public final class JdbcUrls {

	private static final String[] SETTINGS = { "autodeserialize=true", "interceptors=", "socketfactory=", "sslfactory=",
			"init=runscript", "init=create", "init=call", ";jndi=", "allowloadlocalinfile=true",
			"allowurlinlocalinfile=true", "clientrerouteserverlistjndiname=", "startmaster=true", "slavehost=",
			"java_object_serializer=" };

	private static final String SCHEME = "jdbc:";

	private JdbcUrls() {
	}

	/**
	 * Find a URL with such a setting that is a value of its own: the whole text, or what
	 * stands in quotes or behind an equals sign.
	 * @param text the text
	 * @return the index where it begins, -1 if there is none
	 */
	public static int find(String text) {
		int i = next(text, 0);
		while (i >= 0) {
			char before = (i > 0) ? text.charAt(i - 1) : '"';
			boolean begins = before == '"' || before == '\'' || before == '=' || before == '(' || before == '[';
			if (begins && runsCode(text.substring(i))) {
				return i;
			}
			i = begins ? -1 : next(text, i + SCHEME.length());
		}
		return -1;
	}

	private static int next(String text, int from) {
		int colon = text.indexOf(':', from);
		while (colon >= 0 && !text.regionMatches(true, colon + 1 - SCHEME.length(), SCHEME, 0, SCHEME.length())) {
			colon = text.indexOf(':', colon + 1);
		}
		return (colon < 0) ? -1 : colon + 1 - SCHEME.length();
	}

	/**
	 * Return whether a part of a URL of JDBC brings a setting of the driver, whatever it
	 * does: names of databases have none.
	 * @param url the URL
	 * @param start index where the part begins
	 * @param end index behind it
	 */
	static boolean bringsSetting(String url, int start, int end) {
		if (!url.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
			return false;
		}
		boolean separated = false;
		for (int i = start; i < end; i++) {
			char c = url.charAt(i);
			if (c == '=') {
				return separated || runsCode(" " + url.substring(start, end));
			}
			separated |= ";&?".indexOf(c) >= 0;
		}
		return false;
	}

	/**
	 * Whether a URL has such a setting.
	 * @param url a text that begins as a URL of JDBC
	 */
	public static boolean runsCode(String url) {
		String text = url.toLowerCase(Locale.ROOT);
		for (String setting : SETTINGS) {
			if (text.indexOf(setting) > 0) {
				return true;
			}
		}
		return false;
	}

}
