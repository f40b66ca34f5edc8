package io.github.raspspring.carrier.jvm;

import java.util.List;
import java.util.stream.Stream;

/**
 * All cases of hooks, each with a hostile and an honest use.
 */
final class HookCases {

	private HookCases() {
	}

	static List<HookCase> all() throws Exception {
		return Stream.concat(quick().stream(), Stream.of(LibraryCase.all(), ThreadCase.all()).flatMap(List::stream))
			.toList();
	}

	/** Those that need no library of their own and no other thread. */
	static List<HookCase> quick() throws Exception {
		return Stream
			.of(HookCase.all(), BypassCase.all(), WriteCase.all(), ReadCase.all(), NetworkCase.all(), PathCase.all(),
					ConnectionCase.all())
			.flatMap(List::stream)
			.toList();
	}

}
