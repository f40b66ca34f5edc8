package io.github.raspspring.grammar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Texts of one kind, by rules: {@code :: name} starts a rule, each line below it is one
 * way to write it. {@code == QUERY q} starts a rule whose texts arrive at that place.
 * {@code ⟨name⟩} stands for a text of that rule, {@code ⟨name|transform⟩} for one that is
 * written differently, {@code ⟨1..9⟩} for a number, {@code ⟨hex 8⟩} for characters,
 * {@code ⟨LF⟩} and {@code ⟨U+0000⟩} for one that can't stand in a line, and {@code ⟨⟩}
 * for nothing. Lines that start with {@code #!} and a blank are remarks. Rules of
 * {@code words.txt} are known to all.
 */
final class Grammar {

	private static final String FOLDER = "/grammar/";

	private static final int DEEPEST = 100;

	private final Map<String, List<Production>> rules = new LinkedHashMap<>();

	private final List<Place> places = new ArrayList<>();

	private Grammar() {
	}

	/**
	 * Read the grammar of a kind.
	 * @param path path below {@code grammar/}, without extension
	 * @return the grammar
	 */
	static Grammar read(String path) {
		return of(content("words.txt") + "\n" + content(path + ".txt"));
	}

	static Grammar of(String text) {
		Grammar grammar = new Grammar();
		List<Production> rule = new ArrayList<>();
		for (String line : text.lines().toList()) {
			if (line.startsWith(":: ")) {
				rule = grammar.rule(line.substring(3));
			}
			else if (line.startsWith("== ")) {
				Place place = Place.of(line.substring(3));
				grammar.places.add(place);
				rule = grammar.rule(place.toString());
			}
			else if (!line.isEmpty() && !line.startsWith("#! ")) {
				rule.add(Production.of(line));
			}
		}
		return grammar;
	}

	/**
	 * Write one text.
	 * @param random source of all choices
	 * @return the text and where it arrives
	 */
	Sample next(Random random) {
		Place place = this.places.get(random.nextInt(this.places.size()));
		return new Sample(place, new Derivation(random).of(place.toString()));
	}

	private List<Production> rule(String name) {
		List<Production> rule = new ArrayList<>();
		if (this.rules.put(name, rule) != null) {
			throw new IllegalArgumentException("Rule '" + name + "' stands twice");
		}
		return rule;
	}

	private static String content(String path) {
		try (InputStream stream = Grammar.class.getResourceAsStream(FOLDER + path)) {
			if (stream == null) {
				throw new IllegalArgumentException("No such grammar: " + path);
			}
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * One way from a rule to a text.
	 */
	private final class Derivation {

		private final Random random;

		private int depth;

		Derivation(Random random) {
			this.random = random;
		}

		String of(String name) {
			List<Production> rule = Grammar.this.rules.get(name);
			if (rule == null || rule.isEmpty()) {
				throw new IllegalArgumentException("No rule '" + name + "'");
			}
			if (++this.depth > DEEPEST) {
				throw new IllegalStateException("Rule '" + name + "' does not come to an end");
			}
			StringBuilder text = new StringBuilder();
			for (Production.Part part : rule.get(this.random.nextInt(rule.size())).parts()) {
				text.append(part.reference() ? resolve(part.text()) : part.text());
			}
			this.depth--;
			return text.toString();
		}

		private String resolve(String reference) {
			String[] steps = reference.split("\\|");
			String text = Terminal.of(steps[0], this.random);
			String result = (text != null) ? text : of(steps[0]);
			for (int i = 1; i < steps.length; i++) {
				result = Transform.of(steps[i]).apply(result, this.random);
			}
			return result;
		}

	}

	/**
	 * A text of a grammar, where it arrives.
	 *
	 * @param place where it arrives
	 * @param text the text
	 */
	record Sample(Place place, String text) {

	}

}
