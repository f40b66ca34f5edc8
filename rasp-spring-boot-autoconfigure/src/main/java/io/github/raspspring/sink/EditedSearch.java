package io.github.raspspring.sink;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Holds a text against inputs that the application edited before use: words removed,
 * signs replaced, the end cut off. What is left of such an input turns up as pieces, one
 * right behind the other. Linear in the length of text and inputs, and bounded.
 */
public final class EditedSearch {

	private static final int LONGEST_TEXT = 1 << 15;

	private static final int LONGEST_INPUT = 1 << 13;

	private static final int BUDGET = 1 << 16;

	/** For all texts that differ in their literals only. */
	private static final int MOST_AT_ONCE = 4 * BUDGET;

	/** A look whether to search takes an eighth of the steps. */
	private static final int STEP = 3;

	private EditedSearch() {
	}

	/**
	 * Return the verdict on the first place that pieces of an input make up and that is
	 * judged an attack.
	 * @param text what is about to run
	 * @param inputs the values of the request, those that occur as they are included
	 * @param judge judges the place
	 */
	public static @Nullable SinkVerdict firstAttack(String text, SinkInputs inputs, TextSearch.PlaceJudge judge) {
		return firstAttack(text, inputs, judge, inputs.all(), Candidates.NONE);
	}

	/**
	 * Return the verdict on the first place, with one look for all texts that differ in
	 * their literals only: pieces of an input without a quote stand within one literal or
	 * outside of all.
	 * @param text what is about to run
	 * @param inputs the values of the request
	 * @param outside the text without what is within literals, {@code null} if nobody
	 * knows
	 * @param judge judges the place, and lets pass what is within a literal
	 * @return what was recognized, or {@code null}
	 */
	public static @Nullable SinkVerdict firstAttack(String text, SinkInputs inputs, @Nullable OutsideText outside,
			TextSearch.PlaceJudge judge) {
		if (text.length() > LONGEST_TEXT) {
			return null;
		}
		if (outside == null || !isUntouched(outside, inputs, judge)) {
			return firstAttack(text, inputs, judge, inputs.all(), Candidates.NONE);
		}
		int[] standing = inputs.possibleIn(outside);
		Candidates edited = inputs.editedIn(outside, () -> new Quoted(outside, inputs, standing).candidates());
		int[] wanted = edited.mayTouch(outside) ? edited.touching() : edited.inputs();
		return firstAttack(text, inputs, judge, wanted, edited);
	}

	/**
	 * Return whether no input without a quote could have become a part of a text that is
	 * judged an attack, whatever its literals and digits.
	 */
	private static boolean isUntouched(OutsideText outside, SinkInputs inputs, TextSearch.PlaceJudge judge) {
		if (inputs.isUntouched(outside)) {
			return true;
		}
		int budget = Math.min(MOST_AT_ONCE, inputs.editBudget());
		int walked = 0;
		boolean touched = false;
		int left = budget;
		for (int i = 0; i < inputs.size() && left > 0 && !touched; i++) {
			if (!CharMask.quotes(inputs.mask(i)) && mayBeEdited(inputs, i)) {
				walked = outside.length();
				if (outside.mayTell(inputs.text(i))) {
					PieceChain chain = new PieceChain(outside.pieces(), left);
					chain.read(inputs.text(i), true);
					int steps = outside.stepsForDigits(inputs.mask(i));
					// A piece where one digit stands for all may hide a shorter one.
					touched = firstAttack(chain, inputs, i, judge) != null || steps > 0;
					left = chain.budget() - steps;
				}
				left -= 1 + (inputs.text(i).length() >> STEP);
			}
		}
		inputs.spendOnEdits(budget - left + walked);
		if (touched || left <= 0) {
			return false;
		}
		inputs.untouched(outside);
		return true;
	}

	private static @Nullable SinkVerdict firstAttack(String text, SinkInputs inputs, TextSearch.PlaceJudge judge,
			int[] wanted, Candidates alike) {
		int budget = Math.min(BUDGET, inputs.editBudget());
		if (text.length() > LONGEST_TEXT || budget <= 0 || wanted.length == 0) {
			return null;
		}
		Set<InputValue> found = found(text, inputs, wanted, alike);
		PieceIndex index = null;
		SinkVerdict verdict = null;
		int left = budget;
		for (int i = 0; i < wanted.length && left > 0 && verdict == null; i++) {
			int input = wanted[i];
			if (mayBeEdited(inputs, input) && !found.contains(inputs.source(input))) {
				index = (index != null) ? index : PieceIndex.fromEnd(text);
				PieceChain chain = new PieceChain(index, left);
				chain.read(inputs.text(input), false);
				verdict = firstAttack(chain, inputs, input, judge);
				left = chain.budget() - 1;
			}
		}
		inputs.spendOnEdits(budget - left + ((index != null) ? text.length() : 0));
		return verdict;
	}

	/**
	 * Return the verdict on the first place, without a sign at either end: it may be the
	 * text's own, which one of the input coincides with.
	 * @param text what is about to run
	 * @param inputs the values of the request
	 * @param judge judges the place
	 * @return what was recognized, or {@code null}
	 */
	public static @Nullable SinkVerdict firstAttackWithin(String text, SinkInputs inputs, TextSearch.PlaceJudge judge) {
		return firstAttack(text, inputs, (start, end) -> {
			int first = Occurrence.skipBlanks(text, isSign(text.charAt(start)) ? start + 1 : start);
			int last = isSign(text.charAt(end - 1)) ? end - 1 : end;
			while (last > first && CharMask.isBlank(text.charAt(last - 1))) {
				last--;
			}
			return (first < last) ? judge.judge(first, last) : null;
		});
	}

	private static boolean isSign(char c) {
		return !Character.isLetterOrDigit(c);
	}

	/**
	 * Return the values that occur in one of their readings: what occurs as it was sent
	 * was not edited, though a decoder would have made something else of it.
	 */
	private static Set<InputValue> found(String text, SinkInputs inputs, int[] wanted, Candidates alike) {
		Set<InputValue> found = Collections.newSetFromMap(new IdentityHashMap<>());
		InputPlaces places = InputPlaces.among(text, inputs, alike.withoutAbsent(wanted),
				(input) -> mayBeEdited(inputs, input));
		while (places.nextInput()) {
			if (places.next(0) != Occurrence.NONE) {
				found.add(inputs.source(places.input()));
			}
		}
		return found;
	}

	private static @Nullable SinkVerdict firstAttack(PieceChain chain, SinkInputs inputs, int input,
			TextSearch.PlaceJudge judge) {
		while (chain.next()) {
			if (chain.tells()) {
				Rule rule = judge.judge(chain.start(), chain.end());
				if (rule != null) {
					return SinkVerdict.strong(rule, inputs.source(input), chain.start(), chain.end());
				}
			}
		}
		return null;
	}

	/**
	 * Headers that clients send by themselves are left out, and so are single words.
	 */
	static boolean mayBeEdited(SinkInputs inputs, int input) {
		String text = inputs.text(input);
		return !inputs.isRepeated(input) && inputs.source(input).location() != InputLocation.HEADER
				&& text.length() >= PieceChain.LEAST && text.length() <= LONGEST_INPUT
				&& (inputs.mask(input) & ~CharMask.WORD) != 0;
	}

	/**
	 * Inputs that bring a quote and may have become a part of a text, and of all that
	 * differ from it in their literals only.
	 *
	 * @param inputs their numbers
	 * @param touching these, and those that may have where literals begin or end as told
	 * @param absent those that stand in none of these texts as they are
	 * @param behind what literals begin with that the other ones may have touched
	 * @param before what such literals end with
	 */
	record Candidates(int[] inputs, int[] touching, BitSet absent, long behind, long before) {

		static final Candidates NONE = new Candidates(new int[0], new int[0], new BitSet(0), 0, 0);

		int[] withoutAbsent(int[] wanted) {
			int[] left = new int[wanted.length];
			int count = 0;
			for (int input : wanted) {
				left[count] = input;
				count += this.absent.get(input) ? 0 : 1;
			}
			return (count == wanted.length) ? wanted : Arrays.copyOf(left, count);
		}

		boolean mayTouch(OutsideText text) {
			return (this.behind | this.before) != 0 && text.hasLiteralsOf(this.behind, this.before);
		}

		boolean mayTouch(String text) {
			return (this.behind | this.before) != 0 && LiteralBorders.hasLiteralsOf(text, this.behind, this.before);
		}

	}

	/**
	 * Tells which inputs that bring a quote may have become a part of a text that is
	 * judged an attack: those that may cross a quote of the text, or of which enough
	 * stands outside of its literals; and of the same value all that bring a quote, as
	 * what occurs in one reading was not edited. Where pieces of one may stand outside,
	 * it crosses a quote only if another piece, with the quote at its end, stands within
	 * the literal.
	 */
	private static final class Quoted {

		private final Set<InputValue> sources = Collections.newSetFromMap(new IdentityHashMap<>());

		private final Set<InputValue> joining = Collections.newSetFromMap(new IdentityHashMap<>());

		private final BitSet absent = new BitSet(0);

		private final SinkInputs inputs;

		private long behind;

		private long before;

		/**
		 * Look at all inputs.
		 * @param standing those that don't stand apart from all literals
		 */
		Quoted(OutsideText outside, SinkInputs inputs, int[] standing) {
			this.inputs = inputs;
			int next = 0;
			for (int i = 0; i < inputs.size(); i++) {
				boolean apart = next == standing.length || standing[next] != i;
				next += apart ? 0 : 1;
				if (isQuoted(i)) {
					add(outside, i, apart);
				}
			}
		}

		private boolean isQuoted(int input) {
			return CharMask.quotes(this.inputs.mask(input)) && mayBeEdited(this.inputs, input);
		}

		private void add(OutsideText outside, int input, boolean apart) {
			String text = this.inputs.text(input);
			this.inputs.walk(text.length());
			if (apart && hasLoneApostrophe(text)) {
				this.absent.set(input);
			}
			if (!apart || outside.mayTell(text)) {
				this.sources.add(this.inputs.source(input));
			}
			else if (outside.mayJoin(text)) {
				this.joining.add(this.inputs.source(input));
				addNeighbors(text);
			}
		}

		/**
		 * Return whether an apostrophe stands between two other characters: within a
		 * literal they are doubled.
		 */
		private static boolean hasLoneApostrophe(String input) {
			int at = input.indexOf('\'');
			while (at >= 0) {
				int last = Occurrence.skipBlanksBefore(input, at - 1);
				int next = Occurrence.skipBlanks(input, at + 1);
				if (last >= 0 && next < input.length() && input.charAt(last) != '\'' && input.charAt(next) != '\'') {
					return true;
				}
				at = input.indexOf('\'', next);
			}
			return false;
		}

		/**
		 * Note what stands next to the quotes of an input.
		 */
		private void addNeighbors(String input) {
			char last = 0;
			for (int i = 0; i < input.length(); i++) {
				char c = LiteralBorders.folded(input.charAt(i));
				if (!CharMask.isBlank(c)) {
					this.behind |= (last == '\'') ? CharMask.bit(c) : 0;
					this.before |= (c == '\'' && last != 0) ? CharMask.bit(last) : 0;
					last = c;
				}
			}
		}

		Candidates candidates() {
			int[] always = readings(this.sources);
			if (this.joining.isEmpty()) {
				return new Candidates(always, always, this.absent, 0, 0);
			}
			this.joining.addAll(this.sources);
			return new Candidates(always, readings(this.joining), this.absent, this.behind, this.before);
		}

		private int[] readings(Set<InputValue> wanted) {
			return wanted.isEmpty() ? new int[0] : OutsideMemory.find(this.inputs,
					(input) -> isQuoted(input) && wanted.contains(this.inputs.source(input)));
		}

	}

}
