package io.github.raspspring.attack.command;

import io.github.raspspring.text.HashedWords;

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

	private static final String TECHNICAL_COMMANDS = """
			mkdir xcopy robocopy whoami ifconfig ipconfig netstat nslookup uname chmod chown chgrp wget curl ncat netcat sysinfo
			systeminfo tasklist taskkill certutil bitsadmin mshta rundll32 regsvr32 cscript wscript wmic
			schtasks vssadmin printenv traceroute tracert pathping useradd userdel usermod adduser mkfifo mknod
			lsof iptables crontab chroot setuid nmap socat tcpdump telnet rlogin rsync sftp scp tftp getent mkfs
			fdisk insmod lsmod modprobe hostnamectl ifdown ifup pkill killall nohup sudo visudo busybox xterm
			uptime arp route findstr icacls cacls attrib getmac qwinsta whois rmdir lscpu lsblk dmesg journalctl
			systemctl dpkg pgrep pidof base64 base32 xxd hexdump uuencode openssl gcc setsid pwsh cmd.exe lwp-download
			lynx iwr irm iex invoke-webrequest invoke-expression invoke-restmethod invoke-command get-content
			get-childitem get-process start-process new-object start-sleep stop-process
			get-service get-wmiobject get-ciminstance test-connection set-executionpolicy remove-item copy-item
			move-item out-file set-content add-content import-module start-job test-netconnection calc.exe unexpand csplit shuf expr bzcat zcat xzcat gunzip
			mysqldump pg_dump pg_dumpall redis-cli mongosh mongodump apt-get mysqladmin
			lsusb lspci lshw lsattr lslogins lsns findmnt dmidecode nmcli iwconfig iwlist ethtool brctl tshark nft ufw
			sysctl getenforce setenforce sestatus capsh getcap setcap setfacl getfacl chattr chsh chfn chage chpasswd
			groupadd groupdel groupmod gpasswd deluser delgroup newusers vipw atq atrm renice ionice stdbuf strace
			ltrace fuser pstree pmap pwdx vmstat iostat mpstat nproc tty stty umask ulimit lastlog lastb faillog mesg
			loginctl timedatectl localectl machinectl coredumpctl networkctl resolvectl bootctl udevadm blkid parted
			swapon swapoff depmod rmmod mkswap losetup mdadm dmsetup wipefs badblocks fsck mktemp htpasswd unlink shred
			fallocate readlink realpath cksum readelf objdump objcopy ldd ldconfig
			xz unxz bzip2 bunzip2 zstd unzstd lzma unrar cpio gpg gpg2 ssh-keygen ssh-keyscan ssh-add ssh-agent
			sshpass autossh aria2c lftp lwp-request elinks ngrok proxychains masscan arping hping3 tracepath mtr
			iperf iperf3 sqlmap tmux nsenter unshare runuser gosu doas pkexec runc crictl nerdctl buildah skopeo
			minikube etcdctl zypper pacman aptitude apt-cache dpkg-query certbot jshell
			jmap jstack jcmd keytool irb mawk nawk tclsh luajit phantomjs ffmpeg ffprobe mogrify wkhtmltopdf pandoc
			pdftotext exiftool mutt sendmail mailx getconf xclip xsel xdg-open pbcopy pbpaste osascript sw_vers dscl
			launchctl system_profiler networksetup screencapture diskutil csrutil chkconfig telinit runlevel
			rabbitmqctl kafka-topics.sh mongoexport mongorestore pg_ctl pg_isready createdb dropdb apachectl
			nbtstat driverquery gpresult nltest klist cmdkey wevtutil bcdedit diskpart fsutil takeown doskey chcp
			msiexec regedit regasm installutil msbuild forfiles quser dsquery csvde ldifde psexec procdump mimikatz
			dism winrm winrs netdom setx auditpol typeperf logman tskill odbcconf cmstp notepad notepad.exe
			iexplore gci gcm gps gsv gwmi gcim icm ipmo saps spps""";

	private static final String LISTED_COMMANDS = "id ls pwd ps rm cp mv ln dd df du nc sh awk gawk sed env cmd command.com su dir ver vol printf gc"
			+ " hostname";

	private static final String LANGUAGE_COMMANDS = """
			bash zsh ksh csh tcsh perl python python2 python3 ruby php node nodejs lua java ssh
			ftp powershell powershell_ise tar zip unzip gzip vi vim emacs nano ip mysql psql sqlite3 docker
			kubectl gdb""";

	private static final String ENGLISH_COMMANDS = """
			cat more less type set find date echo man who w last touch top make host write mail exec
			eval source copy move del erase export alias at batch start call assoc ren rename fc comp kill
			fish dash ash paste fold expand join look split comm cmp diff pr iconv test passwd groups logname users finger dig apt yum read trap mount umount reboot shutdown halt poweroff
			init strings od ss rd file stat tac nl rev tee calc history command builtin free tree locale arch
			seq cal logger ex ed bc dc tc gs sar ant rpm flock cargo poetry deno bun yarn gradle md cipher sfc logout
			jobs chcon npx pnpm conda pipx mvn javac""";

	private static final String TIMED_COMMANDS = "sleep time timeout ping ping6 usleep wait watch choice";

	private static final String FAMILY_COMMANDS = "net net1 reg netsh sc service query git aws gcloud az npm pip pip3 apk brew gem cargo helm snap dnf podman terraform vault consul nomad";

	private static final String FILTER_COMMANDS = "grep egrep fgrep cut sort head tail wc uniq tr xargs jq column";

	static final HashedWords COMMANDS = HashedWords.builder()
		.add(TECHNICAL, TECHNICAL_COMMANDS)
		.add(LISTED, LISTED_COMMANDS)
		.add(LANGUAGE, LANGUAGE_COMMANDS)
		.add(ENGLISH, ENGLISH_COMMANDS)
		.add(TIMED, TIMED_COMMANDS)
		.add(FAMILY, FAMILY_COMMANDS)
		.add(FILTER, FILTER_COMMANDS)
		.build();

	static final HashedWords ARGUMENTS = HashedWords.builder().add(1, """
			user users view localgroup group start stop share use accounts config session add query delete save export
			firewall advfirewall interface wlan int create qc restart --status-all""").build();

	/** Run the command that they are given. */
	static final HashedWords RUNNERS = HashedWords
		.of("sudo nohup xargs env time exec eval command builtin busybox setsid start trap");

	/** Show or do something by one word behind them, or by the second. */
	static final HashedWords TOOLS = HashedWords.of("docker podman", "ip", "service kubectl");

	/** What is shown or done by these, in the same groups. */
	static final HashedWords VERBS = HashedWords.of("ps images info inspect", "a addr r route link neigh",
			"start stop restart status secrets secret nodes");

	static final int SHOWN_BY_TWO = 3;

	/** Stop the host. */
	static final HashedWords HALTS = HashedWords.of("shutdown reboot halt poweroff");

	/** Take the name of a host. */
	static final HashedWords RESOLVERS = HashedWords.of("dig host nslookup ping ping6 whois getent");

	/** What processes are listed by. */
	static final HashedWords LISTINGS = HashedWords.of("aux auxf auxww axu ef ax process");

	/** Tell of the host without any argument; words of no language, and English ones. */
	static final HashedWords TELLING = HashedWords.of("""
			id whoami pwd ls dir ps env uname hostname ifconfig ipconfig netstat systeminfo tasklist printenv uptime
			getmac lscpu lsblk lspci lsusb lsmod lsof lshw dmesg arp ver vol df hostnamectl timedatectl loginctl nproc
			vmstat iostat mpstat pstree lastlog lastb atq iwconfig getenforce sestatus blkid findmnt tty driverquery
			qwinsta quser bcdedit klist""", """
			set date who w last history mount free tree jobs alias users groups export reboot halt poweroff shutdown
			finger locale arch top logout route""");

	/** English words that do something to what they are given, and no thing has. */
	static final HashedWords ACTING = HashedWords.of("""
			kill touch cat tac passwd echo del erase rd ren sleep ping ping6 usleep dig apt yum logger exec eval source
			command builtin nice start su rename userdel""");

	/** Programs of Windows, where the case of a name doesn't matter. */
	static final HashedWords OF_WINDOWS = HashedWords.of("dir ver vol cmd hostname command.com");

	static final HashedWords ROOT_FOLDERS = HashedWords.builder().add(1, "usr bin sbin").build();

	static final HashedWords FOLDERS = HashedWords.builder().add(1, "bin sbin system32 syswow64").build();

	private ShellVocabulary() {
	}

	/**
	 * Return the words that commands begin with, up to a dot or hyphen in them, and the
	 * variable that stands for a blank.
	 */
	static String[] firstWords() {
		String all = String.join(" ", TECHNICAL_COMMANDS, LISTED_COMMANDS, LANGUAGE_COMMANDS, ENGLISH_COMMANDS,
				TIMED_COMMANDS, FAMILY_COMMANDS, FILTER_COMMANDS, "ifs");
		return all.replaceAll("[.-]\\S*", "").trim().split("\\s+");
	}

}
