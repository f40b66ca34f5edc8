package io.github.raspspring.attack.command;

import java.util.HashSet;
import java.util.Set;

/**
 * Finds the variables that loops of a script count with or read into, as in
 * {@code for i in 1 2 3} and {@code while read -r line}.
 */
final class LoopVariables {

	private static final int MOST = 16;

	private static final String FOR = "for ";

	private static final String READ = "while read ";

	private static final String READ_RAW = "while read -r ";

	private LoopVariables() {
	}

	static Set<String> of(ShellScript script) {
		boolean loops = script.text().contains(FOR) || script.text().contains(READ);
		if (script.dialect() != ShellDialect.POSIX || !loops) {
			return Set.of();
		}
		Set<String> names = new HashSet<>();
		String text = script.text();
		for (int i = text.indexOf(FOR); i >= 0 && names.size() < MOST; i = text.indexOf(FOR, i + 1)) {
			int name = i + FOR.length();
			int end = script.wordEnd(name);
			if (script.startsCommand(i) && text.startsWith(" in ", end)) {
				names.add(text.substring(name, end));
			}
		}
		for (int i = text.indexOf(READ); i >= 0 && names.size() < MOST; i = text.indexOf(READ, i + 1)) {
			int name = i + (text.startsWith(READ_RAW, i) ? READ_RAW.length() : READ.length());
			if (script.startsCommand(i)) {
				names.add(text.substring(name, Math.max(name, script.wordEnd(name))));
			}
		}
		return names;
	}

}
