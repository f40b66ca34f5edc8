package io.github.raspspring.engine;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What of a text is kept so that a person can judge whether it was an attack: ASCII
 * punctuation, words of the kind of attack that is meant, single digits where there are
 * next to none, and lengths. All else is told by its shape.
 */
final class EvidenceText {

	private static final int CONTEXT = 24;

	private static final int LONGEST = 96;

	/** Runs longer than this are told by their length. */
	private static final int LONGEST_RUN = 12;

	/** More digits than this may be a number that belongs to somebody. */
	private static final int FEW_DIGITS = 3;

	private static final int LONGEST_WORD = 24;

	/** What is shorter and joined by a few marks is no key. */
	private static final int SHORTEST_KEY = 16;

	private final CharSequence text;

	private final Set<String> words;

	private final int from;

	private final int to;

	private final boolean fewDigits;

	private final StringBuilder shown = new StringBuilder(LONGEST + 32);

	/**
	 * Keep what decided.
	 * @param cwe the weakness that is meant, which decides what words stay
	 */
	EvidenceText(String cwe, CharSequence text, int start, int end) {
		this.text = text;
		this.words = Words.of(cwe);
		int first = Math.max(0, Math.min(start, text.length()));
		int last = Math.max(first, Math.min(end, text.length()));
		this.from = Math.max(0, first - CONTEXT);
		this.to = Math.min(Math.min(text.length(), last + CONTEXT), this.from + LONGEST);
		this.fewDigits = digits(this.from, this.to) <= FEW_DIGITS;
		show();
		this.shown.append(place(first, last, text.length()));
	}

	/**
	 * Return what is kept of a text that is a secret as a whole: the punctuation of what
	 * decided, and lengths.
	 */
	static String ofSecret(CharSequence text, int start, int end) {
		int first = Math.max(0, Math.min(start, text.length()));
		int last = Math.max(first, Math.min(end, text.length()));
		StringBuilder shown = new StringBuilder("secret: ");
		for (int i = first; i < Math.min(last, first + LONGEST); i++) {
			char c = Redaction.mask(text.charAt(i));
			shown.append((c == 'a' || c == '9') ? '*' : c);
		}
		return shown.append(place(first, last, text.length())).toString();
	}

	private void show() {
		int i = this.from;
		while (i < this.to) {
			if (!isOfWord(this.text.charAt(i))) {
				this.shown.append(Redaction.mask(this.text.charAt(i)));
				i++;
				continue;
			}
			int end = i + 1;
			while (end < this.to && isOfWord(this.text.charAt(end))) {
				end++;
			}
			showRun(i, end);
			i = end;
		}
	}

	private void showRun(int start, int end) {
		boolean whole = (start == 0 || !isOfWord(this.text.charAt(start - 1)))
				&& (end == this.text.length() || !isOfWord(this.text.charAt(end)));
		if (whole && (isKnown(start, end) || isSingleDigit(start, end))) {
			this.shown.append(this.text, start, end);
			return;
		}
		if (end - start > LONGEST_RUN) {
			this.shown.append(digits(start, end) > 0 ? "a9{" : "a{").append(end - start).append('}');
			return;
		}
		for (int i = start; i < end; i++) {
			this.shown.append(Redaction.mask(this.text.charAt(i)));
		}
	}

	private boolean isKnown(int start, int end) {
		return end - start <= LONGEST_WORD && !this.words.isEmpty()
				&& this.words.contains(this.text.subSequence(start, end).toString().toLowerCase(Locale.ROOT))
				&& !isOfKey(start, end);
	}

	private boolean isSingleDigit(int start, int end) {
		return end - start == 1 && this.fewDigits && SecretShape.isDigit(this.text.charAt(start));
	}

	/**
	 * Whether the word is a piece of a key or token: joined with others by their marks,
	 * of which one has digits among letters, or capitals by turns.
	 */
	private boolean isOfKey(int start, int end) {
		int first = start;
		while (first > 0 && start - first < LONGEST && isOfKey(this.text.charAt(first - 1))) {
			first--;
		}
		int last = end;
		while (last < this.text.length() && last - end < LONGEST && isOfKey(this.text.charAt(last))) {
			last++;
		}
		if (last - first < SHORTEST_KEY) {
			return false;
		}
		int run = first;
		for (int i = first; i <= last; i++) {
			if (i == last || !isOfWord(this.text.charAt(i))) {
				if (run < i && (run != start || i != end) && isRandom(run, i)) {
					return true;
				}
				run = i + 1;
			}
		}
		return false;
	}

	private boolean isRandom(int start, int end) {
		int turns = 0;
		for (int i = start + 1; i < end; i++) {
			turns += kind(this.text.charAt(i)) != kind(this.text.charAt(i - 1)) ? 1 : 0;
		}
		return turns > 1;
	}

	private static int kind(char c) {
		if (SecretShape.isDigit(c)) {
			return 0;
		}
		return (c >= 'A' && c <= 'Z') ? 1 : 2;
	}

	private static boolean isOfKey(char c) {
		return c < 0x80 && isOfWord(c) || c == '+' || c == '/' || c == '=' || c == '.' || c == '-';
	}

	private static boolean isOfWord(char c) {
		return Character.isLetterOrDigit(c) || c == '_';
	}

	private int digits(int start, int end) {
		int digits = 0;
		for (int i = start; i < end; i++) {
			digits += Character.isDigit(this.text.charAt(i)) ? 1 : 0;
		}
		return digits;
	}

	private static String place(int first, int last, int length) {
		return " (" + first + '-' + last + " of " + length + ')';
	}

	@Override
	public String toString() {
		return this.shown.toString();
	}

	/**
	 * The words that evidence shows, by the weakness that a rule hints at (CWE). They
	 * belong to a language that attacks are written in, and none of them is a name of
	 * people: such as {@code grant} are left out although they have a meaning.
	 */
	private static final class Words {

		private static final String SQL = """
				select union all distinct from where and or xor not null is in like rlike regexp ilike between exists any some
				order group by having limit offset fetch into outfile dumpfile as on join inner outer insert update delete set
				values drop truncate alter create table database schema tables columns information_schema pg_catalog
				sqlite_master sysobjects if case when then else end cast convert declare exec execute xp_cmdshell sp_executesql
				begin commit rollback procedure function sleep benchmark waitfor delay pg_sleep dbms_lock dbms_pipe randomblob
				extractvalue updatexml utl_http utl_inaddr load_file char chr ascii substring substr mid concat concat_ws
				group_concat string_agg version current_user session_user user count length true false using intersect
				except minus rownum dual top procedure analyse row_number over""";

		private static final String SHELL = """
				sh bash zsh ksh cmd powershell pwsh exe cat ls dir id whoami uname pwd echo printf env printenv set export curl
				wget nc ncat netcat socat telnet ssh scp ftp tftp ping ping6 nslookup dig host sleep timeout rm cp mv chmod chown
				mkdir touch find grep awk sed xargs tee head tail base64 xxd python python3 perl php node lua java sudo su
				eval exec source nohup kill ps netstat ifconfig ip ipconfig net reg type more less systeminfo tasklist certutil
				bitsadmin mshta rundll32 iex iwr invoke dev tcp udp null etc passwd shadow bin usr tmp var proc self environ ifs
				home root then fi do done while for if""";

		private static final String MARKUP = """
				script img svg iframe object embed body html head input form a div span style link meta base video audio source
				details marquee math template textarea button table td isindex applet frame frameset onerror onload onclick
				onmouseover onfocus onblur onchange oninput onsubmit ontoggle onstart onanimationstart onpointerenter autofocus
				src href srcdoc action formaction data xlink style javascript vbscript alert prompt confirm eval function
				document cookie window location domain innerhtml write settimeout setinterval fetch fromcharcode atob import
				constructor this top self parent return new var let const expression url include virtual file exec""";

		private static final String PATH = """
				etc passwd shadow hosts proc self environ windows win system32 ini boot bin usr var log logs tmp home root web
				inf xml meta manifest mf config conf htaccess git env ssh id_rsa authorized_keys file jar classes application
				properties yml yaml exe jsp php war class sh bat cmd""";

		private static final String URL = """
				http https ftp file gopher dict ldap ldaps jar netdoc jdbc rmi data localhost metadata latest meta computemetadata
				google user iam security credentials instance api v1 local admin actuator
				kubernetes default svc""";

		private static final String CODE = """
				t java javax jdk lang runtime getruntime exec process processbuilder start system getproperty getenv class
				getclass forname classloader loadclass newinstance constructor getconstructor getdeclaredconstructor method
				getmethod invoke reflect util scanner io file reader new return import static script scriptengine
				scriptenginemanager getenginebyname eval nashorn js request application session param param config self
				__class__ __mro__ __subclasses__ __globals__ __init__ __import__ os popen subprocess include freemarker template
				utility execute assign ognl memberaccess spring beans context object objectfactory true false null __proto__
				prototype defaultvalue jndi ldap ldaps rmi dns iiop corba nis lower upper env sys date base64""";

		private static final String SERIAL = """
				java javax sun apache commons collections beanutils functors invokertransformer chainedtransformer
				constanttransformer instantiatetransformer templatesimpl xalan xsltc trax rowset jdbcrowsetimpl springframework
				classpathxmlapplicationcontext hashmap hashset priorityqueue annotationinvocationhandler badattributevalueexp
				type class object url datasource jndi lookup c3p0 groovy runtime processbuilder scriptenginemanager
				urlclassloader yaml typed autotype datasourcename lang util beans""";

		private static final String QUERY = """
				gt gte lt lte ne eq in nin exists regex where expr function and or nor not elemmatch all size type mod options
				return this sleep true false null objectclass cn uid ou dc userpassword memberof sn mail samaccountname position
				text last name count node parent child ancestor descendant self following preceding attribute string contains
				starts with substring lookup unionwith mapreduce accumulator""";

		private static final String XML = """
				doctype entity system public element attlist xml version encoding xinclude include href parse file http https ftp
				jar netdoc gopher expect php data etc passwd dtd xsl stylesheet""";

		private static final String HEADER = """
				http set cookie location content type length encoding transfer chunked host get post put head text html
				connection close keep alive gzip""";

		private static final Map<String, Set<String>> WORDS = words();

		private Words() {
		}

		/**
		 * Return the words that may be shown where a weakness is meant, in lower case.
		 */
		static Set<String> of(String cwe) {
			return WORDS.getOrDefault(cwe, Set.of());
		}

		private static Map<String, Set<String>> words() {
			Map<String, Set<String>> words = new HashMap<>();
			put(words, SQL, "CWE-89", "CWE-564");
			put(words, SHELL, "CWE-77", "CWE-78", "CWE-88");
			put(words, MARKUP, "CWE-79", "CWE-80", "CWE-97");
			put(words, PATH, "CWE-22", "CWE-36", "CWE-40", "CWE-69", "CWE-98", "CWE-158", "CWE-425", "CWE-434",
					"CWE-552");
			put(words, URL, "CWE-601", "CWE-918");
			put(words, CODE, "CWE-74", "CWE-94", "CWE-95", "CWE-470", "CWE-915", "CWE-917", "CWE-1321", "CWE-1336");
			put(words, SERIAL, "CWE-502");
			put(words, QUERY, "CWE-90", "CWE-643", "CWE-943");
			put(words, XML, "CWE-611", "CWE-827");
			put(words, HEADER, "CWE-93", "CWE-113", "CWE-117", "CWE-444");
			return Map.copyOf(words);
		}

		private static void put(Map<String, Set<String>> words, String text, String... weaknesses) {
			Set<String> known = Arrays.stream(text.trim().split("\\s+")).collect(Collectors.toUnmodifiableSet());
			for (String weakness : weaknesses) {
				words.put(weakness, known);
			}
		}

	}

}
