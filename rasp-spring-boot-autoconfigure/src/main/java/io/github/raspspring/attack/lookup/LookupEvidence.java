package io.github.raspspring.attack.lookup;

import io.github.raspspring.engine.Rule;
import io.github.raspspring.inspect.Hit;
import io.github.raspspring.text.Ascii;
import org.jspecify.annotations.Nullable;

/**
 * Weighs the lookups of one text by what they resolve to.
 */
final class LookupEvidence implements LookupReader.Visitor {

	private static final String[] SCHEMES = { "ldap", "rmi", "dns", "iiop", "corba", "nis", "nds", "http" };

	private static final int LONGEST_EVIDENCE = 48;

	/** What a placeholder of an application never begins with. */
	private static final String[] TELLING = { "docker:container", "docker:image", "k8s:", "bundle:application:",
			"spring:spring.", "web:rootdir", "web:contextpath", "log4j:config", "sys:java.", "sys:os.", "sys:user.name",
			"env:aws_", "env:db_", "env:secret", "env:java_", "env:hostname", "env:spring_", "env:password",
			"env:api_" };

	private static final String PLAIN = "${jndi:";

	private static final int LONGEST_ALONE = 200;

	private final boolean alone;

	private @Nullable Hit strongest;

	private LookupEvidence(boolean alone) {
		this.alone = alone;
	}

	/**
	 * Find the strongest evidence of a text.
	 * @return a hit, or {@code null}
	 */
	static @Nullable Hit strongestIn(String text) {
		if (LookupReader.next(text, 0) < 0) {
			return null;
		}
		LookupEvidence evidence = new LookupEvidence(isAlone(text));
		new LookupReader(text, evidence).read();
		Hit found = evidence.strongest;
		return (found != null && isTalkedAbout(text)) ? new Hit(found.rule(), Hit.WEAK, found.start(), found.end())
				: found;
	}

	/**
	 * Tell whether the only lookup of a text names nothing that could be looked up.
	 */
	private static boolean isTalkedAbout(String text) {
		int open = text.indexOf("${");
		return text.startsWith(PLAIN, open) && text.indexOf("${", open + 1) < 0 && text.indexOf("%{") < 0
				&& (isPlaceholder(text, open + PLAIN.length())
						|| Ascii.beginning(text) < open - 1 && isWordOfSentence(text, open + PLAIN.length() + 1));
	}

	@Override
	public void reach(CharSequence content, int start, int index) {
		int from = start;
		while (from < content.length() && Ascii.isSpace(content.charAt(from))) {
			from++;
		}
		int behind = behindJndi(content, from);
		if (behind >= 0) {
			hit(JndiInjectionDetector.NAMING_LOOKUP, hasScheme(content, behind) ? Hit.CERTAIN : 7, index);
		}
		else if (behind(content, from, "script:") >= 0) {
			hit(JndiInjectionDetector.CODE_LOOKUP, 6, index);
		}
		else if (behind(content, from, "url:utf-8:") >= 0 || behind(content, from, "dns:") >= 0) {
			hit(JndiInjectionDetector.CODE_LOOKUP, 5, index);
		}
		else if (behind(content, from, "xml:/") >= 0 || behind(content, from, "properties:/") >= 0
				|| behind(content, from, "file:utf-8:") >= 0 || behind(content, from, "urldecoder:%24%7b") >= 0) {
			hit(JndiInjectionDetector.CODE_LOOKUP, 5, index);
		}
		else if (this.alone && tellsOfHost(content, from)) {
			hit(JndiInjectionDetector.TELLING_LOOKUP, Hit.STRONG, index);
		}
	}

	/**
	 * Tell whether a lookup shows the host, the container or a secret of the application.
	 */
	private static boolean tellsOfHost(CharSequence content, int from) {
		for (String prefix : TELLING) {
			if (behind(content, from, prefix) >= 0) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Tell whether a text is too short and plain to be a file of settings or a sentence
	 * that such a lookup is shown in.
	 */
	private static boolean isAlone(String text) {
		int blanks = 0;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			blanks += (c == ' ') ? 1 : 0;
			if (!Ascii.isWord(c) && "${}.:-/ ();@".indexOf(c) < 0 || blanks > 1) {
				return false;
			}
		}
		return text.length() < LONGEST_ALONE;
	}

	@Override
	public void evade(int index) {
		hit(JndiInjectionDetector.HIDDEN_LOOKUP, Hit.STRONG, index);
	}

	private void hit(Rule rule, int points, int index) {
		if (this.strongest == null || points > this.strongest.points()) {
			this.strongest = Hit.of(rule, points, index - LONGEST_EVIDENCE, index);
		}
	}

	/**
	 * Tell whether dots stand for the rest of an address, or for all of it, as where an
	 * attack is talked about.
	 */
	private static boolean isPlaceholder(CharSequence content, int from) {
		int i = from;
		while (i < content.length() && (Ascii.isLetter(content.charAt(i)) || content.charAt(i) == ':')) {
			i++;
		}
		while (i < content.length() && content.charAt(i) == '/') {
			i++;
		}
		int dots = i;
		while (i < content.length() && (content.charAt(i) == '.' || content.charAt(i) == '\u2026')) {
			i++;
		}
		boolean written = i - dots > 2 || i > dots && content.charAt(dots) == '\u2026';
		return written && (i == content.length() || content.charAt(i) == '}');
	}

	/**
	 * Tell whether a blank and two plain words follow, and nothing that a lookup has.
	 */
	private static boolean isWordOfSentence(CharSequence content, int from) {
		int i = from;
		int words = 0;
		while (words < 2 && i < content.length() && content.charAt(i - 1) == ' ') {
			int end = i;
			while (end < content.length() && Ascii.isLetter(content.charAt(end))) {
				end++;
			}
			if (end == i || end < content.length() && content.charAt(end) != ' ' && content.charAt(end) != '.') {
				return false;
			}
			words++;
			i = end + 1;
		}
		return words == 2;
	}

	private static boolean hasScheme(CharSequence content, int from) {
		for (String scheme : SCHEMES) {
			if (behind(content, from, scheme) >= 0) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Index behind {@code jndi:}, whose letters white space may keep apart: logs and mail
	 * fold lines, and readers drop it.
	 */
	private static int behindJndi(CharSequence content, int from) {
		String word = "jndi:";
		int i = from;
		int found = 0;
		while (i < content.length() && found < word.length()) {
			char c = content.charAt(i++);
			if (Ascii.fold(c) == word.charAt(found)) {
				found++;
			}
			else if (found == 0 || !Ascii.isSpace(c)) {
				return -1;
			}
		}
		while (found == word.length() && i < content.length() && Ascii.isSpace(content.charAt(i))) {
			i++;
		}
		return (found == word.length()) ? i : -1;
	}

	private static int behind(CharSequence content, int from, String word) {
		if (from + word.length() > content.length()) {
			return -1;
		}
		for (int i = 0; i < word.length(); i++) {
			if (Ascii.fold(content.charAt(from + i)) != word.charAt(i)) {
				return -1;
			}
		}
		return from + word.length();
	}

}
