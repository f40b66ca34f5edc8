package io.github.raspspring.autoconfigure.configuration;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.raspspring.autoconfigure.Spelling;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;

/**
 * Finds what a misspelt environment variable was meant to set. Its name does not tell
 * where a word ends and where an element does.
 */
final class VariableNames {

	private VariableNames() {
	}

	/**
	 * Find the most similar property.
	 * @return its name, or {@code null} if none is similar
	 */
	static @Nullable String nearest(ConfigurationPropertyName name) {
		List<String> words = IntStream.range(0, name.getNumberOfElements())
			.mapToObj((i) -> name.getElement(i, Form.UNIFORM))
			.toList();
		return PropertyNames.records()
			.flatMap((at) -> starts(words, uniform(String.join("", at.prefix())))
				.flatMap((start) -> matches(at.type(), words.subList(start.words(), words.size()),
						new Match(String.join(".", at.prefix()), start.distance()))))
			.min(Comparator.comparingInt(Match::distance))
			.map(Match::name)
			.orElse(null);
	}

	/**
	 * Go down all names whose elements are similar to the words that are left.
	 */
	private static Stream<Match> matches(Type type, List<String> words, Match match) {
		if (words.isEmpty()) {
			return Stream.of(match);
		}
		if (type instanceof ParameterizedType generic) {
			Type[] arguments = generic.getActualTypeArguments();
			String word = words.get(0);
			boolean map = generic.getRawType() == Map.class;
			String name = map ? match.name() + "." + word : match.name() + "[" + word + "]";
			return (map || word.chars().allMatch(Character::isDigit)) ? matches(arguments[arguments.length - 1],
					words.subList(1, words.size()), new Match(name, match.distance())) : Stream.empty();
		}
		return PropertyNames.components(type).flatMap((component) -> matches(component, words, match));
	}

	private static Stream<Match> matches(RecordComponent component, List<String> words, Match match) {
		String name = PropertyNames.name(component);
		return starts(words, uniform(name))
			.flatMap((start) -> matches(component.getGenericType(), words.subList(start.words(), words.size()),
					new Match(match.name() + "." + name, match.distance() + start.distance())));
	}

	/**
	 * Find how many words may be meant by a name.
	 */
	private static Stream<Start> starts(List<String> words, String name) {
		return IntStream.rangeClosed(1, words.size()).mapToObj((count) -> {
			String joined = String.join("", words.subList(0, count));
			int distance = (Math.abs(joined.length() - name.length()) <= name.length())
					? Spelling.distance(joined, name) : Integer.MAX_VALUE / 4;
			return Spelling.isNear(distance, joined, name) ? new Start(count, distance) : null;
		}).mapMulti((start, sink) -> {
			if (start != null) {
				sink.accept(start);
			}
		});
	}

	private static String uniform(String name) {
		return name.toLowerCase(Locale.ROOT).replace("-", "").replace(".", "");
	}

	/**
	 * Words that may be an element.
	 */
	private record Start(int words, int distance) {

	}

	/**
	 * A name, and how many letters differ from it.
	 */
	private record Match(String name, int distance) {

	}

}
