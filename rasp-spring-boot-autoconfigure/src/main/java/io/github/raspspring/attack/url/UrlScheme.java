package io.github.raspspring.attack.url;

import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.HashedWords;

/**
 * What the scheme of a URL tells: which protocol it speaks, whether a device, a store or
 * an application's own page is meant, or a thing that has a name and no place. Stateless.
 */
final class UrlScheme {

	static final int ANY_PROTOCOL = 1;

	static final int FILE = 2;

	static final int DIRECTORY = 3;

	static final int REMOTE_OBJECT = 4;

	static final int NAMING = 5;

	/** Schemes by which an application on a device names its own pages. */
	static final int PAGE = 6;

	/** Schemes of devices, which are always near. */
	static final int DEVICE = 7;

	/** Schemes of stores and streams, which applications are told in their settings. */
	static final int STORE = 8;

	/** Schemes of servers of files, which are found at a path. */
	static final int FILE_SERVER = 9;

	private static final HashedWords KINDS = HashedWords.of("gopher dict netdoc jar tftp php phar expect glob ssh2 zip",
			"file", "ldap ldaps", "rmi iiop corba nis nds t3 t3s", "dns", "capacitor ionic app tauri",
			"""
					opc.tcp opc.https modbus modbus+tcp coap coaps coap+tcp mqtt mqtts bacnet knx ipp ipps snmp onvif""",
			"""
					postgres postgresql mysql mariadb mongodb redis rediss amqp amqps kafka nats pulsar stomp cassandra
					clickhouse couchbase neo4j bolt sqlserver mssql oracle memcached zookeeper tcp udp rtsp rtsps rtmp""",
			"sftp scp ftps");

	/** What clients connect to however many slashes follow. */
	private static final HashedWords CONNECTING = HashedWords.of("http https ws wss",
			"ftp ftps sftp scp smb smbs cifs imap imaps pop3 pop3s smtp smtps telnet ssh git svn"
					+ " svn+ssh git+ssh webdav dav davs url netdoc hdfs s3 nfs afp rsync vnc rdp");

	/** Names of things, which are found by asking whoever keeps a register of them. */
	private static final HashedWords NAMES = HashedWords
		.of("ark doi urn hdl handle info swh oai did lsid issn isbn pmid pmcid arxiv orcid isni ror grid gnd viaf"
				+ " purl bibcode tag geo news ni cid mid rrid igsn raid ivo lccn wikidata");

	/** What schemes begin with that have more behind them than a host. */
	private static final String NESTED = "jJzZcCdD";

	/** How PHP opens a text as if it were a file; browsers want no slashes there. */
	private static final String STREAM_OF_TEXT = "data://text/";

	private UrlScheme() {
	}

	/**
	 * Return the kind of a scheme.
	 * @param scheme hash of its name
	 * @return one of the constants, 0 for others
	 */
	static int kindOf(long scheme) {
		return KINDS.groupOf(scheme);
	}

	/**
	 * Tell whether a scheme is one of the web, which only browsers and clients of HTTP
	 * know.
	 */
	static boolean isOfWeb(long scheme) {
		return scheme == HashedWords.SEED || CONNECTING.groupOf(scheme) == 1;
	}

	/**
	 * Tell whether no host stands behind the slashes: the URL names a thing and no place,
	 * or one slash begins a path (RFC 3986, 3.3) that no known client takes for two.
	 * @param text the text
	 * @param url a URL of it
	 */
	static boolean hasNoHost(String text, UrlScanner url) {
		long scheme = url.scheme();
		if (scheme == HashedWords.SEED || kindOf(scheme) != 0 || CONNECTING.groupOf(scheme) != 0) {
			return false;
		}
		int behind = url.start() + url.schemeLength() + 1;
		boolean path = behind + 1 < text.length() && text.charAt(behind) == '/' && text.charAt(behind + 1) != '/'
				&& text.charAt(behind + 1) != '\\' && text.charAt(behind + 1) > ' ';
		return path || NAMES.groupOf(scheme) != 0;
	}

	/**
	 * Tell whether a URL names neither a user nor anything below the root of a server, as
	 * whoever only wants it to connect does.
	 */
	static boolean isRootWithoutUser(String text, UrlScanner url) {
		int end = url.hostEnd();
		while (end < text.length() && (Ascii.isDigit(text.charAt(end)) || text.charAt(end) == ':')) {
			end++;
		}
		end += (Ascii.at(text, end) == '/') ? 1 : 0;
		return end == text.length() && Ascii.at(text, url.hostStart() - 1) == '/';
	}

	/**
	 * Whether a text begins as a URL of an entry of an archive elsewhere, or of a remote
	 * object.
	 */
	static boolean isNested(String text) {
		if (NESTED.indexOf(Ascii.at(text, 0)) < 0) {
			return false;
		}
		boolean archive = text.regionMatches(true, 0, "jar:", 0, 4) || text.regionMatches(true, 0, "zip:", 0, 4);
		return isCorba(text) || text.regionMatches(true, 0, STREAM_OF_TEXT, 0, STREAM_OF_TEXT.length())
				|| archive && (text.regionMatches(true, 4, "http", 0, 4) || text.regionMatches(true, 4, "file:", 0, 5)
						|| text.regionMatches(true, 4, "ftp:", 0, 4));
	}

	private static boolean isCorba(String text) {
		return text.regionMatches(true, 0, "corbaname:", 0, 10) || text.regionMatches(true, 0, "corbaloc:", 0, 9);
	}

}
