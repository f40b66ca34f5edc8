package io.github.raspspring.text;

/**
 * Commands of POSIX and Windows shells, by how likely an honest text has them by chance.
 */
final class ShellVocabulary {

	/** Means nothing but the command. */
	static final int TECHNICAL = 1;

	/** The command is also a name of a column, tool or language that people list. */
	static final int LISTED = 2;

	/** The command is also an English word. */
	static final int ENGLISH = 3;

	/** As {@link #ENGLISH}, and takes a number. */
	static final int TIMED = 4;

	/** Takes a well-known first argument. */
	static final int FAMILY = 5;

	/** Runs programs of its own language; people list these languages. */
	static final int LANGUAGE = 7;

	/** Reads what another command wrote, which alone does no harm. */
	static final int FILTER = 6;

	static final HashedVocabulary COMMANDS = HashedVocabulary.builder()
		.add(TECHNICAL,
				"""
						whoami ifconfig ipconfig netstat nslookup uname chmod chown chgrp wget curl ncat netcat sysinfo systeminfo
						tasklist taskkill certutil bitsadmin mshta rundll32 regsvr32 cscript wscript wmic schtasks vssadmin
						printenv traceroute tracert pathping useradd userdel usermod adduser mkfifo mknod lsof iptables crontab
						chroot setuid nmap socat tcpdump telnet rlogin rsync sftp scp tftp getent mkfs fdisk insmod lsmod modprobe
						hostnamectl ifdown ifup pkill killall nohup sudo visudo busybox xterm arp route findstr icacls cacls attrib
						getmac qwinsta whois rmdir lscpu lsblk dmesg journalctl systemctl dpkg pgrep pidof base64 xxd uuencode
						openssl gcc setsid pwsh cmd.exe lwp-download lynx""")
		.add(LISTED, """
				id ls pwd ps rm cp mv ln dd df du nc sh awk gawk sed env cmd command.com su dir ver vol hostname""")
		.add(LANGUAGE,
				"""
						bash zsh ksh csh tcsh dash ash fish perl python python2 python3 ruby php node nodejs lua java ssh ftp powershell
						powershell_ise tar zip unzip gzip vi vim emacs nano ip mysql psql sqlite3 docker kubectl gdb""")
		.add(ENGLISH,
				"""
						cat more less type set find date echo man who w last touch test top make host write mail printf exec eval
						source copy move del erase export alias at batch start call assoc ren rename fc comp kill cut passwd groups
						logname users finger dig apt yum read trap mount umount reboot shutdown halt poweroff init strings od file
						stat tac nl rev tee""")
		.add(TIMED, "sleep time timeout ping ping6 usleep wait watch choice")
		.add(FAMILY, "net net1 reg netsh sc service")
		.add(FILTER, "grep egrep fgrep sort head tail wc uniq tr xargs jq column")
		.build();

	static final HashedVocabulary ARGUMENTS = HashedVocabulary.builder().add(1, """
			user users view localgroup group start stop share use accounts config session add query delete save export
			firewall advfirewall interface wlan int create qc restart --status-all""").build();

	static final HashedVocabulary ROOT_FOLDERS = HashedVocabulary.builder().add(1, "usr bin sbin").build();

	static final HashedVocabulary FOLDERS = HashedVocabulary.builder().add(1, "bin sbin system32 syswow64").build();

	private ShellVocabulary() {
	}

}
