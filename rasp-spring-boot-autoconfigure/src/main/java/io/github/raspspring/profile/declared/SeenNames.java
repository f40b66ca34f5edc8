package io.github.raspspring.profile.declared;

import java.util.HashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Names of one object of a document, to find one that comes twice. Most objects have few,
 * which are compared one by one. For one object and one thread.
 */
final class SeenNames {

	private static final int FEW = 12;

	private final @Nullable String[] few = new String[FEW];

	private int count;

	private @Nullable Set<String> many;

	/**
	 * Note a name.
	 * @return {@code false} if it was there before
	 */
	boolean add(String name) {
		Set<String> names = this.many;
		if (names != null) {
			return names.add(name);
		}
		for (int i = 0; i < this.count; i++) {
			String other = this.few[i];
			if (other != null && name.hashCode() == other.hashCode() && name.equals(other)) {
				return false;
			}
		}
		if (this.count == FEW) {
			this.many = of(this.few, name);
		}
		else {
			this.few[this.count++] = name;
		}
		return true;
	}

	private static Set<String> of(@Nullable String[] few, String name) {
		Set<String> names = new HashSet<>();
		for (String one : few) {
			if (one != null) {
				names.add(one);
			}
		}
		names.add(name);
		return names;
	}

}
