package io.github.raspspring.attack.command;

import io.github.raspspring.engine.InputValue;
import io.github.raspspring.inspect.NestedName;
import io.github.raspspring.text.HashedWords;

/**
 * Names by which parameters tell that their value is given to a program: a host to ask, a
 * file to convert, a command. What stands behind a separator there is no list and no
 * sentence.
 */
final class CommandParameters {

	private static final HashedWords NAMES = HashedWords.of("""
			ip ipaddress ipaddr host hostname domain domainname server target addr cmd command exec execute run ping
			daemon shell args arg argument process program script file filename filepath path dir directory folder
			archive backup download logfile""");

	private static final int LONGEST = 256;

	private CommandParameters() {
	}

	/**
	 * Tell whether a program is given a value.
	 */
	static boolean hold(InputValue value) {
		return value.kind() == InputValue.Kind.VALUE && value.value().length() <= LONGEST
				&& NAMES.groupOf(NestedName.lastPart(value.lastName(), "_-")) != 0 && value.value().indexOf('\n') < 0;
	}

}
