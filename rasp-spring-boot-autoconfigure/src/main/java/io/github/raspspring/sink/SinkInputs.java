package io.github.raspspring.sink;

import java.util.function.IntPredicate;
import java.util.function.Supplier;

import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.ValueReader;
import org.jspecify.annotations.Nullable;

/**
 * The values of a request as they may turn up in a call: as they arrived, and with
 * encodings removed that the application may remove too. They are read when they are
 * first looked at. Used by one thread.
 */
public final class SinkInputs {

	/** Fewer inputs than this are looked for one after the other. */
	private static final int FEW = 48;

	/** So many inputs are looked for at once in short texts too. */
	private static final int MANY = 256;

	/** Steps to find inputs that were edited, in all calls of a request. */
	private static final int EDIT_BUDGET = 1 << 20;

	/** Each character takes twelve bytes while it is looked at. */
	private static final int LONGEST_INDEXED = 1 << 20;

	/** Characters to be compared with inputs before an index of these pays. */
	private static final long PATIENCE = 1 << 18;

	private final Inspection inspection;

	private final ValueReader reader;

	private final JudgingPace pace;

	private final PassedCalls passed = new PassedCalls();

	/** Most requests run no statement that has to be judged. */
	private @Nullable OutsideMemory outside;

	private @Nullable String last;

	private @Nullable ReadInputs read;

	private @Nullable InputIndex index;

	private long compared;

	private int editBudget = EDIT_BUDGET;

	private SinkInputs(Inspection inspection, ValueReader reader) {
		this.inspection = inspection;
		this.reader = reader;
		this.pace = new JudgingPace(inspection.judgingTime());
	}

	/**
	 * Prepare to read the values of a request.
	 * @param inspection the request
	 * @param reader removes encodings
	 * @return the inputs
	 */
	public static SinkInputs of(Inspection inspection, ValueReader reader) {
		return new SinkInputs(inspection, reader);
	}

	/**
	 * Read the values when a judge first looks at one: most calls are known to be the
	 * application's own before. Reading is charged to no call, as it is done for all.
	 */
	private ReadInputs read() {
		ReadInputs known = this.read;
		if (known == null) {
			this.pace.pause();
			known = ReadInputs.of(this.inspection, this.reader);
			this.read = known;
			this.pace.resume();
		}
		return known;
	}

	/**
	 * Note a text that was judged. One that was refused runs no further.
	 */
	void judged(String argument) {
		this.last = argument;
	}

	boolean hasJustPassed(String argument) {
		return this.last == argument;
	}

	/**
	 * Note a call that was judged and let pass.
	 */
	void pass(SinkCall call) {
		this.passed.add(call, route());
	}

	/**
	 * Return whether an equal statement was judged against these inputs and let pass.
	 */
	boolean hasPassed(SinkCall call) {
		return this.passed.contains(call, route());
	}

	/**
	 * Return the request whose values these are.
	 * @return the exchange
	 */
	public Inspection inspection() {
		return this.inspection;
	}

	/**
	 * Return the route that the request takes.
	 * @return its template, empty as long as it is unknown
	 */
	public String route() {
		String route = this.inspection.route();
		return (route != null) ? route : "";
	}

	/**
	 * Return the number of readings.
	 * @return the size
	 */
	public int size() {
		return read().texts().length;
	}

	/**
	 * Return the value behind a reading.
	 * @param index number of the reading
	 * @return the value as it arrived
	 */
	public InputValue source(int index) {
		return read().sources()[index];
	}

	/**
	 * Return the text of a reading.
	 * @param index number of the reading
	 * @return the text
	 */
	public String text(int index) {
		return read().texts()[index];
	}

	/**
	 * Find a reading in a text. Where that takes long, the clock is read now and then.
	 * @param index number of the reading
	 * @param text the text to look in
	 * @param from where to begin
	 * @return where it is, as {@link Occurrence} packs it
	 */
	public long find(int index, String text, int from) {
		return find(read().texts()[index], text, from);
	}

	/**
	 * Find what became of an input in a text. Where that takes long, the clock is read
	 * now and then.
	 * @param input what to look for
	 * @param text the text to look in
	 * @param from where to begin
	 * @return where it is, as {@link Occurrence} packs it
	 */
	public long find(String input, String text, int from) {
		long place = Occurrence.find(text, input, from);
		int end = (place != Occurrence.NONE) ? Occurrence.end(place) : text.length();
		walk(end - from + input.length());
		return place;
	}

	/**
	 * Return whether another value of the same kind brought the text of a reading before:
	 * what is judged for that one needs no second judgement.
	 * @param index number of the reading
	 */
	public boolean isRepeated(int index) {
		return read().repeated().get(index);
	}

	/**
	 * Return the places of all inputs in a text if there are too many to look for each.
	 * @param wanted how many would be looked for
	 */
	InputIndex.@Nullable Occurrences occurrencesIn(String text, int wanted) {
		long comparisons = (long) text.length() * wanted;
		this.compared += (wanted < MANY) ? 0 : comparisons;
		if (wanted < FEW || Math.max(comparisons, this.compared) < PATIENCE || text.length() > LONGEST_INDEXED) {
			return null;
		}
		InputIndex known = (this.index != null) ? this.index : new InputIndex(this);
		this.index = known;
		return known.find(text);
	}

	/**
	 * Return the numbers of the inputs that may stand outside of the literals of a text,
	 * or on both sides of one of their quotes: all others do no harm to it.
	 */
	int[] possibleIn(OutsideText text) {
		return outside().possibleIn(text, this);
	}

	/**
	 * Return the numbers of all inputs.
	 */
	int[] all() {
		return outside().all(this);
	}

	/**
	 * Return the inputs that bring a quote and may have become a part of a text by edits.
	 * @param search finds them
	 */
	EditedSearch.Candidates editedIn(OutsideText text, Supplier<EditedSearch.Candidates> search) {
		return outside().editedIn(text, search);
	}

	boolean isUntouched(OutsideText text) {
		return outside().isUntouched(text);
	}

	void untouched(OutsideText text) {
		outside().untouched(text);
	}

	/**
	 * Note the last text that was judged and let pass, so that others which differ in
	 * their literals only need not be judged.
	 * @param text the text
	 * @param shape what identifies the text without its literals, 0 if nobody learns
	 * whether it holds inputs
	 * @param matters tells by the number of an input whether it was looked for
	 */
	public void pass(OutsideText text, long shape, IntPredicate matters) {
		outside().pass(text, shape, route(), this, matters);
	}

	/**
	 * Return whether no input does harm to a text and to all that differ from it in their
	 * literals, and in digits of their numbers, only; and note that it is so.
	 * @param text the text
	 * @param shape what identifies the text without its literals, 0 if nobody learns
	 * whether it holds inputs
	 * @param matters tells by the number of an input whether to look for it
	 */
	public boolean isFree(OutsideText text, long shape, IntPredicate matters) {
		return outside().isFree(text, shape, route(), this, matters);
	}

	/**
	 * Return whether any text passed that others may be like.
	 */
	public boolean hasPassedAny() {
		return this.outside != null && this.outside.hasPassedAny();
	}

	/**
	 * Return whether a text differs in its literals, and in digits of its numbers, only
	 * from one that passed.
	 * @param text the text
	 * @param language tells texts apart that are read in different ways
	 */
	public boolean isLikePassed(String text, int language) {
		return outside().isLikePassed(text, language, route());
	}

	/**
	 * Return whether an input was found in the literals of a text that has the same shape
	 * for this request: whatever else stands there counts as input.
	 * @param shape what identifies the text without its literals
	 */
	public boolean isHolding(long shape) {
		return outside().holds(shape);
	}

	/**
	 * Note that an input was found in the literals of a text.
	 * @param shape what identifies the text without its literals
	 */
	public void holding(long shape) {
		outside().holding(shape);
	}

	private OutsideMemory outside() {
		OutsideMemory known = this.outside;
		if (known == null) {
			known = new OutsideMemory();
			this.outside = known;
		}
		return known;
	}

	/**
	 * Return how many steps may still be taken to find inputs that were edited.
	 */
	int editBudget() {
		return this.editBudget;
	}

	void spendOnEdits(int steps) {
		this.editBudget -= steps;
		walk(steps);
	}

	/**
	 * Tell how much is read next. Judges that compare many inputs, or long ones, are
	 * stopped here when the request has used up its time.
	 * @param characters how many characters are read
	 */
	public void walk(long characters) {
		this.pace.walk(characters);
	}

	/**
	 * Return whether these are all readings that a request of its size may have. Readings
	 * that nobody looked at are not missed.
	 */
	boolean isComplete() {
		ReadInputs known = this.read;
		return known == null || known.complete();
	}

	JudgingPace pace() {
		return this.pace;
	}

	/**
	 * Tell cheaply whether a reading may occur in a text.
	 * @param index number of the reading
	 * @param characters the characters of the text
	 */
	public boolean mayOccur(int index, long characters) {
		return (read().masks()[index] & ~(characters | CharMask.BLANK)) == 0;
	}

	public long mask(int index) {
		return read().masks()[index];
	}

	/**
	 * Return whether a reading is the name of a parameter or the like and one word. The
	 * application chose it, and words of its own are the same: those of programs, hosts
	 * and fields.
	 */
	public boolean isNameOfOneWord(int index) {
		return read().sources()[index].kind() == InputValue.Kind.NAME && (read().masks()[index] & ~CharMask.WORD) == 0;
	}

	/**
	 * Return whether a reading is an item of a list that occurs in a text as a whole, and
	 * is judged as a whole then.
	 */
	public boolean isItemOfWhole(int index, String text) {
		String whole = read().sources()[index].value();
		String item = read().texts()[index];
		return item.length() < whole.length() && (',' + whole + ',').contains(',' + item + ',')
				&& Occurrence.find(text, whole, 0) != Occurrence.NONE;
	}

	boolean stillDescribes(Inspection other) {
		ReadInputs known = this.read;
		return this.inspection == other && (known == null || known.values() == other.values());
	}

}
