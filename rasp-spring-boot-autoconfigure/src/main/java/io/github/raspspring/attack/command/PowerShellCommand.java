package io.github.raspspring.attack.command;

import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.HashedWords;

/**
 * Recognizes commands of PowerShell by the way they are named, whatever they do: a verb
 * of its fixed list, a hyphen and a noun, and members of types of .NET. Words that people
 * join by a hyphen have no capital within the second one, and no parameter follows them.
 */
final class PowerShellCommand {

	private static final HashedWords VERBS = HashedWords.of("""
			add clear close copy enter exit find get hide join lock move new open optimize pop push redo remove
			rename reset resize search set show skip split step switch undo unlock watch connect disconnect read
			receive send write backup checkpoint compare compress convert convertfrom dismount edit expand
			export import initialize limit merge mount out publish restore save sync unpublish update approve
			assert build complete confirm deny deploy disable enable install invoke register request restart resume
			start stop submit suspend uninstall unregister wait debug ping repair resolve test trace block grant
			protect revoke unblock unprotect use""", "select where foreach sort measure group format convertto tee");

	/** What everybody asks a host for, without a capital within. */
	private static final HashedWords NOUNS = HashedWords.of("""
			itemproperty content host date location variable alias command event module object string file path output
			acl drive history counter culture hotfix eventlog clipboard random uptime expression netipaddress netadapter
			wmiobject localuser localgroup aduser volume disk""", "process service item job computer");

	/** Verbs for any of those nouns, and for the second ones. */
	private static final HashedWords ASKING = HashedWords.of("get new remove invoke clear", "stop restart start copy");

	private static final int PICKS = 2;

	private static final int LONGEST = 48;

	private PowerShellCommand() {
	}

	/**
	 * Tell what a word that is named as commands are means among the commands of shells:
	 * those that pick from what another one wrote do no harm.
	 * @param text the text
	 * @param start index of its first character
	 * @param end index behind the last one
	 * @return 0 if it is not named so
	 */
	static int meaning(String text, int start, int end) {
		int hyphen = start;
		while (hyphen < end && Ascii.isLetter(text.charAt(hyphen))) {
			hyphen++;
		}
		if (hyphen == start || end - start > LONGEST || Ascii.at(text, hyphen) != '-' || hyphen + 3 > end) {
			return 0;
		}
		int verb = VERBS.groupOf(text, start, hyphen);
		int asking = ASKING.groupOf(text, start, hyphen);
		int noun = NOUNS.groupOf(text, hyphen + 1, end);
		boolean asked = asking != 0 && noun >= asking;
		if (verb == 0 || !asked && !isCompound(text, hyphen + 1, end)) {
			return 0;
		}
		return (verb == PICKS) ? ShellVocabulary.FILTER : ShellVocabulary.TECHNICAL;
	}

	/**
	 * Tell whether a noun is written in two words or more, each with a capital.
	 */
	private static boolean isCompound(String text, int start, int end) {
		boolean within = false;
		for (int i = start; i < end; i++) {
			char c = text.charAt(i);
			if (!Ascii.isLetter(c) && !Ascii.isDigit(c)) {
				return false;
			}
			within |= i > start && isCapital(c) && !isCapital(text.charAt(i - 1));
		}
		return within && isCapital(text.charAt(start)) || isCapital(text.charAt(start)) && takesParameter(text, end);
	}

	/**
	 * Tell whether a hyphen and the name of a parameter follow.
	 */
	private static boolean takesParameter(String text, int end) {
		int i = Ascii.skipSpace(text, end);
		return i > end && Ascii.at(text, i) == '-' && isCapital(Ascii.at(text, i + 1))
				&& Ascii.isLetter(Ascii.at(text, i + 2));
	}

	/**
	 * Tell whether a member of a type in brackets is named there:
	 * {@code [IO.File]::ReadAllText}.
	 */
	static boolean isMember(String text, int start) {
		if (Ascii.at(text, start) != '[') {
			return false;
		}
		int i = start + 1;
		while (i < start + LONGEST && (Ascii.isWord(Ascii.at(text, i)) || Ascii.at(text, i) == '.')) {
			i++;
		}
		return i > start + 1 && text.startsWith("]::", i) && Ascii.isLetter(Ascii.at(text, i + 3));
	}

	private static boolean isCapital(char c) {
		return c >= 'A' && c <= 'Z';
	}

}
