package io.github.raspspring.attack.query;

import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.HashedWords;

/**
 * Recognizes a call of a function by which processors of XQuery and XSLT reach databases,
 * files, hosts and classes: {@code db:open('users')},
 * {@code Q{java:java.lang.System}exit(1)}. Stateless.
 */
final class XQueryCall {

	private static final HashedWords FUNCTIONS = HashedWords.of("""
			db:list db:open db:drop db:create db:delete db:add db:put db:get db:info db:list-details db:system
			db:backup db:restore db:export db:store db:retrieve db:replace db:rename db:alter db:copy db:optimize
			db:get-binary db:get-value db:attribute db:text db:fulltext fetch:text fetch:xml fetch:binary fetch:doc
			fetch:binary-doc fetch:content-type util:eval util:eval-inline util:eval-async util:eval-with-context
			util:eval-and-serialize xmldb:store xmldb:login xmldb:create-collection xmldb:remove
			xmldb:get-child-resources xmldb:get-child-collections xmldb:document xmldb:get-users xmldb:create-user
			system:shutdown system:as-user system:get-exist-home system:get-running-jobs rt:exec rt:getruntime
			proc:system proc:execute proc:fork proc:property process:execute file:read-text file:read-binary
			file:read-text-lines file:write file:write-text file:write-binary file:append file:append-text
			file:delete file:list file:copy file:move file:children file:create-dir file:serialize sql:connect
			sql:execute sql:execute-prepared sql:init sql:get-connection xquery:eval xquery:eval-update xquery:parse
			xquery:fork-join http:send-request client:connect client:execute client:query jobs:eval admin:logs
			admin:sessions user:grant user:list-details saxon:evaluate
			saxon:eval saxon:compile-query dbms:eval""");

	private static final String[] CLASSES = { "java.lang.Runtime.getRuntime(", "javax.naming.Context.lookup(",
			"javax.naming.InitialContext.", "java.lang.ProcessBuilder.", "java.lang.Class.forName(",
			"java.lang.System.get", "javax.script.ScriptEngine", "exec(java.lang.Runtime.", "java.beans.XMLDecoder." };

	/** Modules of which any function counts. */
	private static final HashedWords MODULES = HashedWords.of("xdmp");

	private static final int LONGEST_NAME = 96;

	private XQueryCall() {
	}

	/**
	 * Tell whether a text is a call of a class of Java, alone or as a predicate, as
	 * JXPath makes it. Frames of stack traces name a file in the call.
	 */
	static boolean isOfClass(String text) {
		int start = text.startsWith("*[") ? 2 : text.startsWith("//*[") ? 4 : 0;
		char first = Ascii.at(text, start);
		for (int i = 0; i < CLASSES.length && (first == 'j' || first == 'e'); i++) {
			String call = CLASSES[i];
			if (text.startsWith(call, start)) {
				int open = text.indexOf('(', start + call.length() - 1);
				return open > 0 && text.lastIndexOf(' ', open) < 0 && text.indexOf(".java:", open) < 0
						&& text.indexOf("Native Method", open) < 0;
			}
		}
		return false;
	}

	/**
	 * Tell whether one begins there.
	 */
	static boolean begins(String text, int start) {
		int colon = nameEnd(text, start);
		if (colon == start + 1 && text.charAt(start) == 'Q' && Ascii.at(text, colon) == '{') {
			return isCallOfClass(text, colon + 1);
		}
		int end = nameEnd(text, colon + 1);
		if (Ascii.at(text, colon) != ':' || end == colon + 1 || Ascii.at(text, end) != '(') {
			return false;
		}
		return FUNCTIONS.groupOf(text, start, end) != 0 || MODULES.groupOf(text, start, colon) != 0;
	}

	/**
	 * Whether the name of a class of Java and a call of one of its methods follow.
	 */
	private static boolean isCallOfClass(String text, int name) {
		if (!Ascii.startsWith(text, name, "java:") && !Ascii.startsWith(text, name, "http://")) {
			return false;
		}
		int close = text.indexOf('}', name);
		int end = nameEnd(text, close + 1);
		return close > 0 && close < name + LONGEST_NAME && end > close + 1 && Ascii.at(text, end) == '(';
	}

	private static int nameEnd(String text, int start) {
		int i = start;
		while (Ascii.isWord(Ascii.at(text, i)) || i > start && Ascii.at(text, i) == '-') {
			i++;
		}
		return i;
	}

}
