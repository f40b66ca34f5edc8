package io.github.raspspring.profile;

import java.util.Locale;
import java.util.Set;

/**
 * Names by which applications call what is not for clients to set: rights, states, owners
 * and prices (CWE-915).
 */
public final class PrivilegedNames {

	private static final Set<String> PRIVILEGED = Set.of("role", "roles", "admin", "administrator", "superuser", "root",
			"permission", "permissions", "privilege", "privileges", "authority", "authorities", "discount", "price",
			"owner", "tenant", "status", "balance", "verified", "approved", "staff", "moderator");

	/** Stand beside such a word without a meaning of their own. */
	private static final Set<String> BESIDE = Set.of("is", "has", "user", "account", "customer", "my", "the", "new",
			"id", "ids", "name", "code", "level", "type", "value", "percent", "percentage", "amount", "flag", "list",
			"unit", "total", "granted", "order", "item", "member", "system", "by", "email", "current", "default", "s");

	private static final int LONGEST = 48;

	private PrivilegedNames() {
	}

	/**
	 * Tell whether a name is one of those, however it is written: {@code isAdmin},
	 * {@code user_role}, {@code OWNER-ID}.
	 * @param name the name of a property or field
	 * @return {@code true} if all of its words are
	 */
	public static boolean contains(String name) {
		if (name.isEmpty() || name.length() > LONGEST) {
			return false;
		}
		boolean privileged = false;
		for (String word : words(name)) {
			if (PRIVILEGED.contains(word)) {
				privileged = true;
			}
			else if (!word.isEmpty() && !BESIDE.contains(word)) {
				return isJoined(name);
			}
		}
		return privileged;
	}

	/**
	 * Without a sign between its words, such as {@code isadmin}.
	 */
	private static boolean isJoined(String name) {
		String lower = name.toLowerCase(Locale.ROOT);
		for (String word : PRIVILEGED) {
			if (lower.endsWith(word) && BESIDE.contains(lower.substring(0, lower.length() - word.length()))
					|| lower.startsWith(word) && BESIDE.contains(lower.substring(word.length()))) {
				return true;
			}
		}
		return false;
	}

	private static String[] words(String name) {
		StringBuilder words = new StringBuilder(name.length() + 4);
		for (int i = 0; i < name.length(); i++) {
			char c = name.charAt(i);
			boolean turns = i > 0 && Character.isUpperCase(c) && Character.isLowerCase(name.charAt(i - 1));
			if (turns) {
				words.append(' ');
			}
			words.append(Character.isLetter(c) ? Character.toLowerCase(c) : ' ');
		}
		return words.toString().split(" +");
	}

}
