package io.github.raspspring.policy.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A regular expression that takes time in proportion to the text, whatever pattern and
 * text are: all ways through the pattern are followed at once, so none is tried again
 * (Thompson 1968). Knows characters, classes, groups, alternatives, repetitions and both
 * edges; not what can't be done that way, such as references and looking around (CWE-1333
 * is what that prevents). Immutable and thread-safe.
 */
public final class LinearPattern {

	private static final int LONGEST_PATTERN = 1_000;

	private static final int MOST_STEPS = 2_000;

	/** Steps that asking one text may take: some ten milliseconds. */
	private static final int MOST_WORK = 4_000_000;

	private final String text;

	private final List<Step> steps = new ArrayList<>();

	private int added;

	private LinearPattern(String text) {
		this.text = text;
	}

	/**
	 * Read a pattern.
	 * @param text the pattern; {@code (?i)} at its start ignores the case of letters
	 * @return the pattern
	 * @throws IllegalArgumentException if it is none, or can't run in linear time; the
	 * message says where and why
	 */
	public static LinearPattern compile(String text) {
		if (text.isEmpty() || text.length() > LONGEST_PATTERN) {
			throw new IllegalArgumentException("it has to have 1 to " + LONGEST_PATTERN + " characters");
		}
		LinearPattern pattern = new LinearPattern(text);
		pattern.add(new PatternParser(text).parse());
		pattern.step(Kind.ACCEPT);
		return pattern;
	}

	/**
	 * Return how long a text may be to be asked.
	 * @return a number of characters, the fewer the larger the pattern is
	 */
	public int longestText() {
		return MOST_WORK / this.steps.size();
	}

	/**
	 * Tell whether a text as a whole is like the pattern.
	 * @param subject the text
	 * @return {@code false} as well if it is longer than {@link #longestText()}
	 */
	public boolean matches(CharSequence subject) {
		return run(subject, true);
	}

	/**
	 * Tell whether a part of a text is like the pattern.
	 * @param subject the text, of which what is behind {@link #longestText()} is not
	 * looked at
	 * @return {@code true} if there is such a part
	 */
	public boolean isFoundIn(CharSequence subject) {
		return run(subject, false);
	}

	private boolean run(CharSequence subject, boolean whole) {
		if (whole && subject.length() > longestText()) {
			return false;
		}
		int length = Math.min(subject.length(), longestText());
		Ways current = new Ways(this.steps.size());
		Ways next = new Ways(this.steps.size());
		int at = 0;
		follow(0, at, length, current);
		while (at < length) {
			if (!whole && current.accepts) {
				return true;
			}
			if (whole && current.size == 0) {
				return false;
			}
			int c = Character.codePointAt(subject, at);
			at += Character.charCount(c);
			for (int i = 0; i < current.size; i++) {
				Step step = this.steps.get(current.at[i]);
				if (step.accepted.test(c)) {
					follow(current.at[i] + 1, at, length, next);
				}
			}
			if (!whole) {
				follow(0, at, length, next);
			}
			Ways done = current;
			current = next;
			next = done;
			next.clear();
		}
		return current.accepts;
	}

	/**
	 * Follow a way up to the characters that it waits for. The depth is bounded by the
	 * number of steps, none of which is taken twice.
	 */
	private void follow(int start, int at, int length, Ways ways) {
		int size = 0;
		ways.open[size++] = start;
		while (size > 0) {
			int number = ways.open[--size];
			if (!ways.enter(number)) {
				continue;
			}
			Step step = this.steps.get(number);
			switch (step.kind) {
				case CHARACTER -> ways.at[ways.size++] = number;
				case ACCEPT -> ways.accepts = true;
				case JUMP -> ways.open[size++] = step.first;
				case SPLIT -> {
					ways.open[size++] = step.second;
					ways.open[size++] = step.first;
				}
				case START -> size = pushIf(at == 0, number, ways, size);
				case END -> size = pushIf(at >= length, number, ways, size);
			}
		}
	}

	private static int pushIf(boolean holds, int number, Ways ways, int size) {
		if (holds) {
			ways.open[size] = number + 1;
			return size + 1;
		}
		return size;
	}

	/**
	 * Repeating nothing makes no steps, and still takes time.
	 */
	private void add(PatternNode node) {
		if (++this.added > MOST_WORK / MOST_STEPS * 10) {
			throw new IllegalArgumentException("it repeats too much");
		}
		if (node instanceof PatternNode.OneOf one) {
			step(Kind.CHARACTER).accepted = one.accepted();
		}
		else if (node instanceof PatternNode.Edge edge) {
			step(edge.end() ? Kind.END : Kind.START);
		}
		else if (node instanceof PatternNode.InOrder order) {
			order.parts().forEach(this::add);
		}
		else if (node instanceof PatternNode.Either either) {
			addEither(either.choices());
		}
		else if (node instanceof PatternNode.Repeated repeated) {
			addRepeated(repeated);
		}
	}

	private void addEither(List<PatternNode> choices) {
		List<Step> ends = new ArrayList<>();
		for (PatternNode choice : choices.subList(0, choices.size() - 1)) {
			Step split = step(Kind.SPLIT);
			split.first = this.steps.size();
			add(choice);
			ends.add(step(Kind.JUMP));
			split.second = this.steps.size();
		}
		add(choices.get(choices.size() - 1));
		ends.forEach((end) -> end.first = this.steps.size());
	}

	private void addRepeated(PatternNode.Repeated repeated) {
		for (int i = 0; i < repeated.least(); i++) {
			add(repeated.part());
		}
		if (repeated.most() < 0) {
			int start = this.steps.size();
			Step split = step(Kind.SPLIT);
			split.first = this.steps.size();
			add(repeated.part());
			step(Kind.JUMP).first = start;
			split.second = this.steps.size();
			return;
		}
		List<Step> splits = new ArrayList<>();
		for (int i = repeated.least(); i < repeated.most(); i++) {
			Step split = step(Kind.SPLIT);
			split.first = this.steps.size();
			splits.add(split);
			add(repeated.part());
		}
		splits.forEach((split) -> split.second = this.steps.size());
	}

	private Step step(Kind kind) {
		if (this.steps.size() == MOST_STEPS) {
			throw new IllegalArgumentException(
					"it repeats too much: write out it has more than " + MOST_STEPS + " characters");
		}
		Step step = new Step(kind);
		this.steps.add(step);
		return step;
	}

	@Override
	public String toString() {
		return this.text;
	}

	private enum Kind {

		CHARACTER, SPLIT, JUMP, START, END, ACCEPT

	}

	private static final class Step {

		private final Kind kind;

		private IntPredicate accepted = (c) -> false;

		private int first;

		private int second;

		private Step(Kind kind) {
			this.kind = kind;
		}

	}

	/**
	 * Where the pattern may stand in a text.
	 */
	private static final class Ways {

		private final int[] at;

		private final int[] open;

		private final boolean[] entered;

		private int size;

		private boolean accepts;

		private Ways(int steps) {
			this.at = new int[steps];
			this.open = new int[2 * steps + 2];
			this.entered = new boolean[steps];
		}

		private boolean enter(int number) {
			boolean first = !this.entered[number];
			this.entered[number] = true;
			return first;
		}

		private void clear() {
			this.size = 0;
			this.accepts = false;
			Arrays.fill(this.entered, false);
		}

	}

}
