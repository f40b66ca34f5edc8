package io.github.raspspring.attack;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

import io.github.raspspring.text.CanonicalDecoder;
import io.github.raspspring.text.TraitReader;

/**
 * Tells which mutations leave an attack an attack. Those that make it do nothing are not
 * held against the detectors.
 */
final class MutationScope {

	private static final Set<Mutation> CASE = EnumSet.of(Mutation.UPPER_CASE, Mutation.LOWER_CASE, Mutation.MIXED_CASE);

	private static final Set<Mutation> IN_FRONT = EnumSet.of(Mutation.PROSE_BEFORE, Mutation.PADDING_BEFORE,
			Mutation.DUPLICATE_BEFORE, Mutation.BRACKETS, Mutation.BRACES, Mutation.PARENTHESES);

	private static final Set<Mutation> SENTENCE_BEFORE = EnumSet.of(Mutation.PROSE_BEFORE, Mutation.PADDING_BEFORE);

	private static final Set<Mutation> BEHIND = EnumSet.of(Mutation.PROSE_BEHIND, Mutation.PADDING_BEHIND,
			Mutation.DUPLICATE_BEHIND, Mutation.BRACKETS, Mutation.BRACES, Mutation.PARENTHESES);

	private static final Set<Mutation> COMMENTS = EnumSet.of(Mutation.COMMENTS, Mutation.LINE_COMMENTS);

	private static final Set<String> WHOLE = Set.copyOf(Corpus.read("whole-values.txt"));

	private MutationScope() {
	}

	/**
	 * Tell whether a mutation makes sense for a class at all.
	 */
	static boolean applies(Mutation mutation, AttackClass type) {
		if (type == AttackClass.SQL) {
			return true;
		}
		// Only SQL takes these comments for a blank.
		if (COMMENTS.contains(mutation)) {
			return false;
		}
		// Only SQL takes a no-break space for a blank; paths have none.
		if (mutation == Mutation.NO_BREAK_SPACES) {
			return type == AttackClass.PATH;
		}
		return switch (type) {
			// A line feed ends the command, and what follows a command at once is part of
			// its last word: "id,1" is no command.
			case COMMAND -> mutation != Mutation.LINE_FEEDS && mutation != Mutation.DUPLICATE_BEHIND;
			// Names of classes, base64 and the key words of XML are case-sensitive, and a
			// vertical tab is no blank in XML.
			case OBJECT, XML_ENTITY -> !CASE.contains(mutation) && mutation != Mutation.VERTICAL_TABS;
			// A URL is fetched when it is the value. In a sentence it is a link.
			case REQUEST_FORGERY -> !IN_FRONT.contains(mutation) && !BEHIND.contains(mutation);
			// The parenthesis in front takes the one by which the text leaves its filter.
			case LDAP -> mutation != Mutation.PARENTHESES;
			// A line feed within a field ends it, and a name with signs in between is
			// none.
			case HEADER -> mutation != Mutation.LINE_FEEDS && mutation != Mutation.VERTICAL_TABS
					&& mutation != Mutation.ZERO_WIDTH_SPACES;
			default -> true;
		};
	}

	/**
	 * Tell whether a mutation leaves this attack an attack.
	 */
	static boolean applies(Mutation mutation, AttackClass type, String attack) {
		// Three layers are removed: what is encoded already takes a fourth.
		if (mutation == Mutation.PERCENT_ENCODED_THRICE && isEncoded(attack)) {
			return false;
		}
		// Another case is another text, or another variable.
		if (CASE.contains(mutation) && (attack.contains("base64:") || attack.contains("IFS"))) {
			return false;
		}
		// Groovy knows its methods in one case only.
		if (CASE.contains(mutation) && attack.contains(".execute()")) {
			return false;
		}
		// The bracket in front takes the one by which the text leaves its command.
		if (type == AttackClass.COMMAND && (mutation == Mutation.PARENTHESES && attack.matches("[^(]*\\).*")
				|| mutation == Mutation.BRACKETS && attack.matches("[^\\[]*].*"))) {
			return false;
		}
		// The brace becomes part of the command that the variable names.
		if (mutation == Mutation.BRACES && type == AttackClass.COMMAND && attack.endsWith("$a")) {
			return false;
		}
		// With the layer that is removed, the NUL goes, by which the text ends here.
		if (attack.indexOf('\0') >= 0
				&& (mutation == Mutation.CHARACTER_REFERENCES || mutation == Mutation.FULL_WIDTH)) {
			return false;
		}
		// The bracket in front takes the one by which the text leaves its predicate.
		if (type == AttackClass.XPATH && mutation == Mutation.BRACKETS && attack.matches("[^\\[]*].*")) {
			return false;
		}
		if (IN_FRONT.contains(mutation) && standsInFront(type, attack)) {
			return false;
		}
		if (SENTENCE_BEFORE.contains(mutation) && continuesNumber(type, attack)) {
			return false;
		}
		return !(IN_FRONT.contains(mutation) || BEHIND.contains(mutation)) || !WHOLE.contains(attack);
	}

	/**
	 * What ends no literal goes on with a number or name that stands right before it.
	 * Behind a sentence there is none: no statement or expression would be valid.
	 */
	private static boolean continuesNumber(AttackClass type, String attack) {
		boolean conditions = type == AttackClass.SQL || type == AttackClass.NOSQL || type == AttackClass.EXPRESSION;
		return conditions && isBalanced(attack, '\'') && isBalanced(attack, '"');
	}

	private static boolean isBalanced(String attack, char quote) {
		return attack.chars().filter((c) -> c == quote).count() % 2 == 0;
	}

	/**
	 * What works at the start of the value only.
	 */
	private static boolean standsInFront(AttackClass type, String attack) {
		String text = attack.strip().toLowerCase(Locale.ROOT);
		return switch (type) {
			// The scheme of a URL.
			case SCRIPT -> text.startsWith("javascript:") || text.startsWith("data:") || text.startsWith("vbscript:");
			// A whole filter.
			case LDAP -> text.startsWith("(");
			// Behind several words it is a line of a text, unless it names a field that
			// browsers act on.
			case HEADER -> !text.contains("set-cookie") && !text.contains("location") && !text.contains("http/1");
			default -> false;
		};
	}

	private static boolean isEncoded(String attack) {
		return new CanonicalDecoder().decode(attack, TraitReader.WITHOUT_WORDS.read(attack), false) != null;
	}

}
