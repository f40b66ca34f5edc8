package io.github.raspspring.policy.advice;

import java.util.Comparator;

/**
 * Orders patterns so that the first one that matches is the one that is meant: Spring
 * prefers handlers that name more, and the first route of the configuration wins.
 */
final class PatternOrder {

	/** What says more comes first. */
	static final Comparator<String> SPECIFIC_FIRST = Comparator.comparingInt(PatternOrder::wildness)
		.thenComparing(Comparator.naturalOrder());

	private PatternOrder() {
	}

	private static int wildness(String pattern) {
		int wild = 0;
		for (String segment : pattern.split("/")) {
			if (segment.startsWith("{*") || segment.equals("**")) {
				wild += 100;
			}
			else if (segment.indexOf('{') >= 0 || segment.indexOf('*') >= 0) {
				wild++;
			}
		}
		return wild;
	}

}
