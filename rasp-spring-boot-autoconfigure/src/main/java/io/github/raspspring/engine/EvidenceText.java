package io.github.raspspring.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.StringTokenizer;

/**
 * What of a text is kept so that a person can judge whether it was an attack: ASCII
 * punctuation, words of the kind of attack that is meant, single digits where there are
 * next to none, and lengths. All else is told by its shape.
 */
final class EvidenceText {

	private static final int CONTEXT = 24;

	private static final int LONGEST = 96;

	/** Room for what is written before and behind what is kept. */
	private static final int MORE = 48;

	/** Runs longer than this are told by their length. */
	private static final int LONGEST_RUN = 12;

	/** More digits than this may be a number that belongs to somebody. */
	private static final int FEW_DIGITS = 3;

	private static final int LONGEST_WORD = 24;

	private final CharSequence text;

	private final Words words;

	private final int from;

	/** The part that is looked at. */
	private final char[] window;

	private final char[] shown = new char[LONGEST + MORE];

	private int length;

	/** How many digits the window has, negative if nobody has asked. */
	private int digits = -1;

	private EvidenceText(CharSequence text, Words words, int from, int to) {
		this.text = text;
		this.words = words;
		this.from = from;
		this.window = window(text, from, to);
	}

	private static char[] window(CharSequence text, int from, int to) {
		char[] window = new char[to - from];
		if (text instanceof String string) {
			string.getChars(from, to, window, 0);
		}
		else {
			text.subSequence(from, to).toString().getChars(0, window.length, window, 0);
		}
		return window;
	}

	/**
	 * Keep what decided.
	 * @param cwe the weakness that is meant, which decides what words stay
	 */
	static String of(String cwe, CharSequence text, int start, int end) {
		int first = Math.max(0, Math.min(start, text.length()));
		int last = Math.max(first, Math.min(end, text.length()));
		int from = Math.max(0, first - CONTEXT);
		int to = Math.min(Math.min(text.length(), last + CONTEXT), from + LONGEST);
		EvidenceText evidence = new EvidenceText(text, Words.of(cwe), from, to);
		evidence.show();
		return evidence.at(first, last);
	}

	/**
	 * Return what is kept of a text that is a secret as a whole: the punctuation of what
	 * decided, and lengths.
	 */
	static String ofSecret(CharSequence text, int start, int end) {
		int first = Math.max(0, Math.min(start, text.length()));
		int last = Math.max(first, Math.min(end, text.length()));
		EvidenceText evidence = new EvidenceText(text, Words.NONE, first, Math.min(last, first + LONGEST));
		evidence.append("secret: ");
		for (char sign : evidence.window) {
			char c = Redaction.mask(sign);
			evidence.append((c == 'a' || c == '9') ? '*' : c);
		}
		return evidence.at(first, last);
	}

	private void show() {
		byte[] edges = new byte[this.window.length + 2];
		int count = shape(edges);
		boolean rewrite = false;
		for (int i = 0; i < count; i += 2) {
			int start = edges[i];
			int end = edges[i + 1];
			if (isKnown(start, end)) {
				System.arraycopy(this.window, start, this.shown, start, end - start);
				edges[i + 1] = edges[i];
			}
			else if (end - start == 1) {
				showSingle(start);
			}
			rewrite |= edges[i + 1] - start > LONGEST_RUN;
		}
		this.length = this.window.length;
		if (rewrite) {
			tellLongRuns(edges, count);
		}
	}

	/**
	 * Show the shape of all. There are no branches but for what is not ASCII: where words
	 * end can't be foreseen.
	 * @param edges where runs start and end by turns, to be filled
	 * @return how many edges there are
	 */
	private int shape(byte[] edges) {
		char[] window = this.window;
		char[] shown = this.shown;
		int count = 0;
		int last = 0;
		for (int i = 0; i < window.length; i++) {
			char c = window[i];
			int shape = Redaction.shape(c);
			shown[i] = (char) (shape & 0x7F);
			int ofWord = shape >>> Integer.SIZE - 1;
			edges[count] = (byte) i;
			count += ofWord ^ last;
			last = ofWord;
		}
		edges[count] = (byte) window.length;
		return count + last;
	}

	private void showSingle(int place) {
		if (this.shown[place] == '9' && isWhole(place, place + 1)) {
			this.digits = (this.digits < 0) ? digits(0, this.window.length) : this.digits;
			this.shown[place] = (this.digits <= FEW_DIGITS) ? this.window[place] : '9';
		}
	}

	private void tellLongRuns(byte[] edges, int count) {
		int done = 0;
		this.length = 0;
		for (int i = 0; i < count; i += 2) {
			int start = edges[i];
			int end = edges[i + 1];
			if (end - start > LONGEST_RUN) {
				keep(done, start);
				append((digits(start, end) > 0) ? "a9{" : "a{");
				append(end - start);
				append('}');
				done = end;
			}
		}
		keep(done, this.window.length);
	}

	private void keep(int start, int end) {
		System.arraycopy(this.shown, start, this.shown, this.length, end - start);
		this.length += end - start;
	}

	private boolean isKnown(int start, int end) {
		return this.words.contains(this.window, start, end) && isWhole(start, end)
				&& !SecretShape.isOfKey(this.text, this.from + start, this.from + end);
	}

	/**
	 * Tell whether a run doesn't go on outside of the window.
	 */
	private boolean isWhole(int start, int end) {
		return (start > 0 || this.from == 0 || !Redaction.isOfWord(this.text.charAt(this.from - 1)))
				&& (end < this.window.length || this.from + end == this.text.length()
						|| !Redaction.isOfWord(this.text.charAt(this.from + end)));
	}

	private int digits(int start, int end) {
		int digits = 0;
		for (int i = start; i < end; i++) {
			digits += Character.isDigit(this.window[i]) ? 1 : 0;
		}
		return digits;
	}

	private void append(char c) {
		this.shown[this.length++] = c;
	}

	private void append(String part) {
		part.getChars(0, part.length(), this.shown, this.length);
		this.length += part.length();
	}

	private void append(int number) {
		append(Integer.toString(number));
	}

	/**
	 * Return all that is shown, with the place where it stood.
	 */
	private String at(int first, int last) {
		append(" (");
		append(first);
		append('-');
		append(last);
		append(" of ");
		append(this.text.length());
		append(')');
		return new String(this.shown, 0, this.length);
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

		private static final Words NONE = new Words("");

		private static final Map<String, Words> WORDS = words();

		private static final int SIGNS = 1 << 12;

		/** A bit for each key of a word: most that is no word has no bit. */
		private final long[] signs = new long[SIGNS / Long.SIZE];

		/** The words by their key, among as many places that are empty, at least. */
		private final String[] places;

		private Words(String text) {
			StringTokenizer words = new StringTokenizer(text);
			this.places = new String[Integer.highestOneBit(words.countTokens() * 2 + 1) * 2];
			while (words.hasMoreTokens()) {
				add(words.nextToken());
			}
		}

		private void add(String word) {
			int key = key(word.toCharArray(), 0, word.length());
			this.signs[key >>> 6] |= 1L << key;
			int place = key & this.places.length - 1;
			while (this.places[place] != null) {
				place = place + 1 & this.places.length - 1;
			}
			this.places[place] = word;
		}

		/**
		 * Return the words that may be shown where a weakness is meant, in lower case.
		 */
		static Words of(String cwe) {
			return WORDS.getOrDefault(cwe, NONE);
		}

		/**
		 * Tell whether a run is one of the words.
		 */
		boolean contains(char[] text, int start, int end) {
			int key = key(text, start, end);
			return (this.signs[key >>> 6] & 1L << key) != 0 && end - start <= LONGEST_WORD
					&& contains(key, text, start, end);
		}

		private boolean contains(int key, char[] text, int start, int end) {
			int place = key & this.places.length - 1;
			for (String word = this.places[place]; word != null; word = this.places[place]) {
				if (matches(word, text, start, end)) {
					return true;
				}
				place = place + 1 & this.places.length - 1;
			}
			return false;
		}

		/**
		 * Return a number below {@link #SIGNS} made of the length and of three letters.
		 */
		private static int key(char[] text, int start, int end) {
			int second = Math.min(start + 1, end - 1);
			int key = Redaction.lower(text[start]) + 37 * Redaction.lower(text[second])
					+ 1369 * Redaction.lower(text[end - 1]) + 613 * (end - start);
			return (key ^ key >>> 12) & SIGNS - 1;
		}

		private static boolean matches(String word, char[] text, int start, int end) {
			if (word.length() != end - start) {
				return false;
			}
			for (int i = start; i < end; i++) {
				if (Redaction.lower(text[i]) != word.charAt(i - start)) {
					return false;
				}
			}
			return true;
		}

		private static Map<String, Words> words() {
			Map<String, Words> words = new HashMap<>();
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

		private static void put(Map<String, Words> words, String text, String... weaknesses) {
			Words known = new Words(text);
			for (String weakness : weaknesses) {
				words.put(weakness, known);
			}
		}

	}

}
