package io.github.raspspring.attack.path;

import java.util.List;

import io.github.raspspring.text.CharacterSet;
import io.github.raspspring.text.HashedWords;
import io.github.raspspring.text.WordShapes;

/**
 * The cheap look that tells whether the {@linkplain PathScanner paths} of a text deserve
 * to be read, and which of them: it walks from sign to sign. Stateless.
 */
final class PathHints {

	/** Names of which a part of a path is one that is well known. */
	private static final String KNOWN = """
			etc proc root dev boot .dockerenv log logs web-inf meta-inf windows winnt system32 inetsrv inetpub
			xampp wamp wamp64 appserv php apache apache2 apache24 mysql program programdata winsxs passwd shadow
			boot.ini win.ini system.ini .env .git .svn .aws .ssh .docker .kube id_rsa id_dsa id_ecdsa id_ed25519
			authorized_keys .htpasswd .htaccess .bash_history .npmrc .pgpass .netrc wp-config.php web.config
			application.yml application.yaml application.properties bootstrap.yml server.xml context.xml web.xml
			run secrets access.log access_log acces_log acces.log error.log error_log auth.log mysql.log
			mysql-bin.log httpd.conf nginx.conf php.ini my.cnf my.ini sendmail.ini proftpd.conf vsftpd.conf
			vsftpd.log tomcat-users.xml metabase.xml global.asa localstart.asp sam.log ntuser.dat file
			.git-credentials .bashrc .bash_profile .bash_logout .profile .zshrc .zsh_history .sh_history
			.ksh_history .mysql_history .psql_history .rediscli_history .sqlite_history .python_history .viminfo
			.lesshst .gitconfig .wget-hsts .my.cnf .gnupg .azure .m2 .config .dockercfg .s3cfg .boto .rhosts
			.shosts .pypirc .vault-token .terraformrc .xauthority .cshrc sys spool mail backups adm user.myd
			mysql.err mlocate.db sessions docker.sock kubelet dhcp catalina.out postgresql.conf pg_hba.conf
			standalone.xml mgmt-users.properties jenkins_home anaconda-ks.cfg sysprep.inf sysprep.xml
			unattend.xml unattend.txt unattend.inf""";

	/** Names that count only in texts that have another hint. */
	private static final String KNOWN_BESIDES = "config.inc.php secrets.yml secrets.yaml database.yml credentials.json"
			+ " credentials.yml sshd_config";

	private static final HashedWords NAMES = HashedWords.of(KNOWN, KNOWN_BESIDES);

	private static final int LONGEST = 24;

	private static final int JOINT = 1;

	private static final int DOT = 2;

	private static final int PERCENT = 3;

	private static final int LOST = 4;

	private static final int HEXADECIMAL = 5;

	private static final int CONTROL = 6;

	private static final int BEYOND = 7;

	/**
	 * What has to be looked at: the characters of ASCII, and blocks of 256 characters
	 * some of which are odd.
	 */
	private static final byte[] SIGNS = signs();

	/** The same with what a name may follow in texts that have another hint. */
	private static final byte[] SIGNS_BESIDES = SIGNS.clone();

	private static final WordShapes BEGINNINGS = WordShapes.of(List.of(KNOWN, KNOWN_BESIDES));

	/** The same of the names read backwards. */
	private static final WordShapes ENDINGS = WordShapes.of(List.of(backwards(KNOWN), backwards(KNOWN_BESIDES)));

	private static final CharacterSet NAME = CharacterSet.ofWords("-_.");

	/** What ends a path wherever it stands, and what holds one. */
	private static final CharacterSet LIMITS = CharacterSet.of("\t\n\r'\"`<>|[]{},&#");

	static {
		SIGNS_BESIDES['='] = JOINT;
	}

	private PathHints() {
	}

	/**
	 * Find the first hint of a text.
	 * @return its index, -1 if there is none
	 */
	static int first(String text) {
		return find(text, 0, 1);
	}

	/**
	 * Find the next hint of a text that has one.
	 * @param from where a path may begin
	 * @return index of the hint, -1 if there is none
	 */
	static int next(String text, int from) {
		return find(text, from, 2);
	}

	/**
	 * Return whether any path has ended before an index, and each that stands there
	 * begins there.
	 */
	static boolean isLimit(String text, int index) {
		return LIMITS.contains(text.charAt(index - 1));
	}

	/**
	 * Return the last index before a hint at which a path begins for sure.
	 * @param from the first index to be considered, which begins one
	 */
	static int beginning(String text, int from, int hint) {
		int i = hint;
		while (i > from && !isLimit(text, i)) {
			i--;
		}
		return i;
	}

	private static int find(String text, int from, int groups) {
		byte[] signs = (groups > 1) ? SIGNS_BESIDES : SIGNS;
		int i = nextSign(text, from, signs);
		while (i < text.length()) {
			char c = text.charAt(i);
			int hint = hint(text, i, c, signs[index(c)], groups);
			if (hint >= 0) {
				return Math.max(from, hint);
			}
			i = nextSign(text, i + 1, signs);
		}
		return -1;
	}

	private static int nextSign(String text, int from, byte[] signs) {
		int length = text.length();
		int i = from;
		while (i < length && signs[index(text.charAt(i))] == 0) {
			i++;
		}
		return i;
	}

	private static int index(char c) {
		return (c < 0x80) ? c : 0x80 + (c >>> 8);
	}

	private static int hint(String text, int i, char c, int sign, int groups) {
		return switch (sign) {
			case JOINT -> joined(text, i, groups);
			case DOT -> (before(text, i) == '.' && climbs(text, i, groups)) ? i : -1;
			case PERCENT -> isEscape(text, i) ? i : -1;
			case LOST -> isLossy(text, i) ? i : -1;
			case HEXADECIMAL -> isHexNotation(text, i) ? i : -1;
			case BEYOND -> (isOdd(c) || c == '\uFFFD' && isLossy(text, i)) ? i : -1;
			default -> i;
		};
	}

	/**
	 * Return where a known name begins that stands next to a sign that joins it to
	 * others, -1 if none does.
	 */
	private static int joined(String text, int sign, int groups) {
		long lengths = ENDINGS.lengths(before(text, sign), before(text, sign - 1));
		if (lengths != 0) {
			int start = sign - 1;
			while (start > 0 && sign - start <= LONGEST && NAME.contains(text.charAt(start - 1))) {
				start--;
			}
			if (isKnown(text, start, sign, lengths, groups)) {
				return start;
			}
		}
		lengths = BEGINNINGS.lengths(behind(text, sign), behind(text, sign + 1));
		if (lengths != 0) {
			int end = sign + 2;
			while (end < text.length() && end - sign <= LONGEST && NAME.contains(text.charAt(end))) {
				end++;
			}
			if (isKnown(text, sign + 1, end, lengths, groups)) {
				return sign + 1;
			}
		}
		return -1;
	}

	private static boolean isKnown(String text, int start, int end, long lengths, int groups) {
		int length = end - start;
		int group = (length <= LONGEST && (lengths & 1L << length) != 0) ? NAMES.groupOf(text, start, end) : 0;
		return group != 0 && group <= groups;
	}

	private static String backwards(String names) {
		return new StringBuilder(names).reverse().toString();
	}

	private static boolean isEscape(String text, int i) {
		char following = behind(text, i);
		return following == '%' || isAlphanumeric(following) && isAlphanumeric(behind(text, i + 1));
	}

	/**
	 * Whether a segment of dots and lost characters ends or begins next to this one.
	 */
	private static boolean isLossy(String text, int i) {
		char before = (i > 0) ? text.charAt(i - 1) : '/';
		char after = behind(text, i);
		return isDotLike(before) && isSlash(after) || isDotLike(after) && (isSlash(before) || i == 0);
	}

	private static boolean climbs(String text, int i, int groups) {
		char before = (i > 1) ? text.charAt(i - 2) : '/';
		char after = behind(text, i);
		return isSlash(after) || after == ';' || after == '0' || after < ' ' || after > 0x7F || isSlash(before)
				|| before == ':' && groups > 1;
	}

	private static boolean isHexNotation(String text, int i) {
		if (before(text, i) != '0' || i + 2 >= text.length()) {
			return false;
		}
		char high = text.charAt(i + 1);
		int low = text.charAt(i + 2) | 0x20;
		return high == '2' && (low == 'e' || low == 'f') || high == '5' && low == 'c';
	}

	private static char before(String text, int i) {
		return (i > 0) ? text.charAt(i - 1) : ' ';
	}

	private static char behind(String text, int i) {
		return (i + 1 < text.length()) ? text.charAt(i + 1) : ' ';
	}

	private static boolean isOdd(char c) {
		return switch (c) {
			case 0xAD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF, 0xFF0E, 0x2024, 0x2025, 0xFE30, 0xFE52,
					0x2215, 0x2044, 0xFF0F, 0x29F8, 0x2216, 0xFF3C, 0xFE68, 0x29F5, 0xEFC8, 0xF025 ->
				true;
			default -> false;
		};
	}

	private static boolean isDotLike(char c) {
		return c == '.' || c == '?' || c == '\uFFFD';
	}

	private static boolean isSlash(char c) {
		return c == '/' || c == '\\' || c == '%';
	}

	private static boolean isAlphanumeric(char c) {
		return c >= '0' && c <= '9' || (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
	}

	private static byte[] signs() {
		byte[] signs = new byte[0x80 + 0x100];
		for (char c = 0; c < 0x80; c++) {
			signs[c] = (byte) signOf(c);
		}
		for (char c = 0x80; c < '\uFFFF'; c++) {
			signs[index(c)] |= isOdd(c) ? BEYOND : 0;
		}
		return signs;
	}

	private static int signOf(char c) {
		return switch (c) {
			case '/', '\\', ':', ';' -> JOINT;
			case '.' -> DOT;
			case '%' -> PERCENT;
			case '?' -> LOST;
			case 'x', 'X' -> HEXADECIMAL;
			case '\t', '\n', '\r' -> 0;
			default -> (c < ' ' || c == 0x7F) ? CONTROL : 0;
		};
	}

}
