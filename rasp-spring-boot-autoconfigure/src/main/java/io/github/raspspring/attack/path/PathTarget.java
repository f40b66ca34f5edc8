package io.github.raspspring.attack.path;

import io.github.raspspring.text.HashedWords;

/**
 * The well-known files and folders that a path names, found while its segments are read.
 */
final class PathTarget {

	private static final int SECRET = 1;

	private static final int SYSTEM = 2;

	private static final int FOLDER = 3;

	private static final int DRIVE_FOLDER = 4;

	private static final int LOG = 5;

	private static final int ROOT = 6;

	private static final HashedWords NAMES = HashedWords.of(secrets(), system(),
			"etc proc var/log web-inf meta-inf run/secrets webapps/root sys/devices sys/class sys/kernel sys/firmware"
					+ " dev/stdin dev/fd dev/random dev/urandom dev/zero dev/tcp boot/grub lib/kubelet",
			"windows winnt system32 inetsrv inetpub xampp wamp wamp64 appserv php apache apache2 apache24 mysql program"
					+ " programdata winsxs secrets",
			"access.log access_log acces_log acces.log error.log error_log auth.log mysql.log mysql-bin.log", "root");

	private long segment;

	private long two;

	private long three;

	private long last;

	private long lastTwo;

	private boolean secret;

	/** How many segments have ended. */
	private int segments;

	private boolean system;

	private boolean folder;

	private boolean driveFolder;

	private boolean root;

	PathTarget() {
		reset();
	}

	/**
	 * Files that hold secrets of an application or its user.
	 */
	private static String secrets() {
		return ".env .git/config .git/head .svn/entries .svn/wc.db .aws/credentials .ssh .docker/config.json id_rsa"
				+ " id_dsa id_ecdsa id_ed25519 authorized_keys .htpasswd .htaccess .bash_history .npmrc .pgpass"
				+ " .netrc .kube/config wp-config.php web.config application.yml application.yaml .git-credentials"
				+ " .bashrc .bash_profile .bash_logout .profile .zshrc .zsh_history .sh_history .ksh_history .mysql_history"
				+ " .psql_history .rediscli_history .sqlite_history .python_history .viminfo .lesshst .gitconfig .wget-hsts"
				+ " .my.cnf .gnupg .azure .m2/settings.xml .config/gcloud .dockercfg .s3cfg .boto .rhosts .shosts .pypirc"
				+ " .vault-token .dockerenv .terraformrc .xauthority .cshrc"
				+ " application.properties bootstrap.yml server.xml context.xml web.xml config.inc.php"
				+ " secrets.yml secrets.yaml database.yml credentials.json credentials.yml";
	}

	/**
	 * Files of the operating system or of servers that are the usual proof of an attack.
	 */
	private static String system() {
		return "etc/passwd etc/shadow etc/hosts etc/issue etc/group etc/gshadow etc/hostname etc/fstab etc/crontab"
				+ " etc/sudoers etc/security etc/master.passwd etc/mtab etc/motd etc/inetd.conf etc/resolv.conf"
				+ " boot.ini win.ini system.ini proc/self proc/version proc/cmdline proc/mounts proc/net"
				+ " web-inf/web.xml meta-inf/manifest.mf meta-inf/context.xml ssh/sshd_config nginx/nginx.conf windows/system32 winnt/system32"
				+ " windows/win.ini system32/drivers system32/config windows/repair windows/panther"
				+ " run/secrets/kubernetes.io secrets/kubernetes.io var/run/secrets .ssh/id_rsa .ssh/authorized_keys"
				+ " httpd.conf nginx.conf php.ini my.cnf my.ini sendmail.ini proftpd.conf vsftpd.conf vsftpd.log"
				+ " var/log/messages var/log/secure var/log/syslog var/log/auth.log tomcat-users.xml metabase.xml"
				+ " global.asa localstart.asp sam.log ntuser.dat web-inf/classes var/spool/cron spool/mail var/mail"
				+ " var/backups var/adm/messages mysql/user.myd mysql.err mlocate.db php/sessions docker.sock"
				+ " lib/kubelet/config.yaml lib/dhcp/dhclient.leases catalina.out postgresql.conf pg_hba.conf"
				+ " configuration/standalone.xml mgmt-users.properties secrets/master.key secrets/initialadminpassword"
				+ " jenkins_home/credentials.xml root/anaconda-ks.cfg sysprep.inf sysprep.xml unattend.xml unattend.txt"
				+ " unattend.inf";
	}

	void reset() {
		this.secret = false;
		this.segments = 0;
		this.system = false;
		this.folder = false;
		this.driveFolder = false;
		this.root = false;
		this.last = HashedWords.SEED;
		this.lastTwo = HashedWords.SEED;
		beginSegment();
	}

	void beginSegment() {
		this.segment = HashedWords.SEED;
		this.two = this.last;
		this.three = this.lastTwo;
	}

	void append(int c) {
		this.segment = HashedWords.extend(this.segment, c);
		this.two = HashedWords.extend(this.two, c);
		this.three = HashedWords.extend(this.three, c);
	}

	/**
	 * Hash of the segment read so far.
	 */
	long segmentHash() {
		return this.segment;
	}

	void endName(boolean anchored) {
		note(NAMES.groupOf(this.segment), anchored);
		note(NAMES.groupOf(this.two), true);
		note(NAMES.groupOf(this.three), true);
	}

	void endSegment() {
		this.segments++;
		this.lastTwo = HashedWords.extend(this.two, '/');
		this.last = HashedWords.extend(this.segment, '/');
	}

	private void note(int group, boolean anchored) {
		this.secret |= group == SECRET;
		this.system |= group == SYSTEM || group == LOG && this.segments > 1;
		this.folder |= group == FOLDER && anchored;
		this.driveFolder |= group == DRIVE_FOLDER && anchored;
		this.root |= group == ROOT && anchored && this.segments == 0;
	}

	/**
	 * Return whether it is a file that holds secrets of an application.
	 * @return {@code true} if it is
	 */
	boolean isSecret() {
		return this.secret;
	}

	/**
	 * Return whether it is a file that proves access to the operating system.
	 * @return {@code true} if it is
	 */
	boolean isSystem() {
		return this.system;
	}

	/**
	 * Return whether the path enters a folder of the operating system or container.
	 * @return {@code true} if it does
	 */
	boolean isSystemFolder() {
		return this.folder;
	}

	/**
	 * Return whether the path enters a folder that is sensitive on a drive.
	 * @return {@code true} if it does
	 */
	boolean isDriveFolder() {
		return this.driveFolder;
	}

	/**
	 * Return whether the path ends with a name.
	 * @return {@code true} if any segment is one
	 */
	boolean isNamed() {
		return this.segments > 0;
	}

	/**
	 * Return whether the path enters what may be the home of the superuser, or the root
	 * of any tree.
	 * @return {@code true} if it does
	 */
	boolean isRoot() {
		return this.root;
	}

	/**
	 * Return whether the path names any of these.
	 * @return {@code true} if it does
	 */
	boolean isKnown() {
		return this.secret || this.system || this.folder || this.driveFolder;
	}

}
