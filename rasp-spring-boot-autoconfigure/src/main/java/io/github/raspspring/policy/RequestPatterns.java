package io.github.raspspring.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

import io.github.raspspring.engine.Inspection;
import org.jspecify.annotations.Nullable;

/**
 * Many rules about routes, of which the first counts that an exchange is asked by. Finds
 * it without trying all of them. Thread-safe.
 */
public final class RequestPatterns {

	private final List<RequestPattern> all;

	private final PatternTrie paths;

	private final Map<String, List<Integer>> templates = new HashMap<>();

	/**
	 * Create patterns.
	 * @param all the patterns in the order in which they are tried
	 */
	public RequestPatterns(List<RequestPattern> all) {
		this.all = List.copyOf(all);
		this.paths = new PatternTrie(this.all.stream().map(RequestPattern::pattern).toList());
		for (int i = 0; i < this.all.size(); i++) {
			this.templates
				.computeIfAbsent(this.all.get(i).pattern().getPatternString(), (unknown) -> new ArrayList<>(1))
				.add(i);
		}
	}

	/**
	 * Find the first pattern that is about an exchange.
	 * @param inspection the exchange
	 * @param accepted tells whether the pattern of a number may be found
	 * @return its number, or {@link PatternTrie#NONE}
	 */
	public int first(Inspection inspection, IntPredicate accepted) {
		IntPredicate asked = (number) -> accepted.test(number) && this.all.get(number).isAsked(inspection);
		String path = inspection.path();
		int found = earlier(this.paths.first(path, asked), ofTemplate(inspection.route(), asked));
		String plain = RequestPattern.withoutSlashes(path);
		return (plain != null) ? earlier(found, this.paths.first(plain, asked)) : found;
	}

	private int ofTemplate(@Nullable String template, IntPredicate asked) {
		if (template == null || template.isEmpty()) {
			return PatternTrie.NONE;
		}
		int same = PatternTrie.NONE;
		for (int number : this.templates.getOrDefault(template, List.of())) {
			if (same == PatternTrie.NONE && asked.test(number)) {
				same = number;
			}
		}
		return earlier(same, this.paths.first(template, asked));
	}

	private static int earlier(int one, int other) {
		return (one == PatternTrie.NONE || other == PatternTrie.NONE) ? Math.max(one, other) : Math.min(one, other);
	}

}
