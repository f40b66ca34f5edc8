package io.github.raspspring.sink;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * What the inputs of one request are to the texts that it runs, as far as these differ in
 * their literals only. Loops of an application run many of them. Not thread-safe.
 */
final class OutsideMemory {

	private static final int MOST = 8;

	/** Each is compared with every text. */
	private static final int MOST_PASSED = 8;

	/** Longer texts are not kept alive, and hardly ever run twice. */
	private static final int LONGEST = 1 << 14;

	/** Characters to be read in all looks whether an input stands in code. */
	private static final int LOOK_BUDGET = 1 << 20;

	private static final long ANY = 0;

	/** Hashes of texts of which no input could be a part, however it was edited. */
	private final long[] untouched = new long[MOST];

	private int next;

	/** Hashes of texts, and the inputs that matter to each. */
	private final long[] known = new long[MOST];

	private final int[] @Nullable [] possible = new int[MOST][];

	private final EditedSearch.@Nullable Candidates[] edited = new EditedSearch.@Nullable Candidates[MOST];

	private int nextKnown;

	private final @Nullable OutsideText[] passed = new @Nullable OutsideText[MOST_PASSED];

	/** Their shapes, or {@link #ANY} where it doesn't matter whether they hold inputs. */
	private final long[] shapes = new long[MOST_PASSED];

	/** What literals may not begin or end with. */
	private final EditedSearch.@Nullable Candidates[] edits = new EditedSearch.@Nullable Candidates[MOST_PASSED];

	private int nextPassed;

	/** Texts for many that some input may do harm to. */
	private final @Nullable OutsideText[] taken = new @Nullable OutsideText[MOST];

	private int nextTaken;

	private String route = "";

	private int @Nullable [] all;

	private int lookBudget = LOOK_BUDGET;

	/** Shapes of texts that were found to hold inputs: loops take turns with a few. */
	private final long[] holding = new long[MOST];

	private int nextHolding;

	/**
	 * Return the numbers of the inputs that may stand outside of literals, or on both
	 * sides of a quote.
	 */
	int[] possibleIn(OutsideText text, SinkInputs inputs) {
		int place = placeOf(text);
		int[] found = this.possible[place];
		if (found == null) {
			found = find(inputs, (input) -> isPossible(text, inputs, input));
			this.possible[place] = found;
		}
		return found;
	}

	/**
	 * Where there is little code, to look for an input in it once spares to look for it
	 * in each text.
	 */
	private boolean isPossible(OutsideText text, SinkInputs inputs, int input) {
		long characters = inputs.mask(input);
		if (CharMask.quotes(characters)) {
			return !text.isApart(inputs.text(input), characters);
		}
		if (!text.hasCharacters(characters)) {
			return false;
		}
		int steps = text.stretches().length() + inputs.text(input).length();
		if (steps > this.lookBudget) {
			return true;
		}
		this.lookBudget -= steps;
		inputs.walk(steps);
		return text.mayStandOutside(inputs.text(input), characters);
	}

	/**
	 * Return the inputs that bring a quote and may have become a part of a text by edits.
	 * @param search finds them
	 */
	EditedSearch.Candidates editedIn(OutsideText text, Supplier<EditedSearch.Candidates> search) {
		int place = placeOf(text);
		EditedSearch.Candidates found = this.edited[place];
		if (found == null) {
			found = search.get();
			this.edited[place] = found;
		}
		return found;
	}

	private int placeOf(OutsideText text) {
		for (int i = 0; i < MOST; i++) {
			if (this.known[i] == text.hash() && this.possible[i] != null) {
				return i;
			}
		}
		int place = this.nextKnown;
		this.nextKnown = (place + 1) % MOST;
		this.known[place] = text.hash();
		this.possible[place] = null;
		this.edited[place] = null;
		return place;
	}

	/**
	 * Return the numbers of all inputs but those that bring nothing new: keys of data are
	 * the same in each row.
	 */
	int[] all(SinkInputs inputs) {
		int[] known = (this.all != null) ? this.all : find(inputs, (input) -> true);
		this.all = known;
		return known;
	}

	static int[] find(SinkInputs inputs, IntPredicate wanted) {
		int[] found = new int[inputs.size()];
		int count = 0;
		for (int i = 0; i < found.length; i++) {
			if (!inputs.isRepeated(i) && wanted.test(i)) {
				found[count++] = i;
			}
		}
		return (count == found.length) ? found : Arrays.copyOf(found, count);
	}

	boolean isUntouched(OutsideText text) {
		for (long hash : this.untouched) {
			if (hash == text.hash()) {
				return true;
			}
		}
		return false;
	}

	void untouched(OutsideText text) {
		this.untouched[this.next] = text.hash();
		this.next = (this.next + 1) % MOST;
	}

	/**
	 * Note a text that passed, if no input that brings a quote mattered to it and none
	 * could stand in the numbers of another one.
	 */
	void pass(OutsideText text, long shape, String currentRoute, SinkInputs inputs, IntPredicate matters) {
		if (text.length() > LONGEST || !text.isPlain() || !isUntouched(text) || shape != ANY && !holds(shape)) {
			return;
		}
		int place = placeOf(text);
		EditedSearch.Candidates edits = this.edited[place];
		if (edits == null || edits.inputs().length > 0) {
			return;
		}
		for (int input : possibleIn(text, inputs)) {
			if (CharMask.quotes(inputs.mask(input))) {
				return;
			}
		}
		if (!text.hasNumbers() || !mayHoldNumbers(text, inputs, matters)) {
			add(text, shape, edits, currentRoute);
		}
	}

	/**
	 * Return whether no input does harm to a text, whatever its literals.
	 */
	boolean isFree(OutsideText text, long shape, String currentRoute, SinkInputs inputs, IntPredicate matters) {
		for (OutsideText known : this.taken) {
			if (known == text) {
				return false;
			}
		}
		if (!isFreeOf(text, inputs, matters)) {
			this.taken[this.nextTaken] = text;
			this.nextTaken = (this.nextTaken + 1) % MOST;
			return false;
		}
		add(text, shape, EditedSearch.Candidates.NONE, currentRoute);
		return true;
	}

	/**
	 * Return whether no input can stand outside of the literals of a text and of all that
	 * are alike, whatever was made of it by edits.
	 * @param matters tells by the number of an input whether one that stands there as it
	 * is does harm
	 */
	private static boolean isFreeOf(OutsideText text, SinkInputs inputs, IntPredicate matters) {
		for (int i = 0; i < inputs.size(); i++) {
			inputs.walk(inputs.text(i).length());
			if (!inputs.isRepeated(i) && !isFreeOf(text, inputs, i, matters)) {
				return false;
			}
		}
		return true;
	}

	private static boolean isFreeOf(OutsideText text, SinkInputs inputs, int input, IntPredicate matters) {
		String value = inputs.text(input);
		long characters = inputs.mask(input);
		boolean quoted = CharMask.quotes(characters);
		boolean stands = quoted ? !text.isApart(value, characters) : text.mayStandOutside(value, characters);
		if (stands && matters.test(input)) {
			return false;
		}
		return !EditedSearch.mayBeEdited(inputs, input)
				|| !stands && !(quoted && text.mayJoin(value)) && !text.mayTell(value);
	}

	private void add(OutsideText text, long shape, EditedSearch.Candidates edits, String currentRoute) {
		if (!this.route.equals(currentRoute)) {
			Arrays.fill(this.passed, null);
			this.route = currentRoute;
		}
		for (int i = 0; i < MOST_PASSED; i++) {
			OutsideText known = this.passed[i];
			if (known != null && this.shapes[i] == shape && known.isLike(text)) {
				return;
			}
		}
		this.passed[this.nextPassed] = text;
		this.shapes[this.nextPassed] = shape;
		this.edits[this.nextPassed] = edits;
		this.nextPassed = (this.nextPassed + 1) % MOST_PASSED;
	}

	private static boolean mayHoldNumbers(OutsideText text, SinkInputs inputs, IntPredicate matters) {
		for (int i = 0; i < inputs.size(); i++) {
			long characters = inputs.mask(i);
			if ((characters & CharMask.DIGITS) != 0 && matters.test(i)
					&& text.mayStandOutside(inputs.text(i), characters)) {
				return true;
			}
		}
		return false;
	}

	boolean hasPassedAny() {
		return this.passed[0] != null;
	}

	/**
	 * Return whether a text differs in literals and digits only from one that passed on
	 * the same route. No input that brings no quote is more to the one than to the other,
	 * and no other input is anything to either.
	 */
	boolean isLikePassed(String text, int language, String currentRoute) {
		if (!hasPassedAny() || text.length() > LONGEST || !this.route.equals(currentRoute)) {
			return false;
		}
		for (int i = 0; i < MOST_PASSED; i++) {
			OutsideText known = this.passed[i];
			EditedSearch.Candidates edits = this.edits[i];
			if (known != null && edits != null && (this.shapes[i] == ANY || holds(this.shapes[i]))
					&& known.isLike(text, language)) {
				return !edits.mayTouch(text);
			}
		}
		return false;
	}

	boolean holds(long shape) {
		for (long known : this.holding) {
			if (known == shape) {
				return true;
			}
		}
		return false;
	}

	void holding(long shape) {
		if (!holds(shape)) {
			this.holding[this.nextHolding] = shape;
			this.nextHolding = (this.nextHolding + 1) % MOST;
		}
	}

}
