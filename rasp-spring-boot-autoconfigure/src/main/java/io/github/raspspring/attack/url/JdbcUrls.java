package io.github.raspspring.attack.url;

import java.util.Locale;

/**
 * URLs of JDBC whose settings make the driver run scripts, load classes or read
 * serialized objects of the server that it connects to (CWE-502).
 */
public final class JdbcUrls {

	private static final String[] SETTINGS = { "autodeserialize=true", "interceptors=", "socketfactory=", "sslfactory=",
			"init=runscript", "init=create", "init=call", "allowloadlocalinfile=true", "allowurlinlocalinfile=true",
			"clientrerouteserverlistjndiname=", "java_object_serializer=" };

	private JdbcUrls() {
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
