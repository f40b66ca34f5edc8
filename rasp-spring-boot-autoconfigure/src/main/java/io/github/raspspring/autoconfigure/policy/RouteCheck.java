package io.github.raspspring.autoconfigure.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import io.github.raspspring.autoconfigure.Spelling;
import io.github.raspspring.engine.EndpointSection;
import org.jspecify.annotations.Nullable;

/**
 * Tells which patterns of routes and patches match no endpoint: they are misspelt, or the
 * endpoint is gone, and leave a protection off without a word.
 */
final class RouteCheck implements EndpointSection {

	private final Supplier<Map<String, String>> patterns;

	private final Supplier<Set<String>> templates;

	private volatile @Nullable List<String> unmatched;

	/**
	 * Create a check.
	 * @param patterns tells the patterns by the property that sets them
	 * @param templates finds the patterns of all endpoints
	 */
	RouteCheck(Supplier<Map<String, String>> patterns, Supplier<Set<String>> templates) {
		this.patterns = patterns;
		this.templates = templates;
	}

	/**
	 * Begin anew: the patterns may be others.
	 */
	void begin() {
		this.unmatched = null;
	}

	@Override
	public String name() {
		return "routes";
	}

	@Override
	public Map<String, Object> overview() {
		Map<String, Object> overview = new LinkedHashMap<>();
		overview.put("patterns", this.patterns.get().size());
		overview.put("unmatched", gaps().size());
		return overview;
	}

	@Override
	public Object content() {
		return Map.of("patterns", this.patterns.get(), "unmatched", gaps());
	}

	@Override
	public List<String> gaps() {
		List<String> known = this.unmatched;
		if (known == null) {
			known = this.patterns.get().isEmpty() ? List.of() : find(this.templates.get());
			this.unmatched = known;
		}
		return known;
	}

	private List<String> find(Set<String> known) {
		List<String> found = new ArrayList<>();
		this.patterns.get().forEach((property, pattern) -> {
			if (known.stream().noneMatch((template) -> meet(pattern, template))) {
				String nearest = nearest(pattern, known);
				found.add(property + "=" + pattern + " matches no endpoint"
						+ ((nearest != null) ? "; the nearest is " + nearest + "." : "."));
			}
		});
		return found;
	}

	private static @Nullable String nearest(String pattern, Set<String> known) {
		String similar = Spelling.nearest(pattern, known);
		if (similar != null) {
			return similar;
		}
		String nearest = null;
		int most = 1;
		for (String template : known) {
			int common = 0;
			while (common < Math.min(pattern.length(), template.length())
					&& pattern.charAt(common) == template.charAt(common)) {
				common++;
			}
			if (common > most) {
				most = common;
				nearest = template;
			}
		}
		return nearest;
	}

	/**
	 * Tell whether some path is matched by both. Takes a segment with a wildcard for any,
	 * so that it is rather silent than wrong.
	 */
	static boolean meet(String one, String other) {
		String[] first = one.split("/", -1);
		String[] second = other.split("/", -1);
		for (int i = 0; i < Math.max(first.length, second.length); i++) {
			boolean rest = i < first.length && isRest(first[i]) || i < second.length && isRest(second[i]);
			if (rest) {
				return true;
			}
			if (i >= first.length || i >= second.length) {
				return mayEnd(first, i) && mayEnd(second, i);
			}
			if (!isWild(first[i]) && !isWild(second[i]) && !first[i].equals(second[i])) {
				return false;
			}
		}
		return true;
	}

	private static boolean mayEnd(String[] segments, int from) {
		return from >= segments.length || isRest(segments[from]);
	}

	private static boolean isRest(String segment) {
		return segment.equals("**") || segment.startsWith("{*");
	}

	private static boolean isWild(String segment) {
		return segment.indexOf('*') >= 0 || segment.indexOf('{') >= 0 || segment.indexOf('?') >= 0;
	}

}
