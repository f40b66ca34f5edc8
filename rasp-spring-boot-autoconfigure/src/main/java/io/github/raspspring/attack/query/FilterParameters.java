package io.github.raspspring.attack.query;

import io.github.raspspring.inspect.NestedName;
import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.HashedWords;

/**
 * Names by which parameters tell that they hold a filter: what changes data has no place
 * there, and a whole one of a directory or document has.
 */
final class FilterParameters {

	private static final HashedWords NAMES = HashedWords
		.of("filter filters query where criteria condition conditions search find selector match pipeline aggregate"
				+ " aggregation stages");

	private static final HashedWords CONDITIONS = HashedWords
		.of("filter filters where criteria condition conditions match");

	private static final HashedWords USERS = HashedWords
		.of("user username login uid userid account accountname mail" + " email cn samaccountname principal");

	private static final String[] OF_DIRECTORY = { "userfilter", "groupfilter", "searchfilter", "memberfilter",
			"user_filter", "group_filter", "search_filter", "user-filter", "group-filter", "search-filter" };

	private FilterParameters() {
	}

	static boolean isFilter(String name) {
		return NAMES.groupOf(NestedName.lastPart(name)) != 0;
	}

	/**
	 * Tell whether a name says that a whole filter of LDAP is expected, and not one of
	 * whatever the application searches in.
	 */
	static boolean takesDirectoryFilter(String name) {
		if (contains(name, "ldap")) {
			return true;
		}
		for (String filter : OF_DIRECTORY) {
			if (contains(name, filter)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Tell whether a name says that the value is part of a snippet.
	 */
	static boolean holdsListing(String name) {
		return contains(name, "snippet");
	}

	/**
	 * Tell whether a name says that the value names a user.
	 */
	static boolean holdsUser(String name) {
		return USERS.groupOf(NestedName.lastPart(name)) != 0;
	}

	/**
	 * Tell whether a name says that a condition is expected, and no whole query.
	 */
	static boolean isCondition(String name) {
		return CONDITIONS.groupOf(NestedName.lastPart(name)) != 0;
	}

	/**
	 * Tell whether a name says that a whole path of XPath is expected.
	 */
	static boolean takesPath(String name) {
		return contains(name, "xpath") || contains(name, "selector") || contains(name, "locator");
	}

	/**
	 * Tell whether a name says that the value is the key of something.
	 */
	static boolean isKey(String name) {
		int id = name.length() - 2;
		if (id < 0 || !name.regionMatches(true, id, "id", 0, 2)) {
			return false;
		}
		return id == 0 || name.charAt(id) == 'I' || !Ascii.isLetter(name.charAt(id - 1));
	}

	/**
	 * Tell whether a name says that the value is the key of an entry in a store.
	 */
	static boolean isStoreKey(String name) {
		int last = name.length() - 3;
		boolean key = last >= 0 && name.regionMatches(true, last, "key", 0, 3)
				&& (last == 0 || "/.[".indexOf(name.charAt(last - 1)) >= 0);
		return key || contains(name, "cachekey") || contains(name, "cache_key") || contains(name, "rediskey")
				|| contains(name, "redis_key");
	}

	private static boolean contains(String name, String word) {
		for (int i = 0; i + word.length() <= name.length(); i++) {
			if (name.regionMatches(true, i, word, 0, word.length())) {
				return true;
			}
		}
		return false;
	}

}
