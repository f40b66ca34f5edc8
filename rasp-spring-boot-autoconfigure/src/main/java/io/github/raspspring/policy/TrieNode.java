package io.github.raspspring.policy;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A segment of patterns, found by its characters where they stand in a path, so that none
 * has to be cut out.
 */
final class TrieNode {

	private final String[] segments;

	private final TrieNode[] children;

	private final @Nullable TrieNode variable;

	/** Patterns that end here. */
	final int[] ends;

	/** Patterns that take whatever follows. */
	final int[] rests;

	/** Patterns that go on by other means than literals and variables. */
	final int[] others;

	/** The least number of a pattern here or below. */
	final int least;

	TrieNode(Map<String, TrieNode> children, @Nullable TrieNode variable, int[] ends, int[] rests, int[] others) {
		int size = Integer.highestOneBit(Math.max(1, children.size()) * 4 - 1);
		this.segments = new String[size];
		this.children = new TrieNode[size];
		this.variable = variable;
		this.ends = ends;
		this.rests = rests;
		this.others = others;
		children.forEach(this::put);
		int least = Math.min(first(ends), Math.min(first(rests), first(others)));
		for (TrieNode child : children.values()) {
			least = Math.min(least, child.least);
		}
		this.least = (variable != null) ? Math.min(least, variable.least) : least;
	}

	private void put(String segment, TrieNode child) {
		int slot = segment.hashCode() & (this.segments.length - 1);
		while (this.segments[slot] != null) {
			slot = (slot + 1) & (this.segments.length - 1);
		}
		this.segments[slot] = segment;
		this.children[slot] = child;
	}

	private static int first(int[] numbers) {
		return (numbers.length > 0) ? numbers[0] : Integer.MAX_VALUE;
	}

	@Nullable TrieNode variable() {
		return this.variable;
	}

	/**
	 * Find the child of a segment.
	 * @param hash the hash of the segment, as {@link String} has it
	 */
	@Nullable TrieNode child(String path, int start, int end, int hash) {
		int slot = hash & (this.segments.length - 1);
		for (String segment = this.segments[slot]; segment != null; segment = this.segments[slot]) {
			if (segment.length() == end - start && path.startsWith(segment, start)) {
				return this.children[slot];
			}
			slot = (slot + 1) & (this.segments.length - 1);
		}
		return null;
	}

	/**
	 * Collect all patterns that may match, more rather than fewer.
	 */
	void collect(List<String> segments, int from, List<Integer> candidates) {
		add(this.ends, candidates);
		add(this.rests, candidates);
		add(this.others, candidates);
		if (from < segments.size()) {
			String segment = segments.get(from);
			TrieNode child = child(segment, 0, segment.length(), segment.hashCode());
			if (child != null) {
				child.collect(segments, from + 1, candidates);
			}
			if (this.variable != null) {
				this.variable.collect(segments, from + 1, candidates);
			}
		}
	}

	private static void add(int[] numbers, List<Integer> candidates) {
		for (int number : numbers) {
			candidates.add(number);
		}
	}

}
