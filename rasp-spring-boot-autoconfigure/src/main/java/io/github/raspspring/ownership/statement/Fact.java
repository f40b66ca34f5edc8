package io.github.raspspring.ownership.statement;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What a condition says: two columns are equal, a column is restricted, or, where no
 * column is named, all are.
 *
 * @param one a column, or {@code null} for all
 * @param other the column it equals, or {@code null}
 * @param restriction what restricts it, or {@code null}
 * @param scope sources whose rows it holds for, or {@code null} for all of the block
 */
record Fact(@Nullable Node one, @Nullable Node other, @Nullable Restriction restriction, @Nullable Set<Source> scope) {

	static Fact equal(Node one, Node other) {
		return new Fact(one, other, null, null);
	}

	static Fact restricted(@Nullable Node node, Restriction restriction) {
		return new Fact(node, null, restriction, null);
	}

	Fact within(@Nullable Set<Source> scope) {
		return new Fact(this.one, this.other, this.restriction, scope);
	}

	boolean holdsFor(@Nullable Source source) {
		return this.scope == null || (source != null && this.scope.contains(source));
	}

}
