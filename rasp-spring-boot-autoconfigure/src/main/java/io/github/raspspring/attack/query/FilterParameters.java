package io.github.raspspring.attack.query;

import io.github.raspspring.inspect.NestedName;
import io.github.raspspring.text.HashedWords;

/**
 * Names by which parameters tell that they hold a filter: what changes data has no place
 * there.
 */
final class FilterParameters {

	private static final HashedWords NAMES = HashedWords
		.of("filter filters query where criteria condition conditions search find selector match pipeline aggregate"
				+ " aggregation stages");

	private FilterParameters() {
	}

	static boolean isFilter(String name) {
		return NAMES.groupOf(NestedName.lastPart(name)) != 0;
	}

}
