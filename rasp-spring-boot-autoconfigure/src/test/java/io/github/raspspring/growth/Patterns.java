package io.github.raspspring.growth;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Texts of any length, made of two or three structural signs: by turns, and as many of
 * the one in front of as many of the other.
 */
record Patterns(List<String> signs) {

	static final List<String> CHARACTERS = List.of("'", "\"", "`", "(", ")", "[", "]", "{", "}", "<", ">", "/", "\\",
			"&", "|", ";", "%", "$", "#", "*", "=", ",", ".", ":", "!", "@", "-", "+", "?", "~", "^", "_", " ", "\n",
			"a", "1", "\u00e9");

	static final List<String> WORDS = List.of("/*", "*/", "--", "<!--", "-->", "${", "#{", "$(", "\\x27", "%27",
			"&#39;", "<a ", "='", "=(", "T(", "or ", "@a", "a=", "../", "://", "<<a", ">/", "{\"$", "[{", "<!DOCTYPE ",
			"[[", "union ", "a.", "()", "x:", "rO0", "${a:");

	List<Pattern> singles() {
		return this.signs.stream().map((sign) -> new Pattern(List.of(sign), true)).toList();
	}

	List<Pattern> pairs() {
		List<Pattern> pairs = new ArrayList<>();
		for (String first : this.signs) {
			pairs.add(new Pattern(List.of(first), true));
			for (String second : this.signs) {
				if (!first.equals(second)) {
					pairs.add(new Pattern(List.of(first, second), true));
					pairs.add(new Pattern(List.of(first, second), false));
				}
			}
		}
		return pairs;
	}

	/**
	 * Make triples: all of them, or a part that is spread over all.
	 * @param step every how many is made
	 */
	List<Pattern> triples(int step) {
		List<Pattern> triples = new ArrayList<>();
		int number = 0;
		for (String first : this.signs) {
			for (String second : this.signs) {
				for (String third : this.signs) {
					if (number++ % step == 0) {
						triples.add(new Pattern(List.of(first, second, third), true));
						triples.add(new Pattern(List.of(first, second, third), false));
					}
				}
			}
		}
		return triples;
	}

	/**
	 * One way to fill a text.
	 *
	 * @param signs what it is made of
	 * @param byTurns whether they take turns, or each fills its part
	 */
	record Pattern(List<String> signs, boolean byTurns) {

		String text(int length) {
			if (this.byTurns) {
				return fill(String.join("", this.signs), length);
			}
			int part = length / this.signs.size();
			return this.signs.stream().map((sign) -> fill(sign, part)).collect(Collectors.joining());
		}

		private static String fill(String sign, int length) {
			return IntStream.range(0, length / sign.length()).mapToObj((i) -> sign).collect(Collectors.joining());
		}

	}

}
