package io.github.raspspring.policy;

import java.util.List;
import java.util.function.IntPredicate;

import org.jspecify.annotations.Nullable;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;

/**
 * One walk of a plain path down a tree of patterns. Leaves out whatever stands behind
 * what was found already.
 */
final class TrieWalk {

	private final List<PathPattern> patterns;

	private final String path;

	private final IntPredicate accepted;

	private int best = Integer.MAX_VALUE;

	private @Nullable PathContainer parsed;

	TrieWalk(List<PathPattern> patterns, String path, IntPredicate accepted) {
		this.patterns = patterns;
		this.path = path;
		this.accepted = accepted;
	}

	int from(TrieNode root) {
		walk(root, 0);
		return (this.best != Integer.MAX_VALUE) ? this.best : PatternTrie.NONE;
	}

	/**
	 * Walk on.
	 * @param slash where the slash stands before the next segment, or the end of the path
	 */
	private void walk(TrieNode node, int slash) {
		if (node.least >= this.best) {
			return;
		}
		take(node.rests);
		tryOthers(node.others);
		if (slash == this.path.length()) {
			take(node.ends);
			return;
		}
		int end = slash + 1;
		int hash = 0;
		while (end < this.path.length() && this.path.charAt(end) != '/') {
			hash = 31 * hash + this.path.charAt(end++);
		}
		TrieNode child = node.child(this.path, slash + 1, end, hash);
		if (child != null) {
			walk(child, end);
		}
		TrieNode variable = node.variable();
		if (variable != null) {
			walk(variable, end);
		}
	}

	private void take(int[] numbers) {
		for (int number : numbers) {
			if (number >= this.best) {
				return;
			}
			if (this.accepted.test(number)) {
				this.best = number;
				return;
			}
		}
	}

	private void tryOthers(int[] numbers) {
		for (int number : numbers) {
			if (number >= this.best) {
				return;
			}
			if (this.accepted.test(number) && this.patterns.get(number).matches(parsed())) {
				this.best = number;
				return;
			}
		}
	}

	private PathContainer parsed() {
		PathContainer known = (this.parsed != null) ? this.parsed : PathContainer.parsePath(this.path);
		this.parsed = known;
		return known;
	}

}
