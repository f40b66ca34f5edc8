package io.github.raspspring.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

import org.springframework.http.server.PathContainer;
import org.springframework.http.server.PathContainer.Element;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Finds the first of many path patterns that matches a path, in a time that does not
 * depend on how many there are. Patterns stand in a tree by their segments. A path that
 * is written plainly walks down the tree without being parsed; one with escapes, matrix
 * parameters or empty segments is held against the patterns that the tree leaves, by
 * Spring's own rules, and what they say of it is remembered. Immutable but for that, and
 * thread-safe.
 */
public final class PatternTrie {

	/** What is found if nothing is. */
	public static final int NONE = -1;

	private static final int MOST_PATHS = 2_048;

	private static final int LONGEST_PATH = 256;

	private static final Pattern VARIABLE = Pattern.compile("\\{[A-Za-z_][A-Za-z0-9_]*}");

	private static final String REST = "**";

	private static final int[] NOTHING = {};

	private final List<PathPattern> patterns;

	private final TrieNode root;

	private final Cache<String, int[]> known = Caffeine.newBuilder().maximumSize(MOST_PATHS).build();

	/**
	 * Create a tree.
	 * @param patterns the patterns in the order in which they are tried
	 */
	public PatternTrie(List<PathPattern> patterns) {
		this.patterns = List.copyOf(patterns);
		Growing growing = new Growing();
		for (int i = 0; i < this.patterns.size(); i++) {
			growing.add(this.patterns.get(i).getPatternString(), i);
		}
		this.root = growing.grown();
	}

	/**
	 * Find the first pattern that matches.
	 * @param path a path within the application, as sent
	 * @param accepted tells whether the pattern of a number may be found
	 * @return its number, or {@link #NONE}
	 */
	public int first(String path, IntPredicate accepted) {
		if (isPlain(path)) {
			return new TrieWalk(this.patterns, path, accepted).from(this.root);
		}
		for (int candidate : matching(path)) {
			if (accepted.test(candidate)) {
				return candidate;
			}
		}
		return NONE;
	}

	/**
	 * Return whether segments are what they look like, none of them empty.
	 */
	private static boolean isPlain(String path) {
		int length = path.length();
		if (length < 2 || path.charAt(0) != '/' || path.charAt(length - 1) == '/') {
			return false;
		}
		char before = 'x';
		for (int i = 0; i < length; i++) {
			char c = path.charAt(i);
			if (c == '%' || c == ';' || c == '/' && before == '/') {
				return false;
			}
			before = c;
		}
		return true;
	}

	private int[] matching(String path) {
		if (path.length() > LONGEST_PATH) {
			return search(path);
		}
		int[] known = this.known.getIfPresent(path);
		if (known == null) {
			known = search(path);
			this.known.put(path, known);
		}
		return known;
	}

	private int[] search(String path) {
		PathContainer container = PathContainer.parsePath(path);
		List<String> segments = new ArrayList<>();
		for (Element element : container.elements()) {
			if (element instanceof PathSegment segment) {
				segments.add(segment.valueToMatch());
			}
		}
		List<Integer> candidates = new ArrayList<>();
		this.root.collect(segments, 0, candidates);
		int[] matching = candidates.stream()
			.filter((candidate) -> this.patterns.get(candidate).matches(container))
			.mapToInt(Integer::intValue)
			.sorted()
			.toArray();
		return (matching.length == 0) ? NOTHING : matching;
	}

	static boolean isLiteral(String segment) {
		for (int i = 0; i < segment.length(); i++) {
			char c = segment.charAt(i);
			if (!Character.isLetterOrDigit(c) && c != '-' && c != '_' && c != '.') {
				return false;
			}
		}
		return !segment.isEmpty();
	}

	/**
	 * A node that still grows.
	 */
	private static final class Growing {

		private final Map<String, Growing> children = new HashMap<>();

		private @Nullable Growing variable;

		private final List<Integer> ends = new ArrayList<>(1);

		private final List<Integer> rests = new ArrayList<>(1);

		private final List<Integer> others = new ArrayList<>(0);

		void add(String pattern, int number) {
			String[] segments = pattern.split("/", -1);
			Growing node = this;
			for (int i = 1; i < segments.length; i++) {
				String segment = segments[i];
				if (segment.equals(REST) && i == segments.length - 1) {
					node.rests.add(number);
					return;
				}
				Growing next = node.next(segment);
				if (next == null) {
					node.others.add(number);
					return;
				}
				node = next;
			}
			((segments.length > 1) ? node.ends : node.others).add(number);
		}

		private @Nullable Growing next(String segment) {
			if (isLiteral(segment)) {
				return this.children.computeIfAbsent(segment, (unknown) -> new Growing());
			}
			if (!VARIABLE.matcher(segment).matches()) {
				return null;
			}
			Growing known = (this.variable != null) ? this.variable : new Growing();
			this.variable = known;
			return known;
		}

		TrieNode grown() {
			Map<String, TrieNode> children = new HashMap<>();
			this.children.forEach((segment, child) -> children.put(segment, child.grown()));
			return new TrieNode(children, (this.variable != null) ? this.variable.grown() : null, numbers(this.ends),
					numbers(this.rests), numbers(this.others));
		}

		private static int[] numbers(List<Integer> numbers) {
			int[] all = numbers.stream().mapToInt(Integer::intValue).toArray();
			Arrays.sort(all);
			return all;
		}

	}

}
