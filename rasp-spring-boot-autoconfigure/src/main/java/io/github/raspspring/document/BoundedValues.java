package io.github.raspspring.document;

import java.util.AbstractCollection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.ValueReader;
import io.github.raspspring.engine.pipeline.OmittedValues;
import io.github.raspspring.engine.pipeline.WalkedTexts;
import org.jspecify.annotations.Nullable;

/**
 * Collects the values of a body, as far as they stay within bounds. Takes nothing beyond
 * them, so that a small body that is made of nothing but leaves does not become a large
 * heap of objects. Not thread-safe.
 */
public final class BoundedValues extends AbstractCollection<InputValue> {

	static final int MOST_LEAVES = 100_000;

	static final int DEEPEST = 1_000;

	static final int NAMES_LENGTH = 2 * 1024 * 1024;

	public static final String MEMORY = "more memory than bodies may take";

	/** Bytes that a value takes besides its characters. */
	private static final int OVERHEAD = 128;

	/** Bytes that are taken ahead, as most values are short. */
	private static final int AHEAD = 4096;

	private List<InputValue> values = new ArrayList<>();

	private final WalkedTexts walked = new WalkedTexts(this.values);

	private final BodyMemory.Lease memory;

	private final int most;

	private Map<String, String> shared = Map.of();

	/** Bytes that were taken and not used yet. */
	private long ahead;

	private boolean complete;

	private long names;

	private int counted;

	/** Bytes that all values take, made or not. */
	private long weight;

	private @Nullable String exceeded;

	private @Nullable OmittedValues omitted;

	/**
	 * Collect values whose characters the container keeps anyway.
	 */
	public BoundedValues() {
		this(new BodyMemory(Long.MAX_VALUE).lease());
	}

	public BoundedValues(BodyMemory.Lease memory) {
		this(memory, MOST_LEAVES);
	}

	private BoundedValues(BodyMemory.Lease memory, int most) {
		this.memory = memory;
		this.most = most;
	}

	/**
	 * Collect values that were counted before, and none beyond them.
	 * @param count how many they are
	 */
	static BoundedValues asCounted(int count) {
		return new BoundedValues(new BodyMemory(Long.MAX_VALUE).lease(), count);
	}

	/**
	 * Take what is safe by type as well: numbers, truth values, containers, and the first
	 * bytes of files.
	 */
	public BoundedValues complete() {
		this.complete = true;
		return this;
	}

	/**
	 * Return whether what is safe by type is taken as well.
	 */
	public boolean isComplete() {
		return this.complete;
	}

	/**
	 * Take a value.
	 * @return {@code false} if it is past a bound, now or before
	 */
	@Override
	public boolean add(InputValue value) {
		return count(value.value().length(), value.kind()) && this.values.add(value);
	}

	/**
	 * Count a value that may be made later.
	 * @return {@code false} if it is past a bound, now or before
	 */
	boolean count(int length, InputValue.Kind kind) {
		if (isFull()) {
			return false;
		}
		this.names += (kind == InputValue.Kind.NAME) ? length : 0;
		if (this.counted == this.most) {
			return exceed("more than " + this.most + " values");
		}
		if (this.names > NAMES_LENGTH) {
			return exceed("names of more than " + NAMES_LENGTH + " characters");
		}
		this.counted++;
		return weigh(length + OVERHEAD);
	}

	private boolean weigh(long bytes) {
		this.weight += bytes;
		this.ahead -= bytes;
		return this.ahead >= 0 || takeAhead();
	}

	private boolean takeAhead() {
		boolean taken = this.memory.take(AHEAD - this.ahead);
		this.ahead = taken ? AHEAD : 0;
		return taken || exceed(MEMORY);
	}

	/**
	 * Take a value that was counted.
	 * @param sieve walked over its text last
	 */
	void addCounted(InputValue value, ValueReader.Sieve sieve) {
		this.values.add(value);
		this.walked.add(sieve);
	}

	/**
	 * Take the values of a document that was counted when it came before.
	 * @param made those of them that are made
	 * @param count how many it has
	 * @param weight what they weigh
	 * @return {@code false} if there is no memory for them
	 */
	boolean addCounted(List<InputValue> made, int count, long weight) {
		this.counted += count;
		this.values.addAll(made);
		return weigh(weight);
	}

	/**
	 * Return how many values were counted.
	 */
	int counted() {
		return this.counted;
	}

	/**
	 * Return how many bytes they take, made or not.
	 */
	long weight() {
		return this.weight;
	}

	/**
	 * Return what sieves found in the texts of values that were counted.
	 */
	WalkedTexts walked() {
		return this.walked;
	}

	/**
	 * Note which of the values were not made.
	 */
	void omitted(OmittedValues omitted) {
		this.omitted = omitted;
	}

	/**
	 * Return which values were not made, the first of those that were being part of them.
	 */
	public @Nullable OmittedValues omitted() {
		return this.omitted;
	}

	/**
	 * Note how deep the body is nested.
	 */
	void depth(int depth) {
		if (depth > DEEPEST) {
			exceed("nested deeper than " + DEEPEST);
		}
	}

	private boolean exceed(String bound) {
		this.exceeded = (this.exceeded != null) ? this.exceeded : bound;
		return false;
	}

	/**
	 * Return whether a bound was met, so that the rest is not worth to be read.
	 */
	public boolean isFull() {
		return this.exceeded != null;
	}

	/**
	 * Return which bound was met, or {@code null}.
	 */
	public @Nullable String exceeded() {
		return this.exceeded;
	}

	/**
	 * Return a name that was made before, if there is an equal one.
	 */
	String shared(String name) {
		this.shared = this.shared.isEmpty() ? new HashMap<>() : this.shared;
		String known = this.shared.putIfAbsent(name, name);
		if (known == null) {
			this.names += name.length();
		}
		return (known != null) ? known : name;
	}

	/**
	 * Return the memory that the values are taken from.
	 */
	public BodyMemory.Lease memory() {
		return this.memory;
	}

	/**
	 * Collect apart, within the same memory.
	 */
	public BoundedValues another() {
		BoundedValues another = new BoundedValues(this.memory);
		another.complete = this.complete;
		return another;
	}

	/**
	 * Take all that was collected apart, which collects no more, and its bound.
	 */
	void addAll(BoundedValues others) {
		if (this.values.isEmpty()) {
			this.values = others.values;
		}
		else {
			this.values.addAll(others.values);
		}
		this.counted += others.counted;
		this.weight += others.weight;
		this.ahead += others.ahead;
		if (others.exceeded != null) {
			exceed(others.exceeded);
		}
	}

	@Override
	public Iterator<InputValue> iterator() {
		return this.values.iterator();
	}

	@Override
	public int size() {
		return this.values.size();
	}

}
