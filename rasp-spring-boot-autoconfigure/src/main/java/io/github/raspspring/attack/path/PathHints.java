package io.github.raspspring.attack.path;

import io.github.raspspring.text.CharacterSet;
import io.github.raspspring.text.HashedWords;

/**
 * The cheap look that tells whether the {@linkplain PathScanner paths} of a text deserve
 * to be read.
 */
final class PathHints {

	private static final HashedWords NAMES = HashedWords
		.of("etc proc root dev boot .dockerenv log logs web-inf meta-inf windows winnt system32"
				+ " inetsrv inetpub xampp wamp wamp64 appserv php apache apache2 apache24 mysql program programdata winsxs"
				+ " passwd shadow boot.ini win.ini system.ini .env .git .svn .aws .ssh .docker .kube id_rsa id_dsa id_ecdsa"
				+ " id_ed25519 authorized_keys .htpasswd .htaccess .bash_history .npmrc .pgpass .netrc wp-config.php"
				+ " web.config application.yml application.yaml application.properties bootstrap.yml server.xml context.xml"
				+ " web.xml run secrets access.log access_log acces_log acces.log error.log error_log auth.log mysql.log"
				+ " mysql-bin.log httpd.conf nginx.conf php.ini my.cnf my.ini sendmail.ini proftpd.conf vsftpd.conf"
				+ " vsftpd.log tomcat-users.xml metabase.xml global.asa localstart.asp sam.log ntuser.dat file"
				+ " .git-credentials .bashrc .bash_profile .bash_logout .profile .zshrc .zsh_history .sh_history .ksh_history"
				+ " .mysql_history .psql_history .rediscli_history .sqlite_history .python_history .viminfo .lesshst .gitconfig"
				+ " .wget-hsts .my.cnf .gnupg .azure .m2 .config .dockercfg .s3cfg .boto .rhosts .shosts .pypirc .vault-token"
				+ " .terraformrc .xauthority .cshrc sys spool mail backups adm user.myd mysql.err mlocate.db sessions docker.sock"
				+ " kubelet dhcp catalina.out postgresql.conf pg_hba.conf standalone.xml mgmt-users.properties"
				+ " jenkins_home anaconda-ks.cfg sysprep.inf sysprep.xml unattend.xml unattend.txt unattend.inf");

	/** What is of a name and nothing else. */
	private static final CharacterSet PLAIN = CharacterSet.ofWords("-_").without("xX");

	private PathHints() {
	}

	static boolean in(CharSequence text) {
		int name = -1;
		int i = 0;
		while (i < text.length()) {
			char c = text.charAt(i);
			if (isName(c)) {
				if (c == '.' ? isSecondDot(text, i) && climbs(text, i) : (c | 0x20) == 'x' && isHexNotation(text, i)) {
					return true;
				}
				name = (name < 0) ? i : name;
				i = PLAIN.end(text, i + 1);
			}
			else {
				if (isNamed(text, name, i) || isHint(text, i, c)) {
					return true;
				}
				name = -1;
				i++;
			}
		}
		return isNamed(text, name, i);
	}

	private static boolean isSecondDot(CharSequence text, int i) {
		return i > 0 && text.charAt(i - 1) == '.';
	}

	/**
	 * Whether a known name stands next to a sign that joins it to others.
	 * @param start index of its first character, -1 if there is none
	 */
	private static boolean isNamed(CharSequence text, int start, int end) {
		if (start < 0) {
			return false;
		}
		boolean joined = start > 0 && joins(text.charAt(start - 1)) || end < text.length() && joins(text.charAt(end));
		return joined && isKnown(text, start, end);
	}

	private static boolean isKnown(CharSequence text, int start, int end) {
		long hash = HashedWords.SEED;
		for (int i = start; i < end; i++) {
			hash = HashedWords.extend(hash, text.charAt(i));
		}
		return NAMES.groupOf(hash) != 0;
	}

	private static boolean joins(char c) {
		return c == '/' || c == '\\' || c == ':' || c == ';';
	}

	private static boolean isHint(CharSequence text, int i, char c) {
		if (c == '%') {
			char following = (i + 1 < text.length()) ? text.charAt(i + 1) : ' ';
			char second = (i + 2 < text.length()) ? text.charAt(i + 2) : ' ';
			return following == '%' || isAlphanumeric(following) && isAlphanumeric(second);
		}
		if (c == '?' || c == '\uFFFD') {
			return lossy(text, i);
		}
		return c < ' ' && c != '\n' && c != '\r' && c != '\t' || c == 0x7F || c > 0x7F && isOdd(c);
	}

	/**
	 * Whether a segment of dots and lost characters ends or begins next to this one.
	 */
	private static boolean lossy(CharSequence text, int i) {
		char before = (i > 0) ? text.charAt(i - 1) : '/';
		char after = (i + 1 < text.length()) ? text.charAt(i + 1) : ' ';
		return isDotLike(before) && isSlash(after) || isDotLike(after) && (isSlash(before) || i == 0);
	}

	private static boolean climbs(CharSequence text, int i) {
		int first = i - 2;
		char before = (first >= 0) ? text.charAt(first) : '/';
		char after = (i + 1 < text.length()) ? text.charAt(i + 1) : ' ';
		return isSlash(after) || after == '%' || after == ';' || after == '0' || after < ' ' || after > 0x7F
				|| isSlash(before);
	}

	private static boolean isHexNotation(CharSequence text, int i) {
		if (i == 0 || text.charAt(i - 1) != '0' || i + 2 >= text.length()) {
			return false;
		}
		char high = text.charAt(i + 1);
		int low = text.charAt(i + 2) | 0x20;
		return high == '2' && (low == 'e' || low == 'f') || high == '5' && low == 'c';
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

	private static boolean isName(char c) {
		return isAlphanumeric(c) || c == '.' || c == '-' || c == '_';
	}

	private static boolean isAlphanumeric(char c) {
		return c >= '0' && c <= '9' || (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
	}

}
