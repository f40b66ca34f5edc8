package io.github.raspspring.attack.command;

import java.util.HashSet;
import java.util.Set;

/**
 * Finds the variables that loops of a script count with, as in {@code for i in 1 2 3}.
 */
final class LoopVariables {

	private static final int MOST = 16;

	private static final String FOR = "for ";

	private LoopVariables() {
	}

	static Set<String> of(ShellScript script) {
		if (script.dialect() != ShellDialect.POSIX || !script.text().contains(FOR)) {
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
		return names;
	}

}
