package io.github.raspspring.attack.query;

import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.HashedWords;
import io.github.raspspring.text.Traits;

/**
 * Recognizes a text that chooses how Solr reads the query it is put into: local
 * parameters that choose a parser, {@code {!join from=a to=b}}, a query within the query,
 * a term that matches all behind a joint, and parameters of the request behind a word,
 * {@code x&shards=}. Tags, filters by distance and the parsers for what users write are
 * what pages of shops send themselves. Stateless.
 */
final class SolrQuery {

	private static final HashedWords PARSERS = HashedWords.of("func frange xmlparser",
			"join query graph parent child raw boost term terms prefix field surround simple switch rerank mlt"
					+ " maxscore bool type hash_range payload_score",
			"lucene dismax edismax complexphrase");

	/** The group of parsers that users of a search may choose as well. */
	private static final int OF_USERS = 3;

	private static final long LOCAL = Traits.BRACE | Traits.EXCLAMATION;

	private static final long TERM = Traits.ASTERISK | Traits.COLON;

	private static final long PARAMETER = Traits.AMPERSAND | Traits.EQUALS;

	private static final String NESTED = "_query_:";

	private static final String ANY = "*:*";

	/** Parameters that say where Solr reads from. */
	private static final String[] PARAMETERS = { "shards=", "shards.qt=", "stream.url=", "stream.file=",
			"stream.body=" };

	private static final int LONGEST_WORD = 96;

	private SolrQuery() {
	}

	/**
	 * Tell whether a text is one.
	 * @param text the text
	 * @param traits its traits
	 */
	static boolean is(String text, long traits) {
		int local = ((traits & LOCAL) == LOCAL) ? local(text) : -1;
		if (local >= 0) {
			boolean first = Ascii.skipSpace(text, 0) == local;
			return choosesParser(text, local + 2, first, isNested(text, local)) && begins(text, local);
		}
		int any = ((traits & TERM) == TERM) ? any(text) : -1;
		return any >= 0 && matchesAll(text, any) || (traits & PARAMETER) == PARAMETER && addsParameter(text);
	}

	/**
	 * Return where the first local parameters begin, -1 if there are none.
	 */
	private static int local(String text) {
		int i = text.indexOf('!', 1);
		while (i > 0 && text.charAt(i - 1) != '{') {
			i = text.indexOf('!', i + 1);
		}
		return i - ((i > 0) ? 1 : 0);
	}

	/**
	 * Return where the first term is that matches all, -1 if there is none.
	 */
	private static int any(String text) {
		int i = text.indexOf('*');
		while (i >= 0 && !text.startsWith(ANY, i)) {
			i = text.indexOf('*', i + 1);
		}
		return i;
	}

	/**
	 * Whether the name of a parser follows, and a parameter of it or what it reads.
	 */
	private static boolean choosesParser(String text, int start, boolean first, boolean nested) {
		int end = Ascii.endOfWord(text, start);
		int group = PARSERS.groupOf(text, start, end);
		if (group == 0 || first && group == OF_USERS) {
			return false;
		}
		if (Ascii.at(text, end) == '}') {
			return nested || group == 1 && Ascii.at(text, end + 1) > ' ';
		}
		int name = (Ascii.at(text, end) == '=') ? start : Ascii.skipSpace(text, end);
		int behind = name;
		while (Ascii.isWord(Ascii.at(text, behind)) || Ascii.at(text, behind) == '.') {
			behind++;
		}
		return behind > name && Ascii.at(text, behind) == '=' && (name > end || Ascii.startsWith(text, start, "type="));
	}

	/**
	 * Whether nothing but the field of a query or an operator stands before the brace.
	 */
	private static boolean begins(String text, int local) {
		int i = quotesStart(text, local);
		i -= text.startsWith(NESTED, i - NESTED.length()) ? NESTED.length() : 0;
		int last = blanksStart(text, i);
		return last == 0 || "(+-".indexOf(text.charAt(last - 1)) >= 0 || endsWithOperator(text, last)
				|| isNested(text, local) && text.lastIndexOf(' ', last - 1) < 0;
	}

	private static boolean isNested(String text, int local) {
		return text.startsWith(NESTED, quotesStart(text, local) - NESTED.length());
	}

	/**
	 * Whether a term that matches all is joined to another one by a choice, and nothing
	 * or another operator follows.
	 */
	private static boolean matchesAll(String text, int any) {
		int before = blanksStart(text, any);
		int behind = Ascii.skipSpace(text, any + ANY.length());
		boolean chosen = before > 1 && (text.startsWith("OR", before - 2) || text.startsWith("||", before - 2))
				&& (before == 2 || text.charAt(before - 3) <= ' ' || "\")*]".indexOf(text.charAt(before - 3)) >= 0);
		if (chosen && text.lastIndexOf(':', any - 1) < 0) {
			return behind == text.length() || ")\"'/&".indexOf(text.charAt(behind)) >= 0 || operator(text, behind);
		}
		boolean first = before == 0 || before == 1 && text.charAt(0) == '(';
		return first && (isWord(text, behind, "OR") || text.startsWith("||", behind));
	}

	private static boolean operator(String text, int index) {
		return isWord(text, index, "OR") || isWord(text, index, "AND") || isWord(text, index, "NOT")
				|| text.startsWith("||", index);
	}

	private static boolean isWord(String text, int index, String word) {
		return text.startsWith(word, index) && !Ascii.isWord(Ascii.at(text, index + word.length()));
	}

	private static boolean endsWithOperator(String text, int end) {
		return end > 2 && (isLast(text, end, "OR") || isLast(text, end, "AND") || isLast(text, end, "NOT"));
	}

	private static boolean isLast(String text, int end, String word) {
		int start = end - word.length();
		return text.startsWith(word, start) && (start == 0 || text.charAt(start - 1) <= ' ');
	}

	/**
	 * Whether a parameter of the request follows words that are none themselves.
	 */
	private static boolean addsParameter(String text) {
		int ampersand = 0;
		while (ampersand < text.length() && ampersand < LONGEST_WORD && text.charAt(ampersand) != '&') {
			if ("=?/<\n".indexOf(text.charAt(ampersand)) >= 0) {
				return false;
			}
			ampersand++;
		}
		while (ampersand >= 0 && ampersand < text.length()) {
			// All of them begin with one letter, as few words do.
			for (int i = 0; i < PARAMETERS.length && Ascii.at(text, ampersand + 1) == 's'; i++) {
				String parameter = PARAMETERS[i];
				if (text.startsWith(parameter, ampersand + 1)) {
					return true;
				}
			}
			ampersand = text.indexOf('&', ampersand + 1);
		}
		return false;
	}

	private static int quotesStart(String text, int end) {
		int i = end;
		while (i > 0 && "\"'\\".indexOf(text.charAt(i - 1)) >= 0) {
			i--;
		}
		return i;
	}

	private static int blanksStart(String text, int end) {
		int i = end;
		while (i > 0 && text.charAt(i - 1) <= ' ') {
			i--;
		}
		return i;
	}

}
