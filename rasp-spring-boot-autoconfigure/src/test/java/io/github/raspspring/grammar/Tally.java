package io.github.raspspring.grammar;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import io.github.raspspring.attack.Judgement;

/**
 * How many texts of a grammar were refused.
 *
 * @param refused how many were
 * @param total how many there were
 * @param examples some of those that should not have been, or should have
 */
record Tally(int refused, int total, List<Grammar.Sample> examples) {

	/** Texts drawn of each grammar; each class has four grammars at least. */
	static final int TEXTS = 20_000;

	private static final Judgement JUDGEMENT = Judgement.byAll();

	private static final int MOST_EXAMPLES = 60;

	/**
	 * Draw texts of a grammar and judge each that differs from those before.
	 * @param path path of the grammar
	 * @param attack whether each should be refused
	 * @param seed seed of the draw
	 */
	static Tally of(String path, boolean attack, long seed) {
		Grammar grammar = Grammar.read(path);
		Random random = new Random(seed);
		Set<Grammar.Sample> seen = new HashSet<>();
		List<Grammar.Sample> examples = new ArrayList<>();
		int refused = 0;
		for (int i = 0; i < TEXTS; i++) {
			Grammar.Sample sample = grammar.next(random);
			if (seen.add(sample)) {
				boolean refuses = Judgement.refuses(JUDGEMENT.of(sample.place().of(sample)));
				refused += refuses ? 1 : 0;
				if (refuses != attack && examples.size() < MOST_EXAMPLES) {
					examples.add(sample);
				}
			}
		}
		return new Tally(refused, seen.size(), examples);
	}

	String line(String name) {
		return String.format("%-32s %6d of %6d refused (%.2f %%)", name, this.refused, this.total, percent());
	}

	double percent() {
		return 100.0 * this.refused / this.total;
	}

}
