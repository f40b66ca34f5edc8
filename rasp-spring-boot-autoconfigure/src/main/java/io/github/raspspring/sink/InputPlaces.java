package io.github.raspspring.sink;

import java.util.function.IntPredicate;

import org.jspecify.annotations.Nullable;

/**
 * Where the inputs of a request stand in one text, input by input. Few inputs are looked
 * for one after the other; many are found in one pass. Each place of one input begins
 * behind the one before. Not thread-safe.
 */
public final class InputPlaces {

	private static final InputForm[] FORMS = InputForm.values();

	private static final int[] NONE = {};

	private final String text;

	private final SinkInputs inputs;

	private final IntPredicate matters;

	private final boolean stripped;

	private final long characters;

	private final InputIndex.@Nullable Occurrences occurrences;

	/** Where the occurrences of the current input begin, form by form. */
	private final int[] bounds;

	/** The numbers of the inputs to look for. */
	private final int[] candidates;

	private int next = -1;

	private int input = -1;

	/** An input in another form, the one that was looked for last. */
	private @Nullable String formed;

	private @Nullable InputForm form;

	private int formedInput = -1;

	private InputPlaces(String text, SinkInputs inputs, int[] candidates, IntPredicate matters, boolean stripped) {
		this.text = text;
		this.inputs = inputs;
		this.matters = matters;
		this.stripped = stripped;
		this.candidates = candidates;
		this.occurrences = inputs.occurrencesIn(text, candidates.length);
		this.bounds = (this.occurrences != null) ? new int[FORMS.length + 1] : NONE;
		this.characters = (this.occurrences != null || candidates.length == 0) ? 0 : CharMask.of(text);
	}

	/**
	 * Look for those inputs that matter.
	 * @param text where to look
	 * @param inputs what to look for
	 * @param matters tells by the number of an input whether to look for it
	 * @return the places
	 */
	public static InputPlaces of(String text, SinkInputs inputs, IntPredicate matters) {
		return among(text, inputs, inputs.all(), matters);
	}

	/**
	 * Look for those of some inputs that matter.
	 */
	static InputPlaces among(String text, SinkInputs inputs, int[] candidates, IntPredicate matters) {
		return new InputPlaces(text, inputs, candidates, matters, false);
	}

	/**
	 * Look for one input. {@link #nextInput()} is not called before its places are asked
	 * for.
	 * @param text where to look
	 * @param inputs all inputs
	 * @param input the number of the one to look for
	 * @return the places
	 */
	public static InputPlaces ofOne(String text, SinkInputs inputs, int input) {
		InputPlaces places = among(text, inputs, NONE, (any) -> true);
		places.input = input;
		return places;
	}

	/**
	 * Look for those inputs that matter and could do harm outside of literals.
	 * @param text where to look
	 * @param inputs what to look for
	 * @param outside the text without what is within literals, {@code null} if nobody
	 * knows
	 * @param matters tells by the number of an input whether to look for it
	 * @return the places
	 */
	public static InputPlaces of(String text, SinkInputs inputs, @Nullable OutsideText outside, IntPredicate matters) {
		return among(text, inputs, (outside != null) ? inputs.possibleIn(outside) : inputs.all(), matters);
	}

	/**
	 * Look for those inputs that climb in a path, as applications leave them that remove
	 * climbing segments once.
	 * @param path where to look
	 * @param inputs what to look for
	 * @return the places
	 */
	public static InputPlaces ofStripped(String path, SinkInputs inputs) {
		return new InputPlaces(path, inputs, inputs.all(), (input) -> true, true);
	}

	/**
	 * Go on to the next input that may occur. What another value of the same kind brought
	 * already is left out.
	 * @return {@code false} if there is none
	 */
	public boolean nextInput() {
		return (this.occurrences != null) ? nextFound(this.occurrences) : nextPossible();
	}

	private boolean nextPossible() {
		while (++this.next < this.candidates.length) {
			this.input = this.candidates[this.next];
			if (isPossible(this.input) && isWanted(this.input)) {
				return true;
			}
		}
		return false;
	}

	private boolean isPossible(int index) {
		return this.stripped ? InputForm.STRIPPED.changes(this.inputs.text(index), this.inputs.mask(index))
				: this.inputs.mayOccur(index, this.characters);
	}

	private boolean nextFound(InputIndex.Occurrences found) {
		int end = this.bounds[this.bounds.length - 1];
		while (end < found.size()) {
			this.input = found.input(end);
			this.bounds[0] = end;
			for (InputForm form : FORMS) {
				end = found.endOf(this.input, form, end);
				this.bounds[form.ordinal() + 1] = end;
			}
			int strippedStart = this.bounds[InputForm.STRIPPED.ordinal()];
			boolean any = this.stripped ? strippedStart < end : this.bounds[0] < strippedStart;
			if (any && isWanted(this.input)) {
				return true;
			}
		}
		return false;
	}

	private boolean isWanted(int index) {
		return !this.inputs.isRepeated(index) && this.matters.test(index);
	}

	/**
	 * Return the number of the current input.
	 * @return the number
	 */
	public int input() {
		return this.input;
	}

	/**
	 * Return the next place of the current input.
	 * @param from where to begin
	 * @return where it is, as {@link Occurrence} packs it
	 */
	public long next(int from) {
		return next(this.stripped ? InputForm.STRIPPED : InputForm.PLAIN, from);
	}

	/**
	 * Return the next place of the current input with its quotes doubled, as the
	 * application has to write it within a literal.
	 * @param from where to begin
	 * @return where it is, as {@link Occurrence} packs it
	 */
	public long nextEscaped(int from) {
		return next(InputForm.DOUBLED, from);
	}

	private long next(InputForm form, int from) {
		if (this.occurrences != null) {
			return this.occurrences.next(this.bounds[form.ordinal()], this.bounds[form.ordinal() + 1], from);
		}
		String text = this.inputs.text(this.input);
		return form.changes(text, this.inputs.mask(this.input)) ? this.inputs.find(inForm(form, text), this.text, from)
				: Occurrence.NONE;
	}

	/**
	 * The places of an input are asked for one after the other, in one form or two.
	 */
	private String inForm(InputForm form, String text) {
		String known = this.formed;
		if (known == null || this.form != form || this.formedInput != this.input) {
			String formed = form.of(text);
			// Blanks before it don't matter, and there may be many.
			known = formed.substring(Occurrence.skipBlanks(formed, 0));
			this.formed = known;
			this.form = form;
			this.formedInput = this.input;
		}
		return known;
	}

}
