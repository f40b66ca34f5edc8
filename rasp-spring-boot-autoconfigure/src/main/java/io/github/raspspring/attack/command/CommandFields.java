package io.github.raspspring.attack.command;

import io.github.raspspring.engine.InputValue;
import io.github.raspspring.inspect.NestedName;
import io.github.raspspring.inspect.ShownLines;
import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.HashedWords;

/**
 * What the name of a parameter tells of commands in its value: that a program is given
 * it, so that what stands behind a separator is no list and no sentence; that it is a
 * line of a schedule or the source of a container, which are made of commands; that it is
 * the log of a build or a document, which show them.
 */
final class CommandFields {

	private static final HashedWords NAMES = HashedWords.of("""
			ip ipaddress ipaddr host hostname domain domainname server target addr cmd command exec execute run ping
			daemon shell args arg argument process program script file filename filepath path dir directory folder
			archive backup download logfile""", "cron crontab cronjob schedule scheduled job",
			"source content dockerfile containerfile cell body answer description",
			"log logs buildlog joblog stdout stderr transcript", "readme changelog howto",
			"comment comments message text note notes question reply review feedback summary remark remarks",
			"code run");

	/** What holds code that is shown, or the commands of a build. */
	private static final HashedWords OF_CODE = HashedWords
		.of("snippet snippets gist paste codesample example pipeline workflow stage step steps job jobs build runbook"
				+ " task tasks buildspec");

	/** What developers build, fetch and deploy with, and say so. */
	private static final HashedWords BUILDING = HashedWords.of("""
			make cmake npm npx pnpm yarn pip pip3 git docker docker-compose podman kubectl helm terraform brew mvn
			gradle cargo poetry composer bundle rails dotnet ansible-playbook aws gcloud az""",
			"cd source wget apt apt-get sudo unzip tar", "python python3 java node php ruby go");

	/** What operators set up and keep running with. */
	private static final HashedWords ADMINISTERING = HashedWords
		.of("chown chmod chgrp mkdir systemctl service gzip gunzip zip unzip tar cd");

	private static final int LONGEST = 256;

	private static final int GIVEN = 1;

	private static final int SCHEDULE = 2;

	private static final int SOURCE = 3;

	private static final int LOG = 4;

	private static final int DOCUMENT = 5;

	private static final int PROSE = 6;

	private static final int CODE = 7;

	private static final int BUILDER = 1;

	/** Runs the script in a file. */
	private static final int RUNNER = 3;

	private static final int FIELDS = 5;

	private CommandFields() {
	}

	/**
	 * Tell whether a program is given a value.
	 */
	static boolean areGiven(InputValue value) {
		return value.kind() == InputValue.Kind.VALUE && value.value().length() <= LONGEST && groupOf(value) == GIVEN
				&& value.value().indexOf('\n') < 0;
	}

	/**
	 * Tell whether no client writes lines into a value: a header, or what stands in a
	 * URL.
	 */
	static boolean haveOneLine(InputValue value) {
		return value.value().length() <= LONGEST && hasNoLines(value);
	}

	/**
	 * Tell whether commands are what a value is made of: when something is run in a field
	 * for schedules, an instruction of a container file in one for sources.
	 * @param at index of what separates two commands
	 */
	static boolean consistOfCommands(InputValue value, String text, int at) {
		if (value.kind() != InputValue.Kind.VALUE) {
			return false;
		}
		return switch (groupOf(value)) {
			case SCHEDULE -> beginsWithTime(text);
			case SOURCE ->
				text.startsWith("RUN ", Math.max(0, text.lastIndexOf('\n', at) + 1)) || isBuildTold(text, at);
			case PROSE -> isBuildTold(text, at) || isWorkTold(text);
			default -> false;
		};
	}

	/**
	 * Tell whether a value is code that is shown, or a line of what builds and deploys an
	 * application: the fields around it say so.
	 */
	static boolean areOfCode(InputValue value) {
		int group = (value.kind() == InputValue.Kind.VALUE) ? groupOf(value) : 0;
		if (group != CODE && group != GIVEN || OF_CODE.groupOf(NestedName.parent(value.name(), "_-")) == 0) {
			return false;
		}
		return group == CODE || value.lastName().endsWith("script") || beginWithBuild(value.value());
	}

	/**
	 * Tell whether a command stands in a line of a log or of a document that shows it. A
	 * URL and a header have no lines.
	 * @param at index of what separates it from the one before
	 */
	static boolean show(InputValue value, String text, int at) {
		if (value.kind() != InputValue.Kind.VALUE || hasNoLines(value)) {
			return false;
		}
		return switch (groupOf(value)) {
			case LOG -> ShownLines.isLogged(text, at);
			case DOCUMENT -> ShownLines.isSetIn(text, at);
			default -> false;
		};
	}

	private static boolean hasNoLines(InputValue value) {
		return switch (value.location()) {
			case HEADER, COOKIE, PATH, QUERY -> true;
			default -> false;
		};
	}

	private static int groupOf(InputValue value) {
		return NAMES.groupOf(NestedName.lastPart(value.lastName(), "_-"));
	}

	/**
	 * Tell whether a value begins as a line by which developers build or deploy: a
	 * program of theirs, or one that runs a script in a file.
	 */
	static boolean beginWithBuild(String text) {
		int end = toolEnd(text, 0);
		int tool = BUILDING.groupOf(text, 0, end);
		int dot = text.indexOf('.', end);
		boolean file = Ascii.isLetter(Ascii.at(text, end + 1)) && dot > 0 && text.indexOf(' ', end + 1) > dot;
		boolean archive = text.startsWith("java -jar ") || text.startsWith("java -X");
		return Ascii.at(text, end) == ' ' && (tool == 1 || tool == RUNNER && file || archive);
	}

	/**
	 * Tell whether a text begins with a line of commands as developers write them to each
	 * other: a tool of theirs, two ampersands between blanks, another tool.
	 */
	private static boolean isBuildTold(String text, int at) {
		int behind = at + 1;
		boolean joined = text.startsWith(" && ", at - 2) || text.startsWith(" && ", at - 1);
		while (Ascii.at(text, behind) == '&' || Ascii.at(text, behind) == ' ') {
			behind++;
		}
		return joined && BUILDING.groupOf(text, 0, toolEnd(text, 0)) != 0
				&& BUILDING.groupOf(text, behind, toolEnd(text, behind)) != 0;
	}

	/**
	 * Tell whether all of a text is what operators write of their work: from its first
	 * word on a tool of theirs, then more such tools or words alone behind semicolons.
	 */
	private static boolean isWorkTold(String text) {
		int items = 0;
		int start = (text.length() > LONGEST) ? text.length() : 0;
		while (start < text.length()) {
			int end = text.indexOf(';', start);
			end = (end < 0) ? text.length() : end;
			boolean tool = isCallOfTool(text, start, end);
			if (items == 0 && !tool || !tool && !areWords(text, start, end) || start > 0 && text.charAt(start) != ' ') {
				return false;
			}
			items++;
			start = end + 1;
		}
		return items > 1;
	}

	/**
	 * Tell whether a tool is called with plain names: no special bit is set, and nothing
	 * is started or read beside.
	 */
	private static boolean isCallOfTool(String text, int from, int to) {
		int start = Ascii.skipSpace(text, from);
		int end = toolEnd(text, start);
		if (BUILDING.groupOf(text, start, end) != BUILDER && ADMINISTERING.groupOf(text, start, end) == 0) {
			return false;
		}
		for (int i = end; i < to; i++) {
			char c = text.charAt(i);
			boolean path = c == '/' && text.charAt(i - 1) == ' ' && !isOfData(text, i);
			if (!Ascii.isWord(c) && " -./:=@,~".indexOf(c) < 0 || path || text.startsWith("://", i)) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Tell whether a path leads where applications and their data lie.
	 */
	private static boolean isOfData(String text, int slash) {
		return Ascii.startsWith(text, slash, "/srv/") || Ascii.startsWith(text, slash, "/opt/")
				|| Ascii.startsWith(text, slash, "/var/") || Ascii.startsWith(text, slash, "/data/")
				|| Ascii.startsWith(text, slash, "/mnt/") || Ascii.startsWith(text, slash, "/backup");
	}

	private static boolean areWords(String text, int from, int to) {
		int words = 0;
		for (int i = from; i < to; i++) {
			char c = text.charAt(i);
			words += (c == ' ' && i > from && i + 1 < to) ? 1 : 0;
			if (c != ' ' && !Ascii.isLetter(c) && (c != '.' || i + 1 < to)) {
				return false;
			}
		}
		return words > 0 && ShellCommand.read(text, from) == null;
	}

	private static int toolEnd(String text, int start) {
		int end = start;
		while (Ascii.isWord(Ascii.at(text, end)) || Ascii.at(text, end) == '-' || Ascii.at(text, end) == '.') {
			end++;
		}
		return end;
	}

	/**
	 * Tell whether a remark is nothing but a span of code with a tool by which developers
	 * build, called with plain words.
	 */
	static boolean showTool(InputValue value, String text) {
		int last = text.length() - 1;
		if (value.kind() != InputValue.Kind.VALUE || groupOf(value) != PROSE || last < 2 || text.charAt(0) != '`'
				|| text.charAt(last) != '`' || BUILDING.groupOf(text, 1, toolEnd(text, 1)) != BUILDER) {
			return false;
		}
		for (int i = 1; i < last; i++) {
			char c = text.charAt(i);
			if (!Ascii.isWord(c) && " -./:=@,~".indexOf(c) < 0) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Tell whether five fields of a time come first, or a word for them.
	 */
	private static boolean beginsWithTime(String text) {
		if (text.startsWith("@")) {
			return text.indexOf(' ') > 1;
		}
		int fields = 0;
		int i = 0;
		while (i < text.length() && fields < FIELDS
				&& (Ascii.isWord(text.charAt(i)) || "*/,- ?#".indexOf(text.charAt(i)) >= 0)) {
			fields += (text.charAt(i) == ' ') ? 1 : 0;
			i++;
		}
		return fields == FIELDS && (Ascii.isDigit(text.charAt(0)) || text.charAt(0) == '*');
	}

}
