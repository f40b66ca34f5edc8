package io.github.raspspring.attack.query;

import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.HashedWords;

/**
 * Recognizes a value that is a call of the shell of MongoDB from its first character to
 * its last, which changes data or the database: {@code db.users.drop()}. Reading is what
 * questions and examples are about.
 */
final class MongoCommand {

	private static final HashedWords CHANGES = HashedWords.of("""
			drop dropdatabase dropindex dropindexes dropuser dropallusers droprole remove deleteone deletemany insert
			insertone insertmany update updateone updatemany replaceone findandmodify findoneanddelete
			findoneandupdate findoneandreplace bulkwrite renamecollection createuser updateuser grantrolestouser
			createcollection runcommand admincommand eval shutdownserver mapreduce copydatabase clonedatabase save
			createview changeuserpassword""");

	private static final String[] OF_DATABASE = { "db.adminCommand(", "db.runCommand(", "db.getSiblingDB(",
			"db.getCollection", "db.version(", "db.getUsers(" };

	private static final int LONGEST = 512;

	private MongoCommand() {
	}

	/**
	 * Tell whether a text is such a call.
	 */
	static boolean is(String text) {
		int start = behindCommands(text);
		boolean commanded = start > Ascii.skipSpace(text, 0);
		if (!Ascii.startsWith(text, start, "db") || text.length() > LONGEST || !endsWithCall(text)) {
			return false;
		}
		int i = Ascii.skipSpace(text, start + 2);
		while (i > 0 && i < text.length()) {
			char c = text.charAt(i);
			int name = Ascii.skipSpace(text, i + 1);
			int end = name;
			while (Ascii.isWord(Ascii.at(text, end)) || Ascii.at(text, end) == '$') {
				end++;
			}
			int next = Ascii.skipSpace(text, end);
			boolean called = Ascii.at(text, next) == '(';
			if (c != '.' && c != '[' || c == '.' && end == name) {
				return false;
			}
			if (c == '.' && called && commanded) {
				return true;
			}
			if (c == '.' && called && CHANGES.groupOf(text, name, end) != 0) {
				return true;
			}
			int close = (c == '[') ? text.indexOf(']', i) + 1 : called ? text.indexOf(')', next) + 1 : next;
			i = (close > 0) ? Ascii.skipSpace(text, close) : -1;
		}
		return false;
	}

	/**
	 * Tell whether a text is a call of the shell, whatever it does.
	 */
	static boolean isCall(String text) {
		return Ascii.startsWith(text, 0, "db.") && Ascii.isLetter(Ascii.at(text, 3)) && text.length() <= LONGEST
				&& endsWithCall(text);
	}

	/**
	 * Tell whether a call has an operator that runs JavaScript.
	 */
	static boolean runsScript(String text) {
		for (int i = text.indexOf('$'); i >= 0; i = text.indexOf('$', i + 1)) {
			int end = MongoOperators.nameEnd(text, i + 1);
			if (MongoOperators.of(text, i, end) == MongoScanner.Evidence.SCRIPT_OPERATOR) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Tell whether a text is the body of a function that the database runs, which asks
	 * the database itself, or ends the function and begins another one.
	 */
	static boolean isBody(String text) {
		int start = Ascii.skipSpace(text, 0);
		boolean emits = Ascii.startsWith(text, start, "emit(");
		if (text.length() > LONGEST
				|| !emits && !Ascii.startsWith(text, start, "this.") && !Ascii.startsWith(text, start, "return ")) {
			return false;
		}
		for (String call : OF_DATABASE) {
			if (text.indexOf(call, start) >= 0) {
				return true;
			}
		}
		return text.indexOf("this.", start) >= 0 && text.stripTrailing().endsWith("{") && beginsFunction(text, start);
	}

	private static boolean beginsFunction(String text, int from) {
		for (int i = text.indexOf('}', from); i >= 0; i = text.indexOf('}', i + 1)) {
			int next = i + 1;
			while (Ascii.at(text, next) == ';' || Ascii.isSpace(Ascii.at(text, next))) {
				next++;
			}
			if (text.startsWith("function", next)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Return the index behind commands of the shell that choose a database or tell of it.
	 */
	private static int behindCommands(String text) {
		int start = Ascii.skipSpace(text, 0);
		int end = text.indexOf(';', start);
		while (end > 0 && end < LONGEST && isCommand(text, start)) {
			start = Ascii.skipSpace(text, end + 1);
			end = text.indexOf(';', start);
		}
		return start;
	}

	private static boolean isCommand(String text, int start) {
		int end = start;
		while (Ascii.isWord(Ascii.at(text, end))) {
			end++;
		}
		boolean chooses = Ascii.startsWith(text, start, "use ") || Ascii.startsWith(text, start, "show ");
		int name = end + 1;
		int behind = name;
		while (Ascii.isWord(Ascii.at(text, behind)) || Ascii.at(text, behind) == '-') {
			behind++;
		}
		boolean one = behind > name && Ascii.at(text, Ascii.skipSpace(text, behind)) == ';';
		return chooses && one || Ascii.startsWith(text, start, "rs.") || Ascii.startsWith(text, start, "sh.");
	}

	private static boolean endsWithCall(String text) {
		int last = text.length() - 1;
		while (last > 0 && (text.charAt(last) <= ' ' || text.charAt(last) == ';')) {
			last--;
		}
		return last > 0 && text.charAt(last) == ')';
	}

	/**
	 * Tell whether a member is compared, or a method of it is called that tells of it.
	 */
	private static boolean compares(String text, int from) {
		int i = from;
		while (Ascii.isWord(Ascii.at(text, i)) || Ascii.at(text, i) == '.') {
			i++;
		}
		char next = Ascii.at(text, Ascii.skipSpace(text, i));
		char behind = Ascii.at(text, Ascii.skipSpace(text, i) + 1);
		return i > from && (next == '(' || (next == '=' || next == '!') && behind == '=' || next == '>' || next == '<');
	}

	/**
	 * Tell whether a text is a function without a name, as a filter runs it for each
	 * document.
	 */
	static boolean isFunction(String text) {
		int start = Ascii.skipSpace(text, 0);
		char first = Ascii.fold(Ascii.at(text, start));
		if ("ftrsw".indexOf(first) < 0 || text.length() > LONGEST) {
			return false;
		}
		int open = Ascii.skipSpace(text, start + 8);
		int body = Ascii.startsWith(text, start, "return ") ? start + 7 : start;
		boolean member = Ascii.startsWith(text, body, "this.")
				&& (endsWithCall(text) && text.indexOf(' ') < 0 || compares(text, body + 5));
		boolean waits = Ascii.startsWith(text, start, "while(")
				|| Ascii.startsWith(text, start, "sleep(") && Ascii.isDigit(Ascii.at(text, start + 6));
		boolean shows = Ascii.startsWith(text, body, "tojson(this") || Ascii.startsWith(text, body, "object.keys(this");
		return member || waits || shows
				|| Ascii.startsWith(text, start, "function") && Ascii.at(text, open) == '('
						&& Ascii.at(text, Ascii.skipSpace(text, open + 1)) == ')'
						&& (text.indexOf("return", open) > 0 || text.indexOf("sleep(", open) > 0)
						&& text.stripTrailing().endsWith("}");
	}

}
