package io.github.raspspring.attack.sql;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;

import io.github.raspspring.sink.OutsideText;
import org.jspecify.annotations.Nullable;

/**
 * The statements of one route: their texts as far as they stay the same, and the shapes
 * of all. Reading takes no lock. Bounded.
 */
final class RouteStatements {

	private static final int MOST_TEXTS = 256;

	/** Lengths of texts that are told apart. */
	private static final int LENGTHS = 1 << 12;

	private static final int MOST_SHAPES = 512;

	/** More shapes than this are put together by the application as it goes. */
	private static final int FIXED_SHAPES = 64;

	private static final int MOST_CANDIDATES = 64;

	/** Characters of all texts together. */
	private static final int MOST_CHARACTERS = 1 << 20;

	/** Leaves room for others when a text is very long. */
	private static final int LONGEST_TEXT = MOST_CHARACTERS / 8;

	/** Statements without a new shape after which a route is known. */
	private static final int SETTLED = 500;

	private static final int SETTLED_PER_SHAPE = 50;

	/** Clients that have to bring about a late shape before it counts as known. */
	private static final int WITNESSES = 3;

	/** Texts that differ in their literals are put together by loops, of a few kinds. */
	private static final int MOST_KINDS = 8;

	/** Characters without literals. */
	private static final int LONGEST_KIND = 1 << 10;

	/** When there is no room, one of so many takes the place of another one. */
	private static final int TURN = 64;

	private final Set<String> texts = ConcurrentHashMap.newKeySet();

	/** Those of texts, as bits: most others are told apart by them without a hash. */
	private final AtomicLongArray lengths = new AtomicLongArray(LENGTHS >> 6);

	private final Map<Long, Set<String>> candidates = new ConcurrentHashMap<>();

	private final AtomicInteger characters = new AtomicInteger();

	private volatile long[] shapes = {};

	private volatile Kind[] kinds = {};

	private int sinceKind;

	/** Counts without a lock: a few lost ones don't matter. */
	private int sinceNewShape;

	/**
	 * Return whether the route has run this very text for a request of which no value
	 * occurs in it. Nothing less excuses a value: another statement of the same shape is
	 * what an attack looks like as well.
	 */
	boolean knowsText(String text) {
		boolean known = hasLength(text) && this.texts.contains(text);
		if (known) {
			this.sinceNewShape++;
		}
		return known;
	}

	/**
	 * Count one more statement of a shape that is known.
	 */
	void repeated() {
		this.sinceNewShape++;
	}

	/**
	 * Return whether one more text would be kept.
	 */
	boolean hasRoom(String text) {
		return text.length() <= LONGEST_TEXT && this.texts.size() < MOST_TEXTS
				&& this.characters.get() + text.length() <= MOST_CHARACTERS;
	}

	private boolean hasLength(String text) {
		int length = text.length() % LENGTHS;
		return (this.lengths.get(length >> 6) & 1L << length) != 0;
	}

	void addText(String text) {
		if (!hasRoom(text)) {
			return;
		}
		int length = text.length() % LENGTHS;
		this.lengths.accumulateAndGet(length >> 6, 1L << length, (known, one) -> known | one);
		if (this.texts.add(text)) {
			this.characters.addAndGet(text.length());
		}
	}

	/**
	 * Return a statement without its literals that a text is like, {@code null} if none
	 * is known.
	 */
	@Nullable Kind kindOf(String text, SqlDialect dialect) {
		for (Kind kind : this.kinds) {
			if (kind.text().isLike(text, dialect.ordinal())) {
				return kind;
			}
		}
		return null;
	}

	/**
	 * Remember what a statement is without its literals, and with a few rows for many if
	 * their number doesn't change its shape.
	 */
	void addKind(OutsideText text, SqlDialect dialect, long shape) {
		if (this.kinds.length == MOST_KINDS && ++this.sinceKind % TURN != 0) {
			return;
		}
		OutsideText empty = text.emptied(LONGEST_KIND);
		// One with a backslash is like none, though what is left of it may be known.
		if (empty != null && empty.isPlain() && kindOf(empty.text(), dialect) == null) {
			SqlReading reading = new SqlReading(empty.text(), dialect);
			if (reading.shape() == shape) {
				add(new Kind(empty, reading, shape));
			}
		}
	}

	private synchronized void add(Kind kind) {
		Kind[] known = this.kinds;
		boolean full = known.length == MOST_KINDS;
		Kind[] more = Arrays.copyOf(known, full ? known.length : known.length + 1);
		more[full ? this.sinceKind / TURN % MOST_KINDS : known.length] = kind;
		this.kinds = more;
	}

	boolean knowsShape(long shape) {
		return Arrays.binarySearch(this.shapes, shape) >= 0;
	}

	/**
	 * Note the shape of a statement that is not an attack by its inputs.
	 * @return whether it is new although the route is known by now
	 */
	boolean isLate(long shape, String client) {
		if (knowsShape(shape)) {
			this.sinceNewShape++;
			return false;
		}
		if (!isSettled()) {
			addShape(shape);
			return false;
		}
		if (isWitnessed(shape, client)) {
			addShape(shape);
			return false;
		}
		return true;
	}

	/**
	 * Return whether the route runs so few kinds of statement that a new one is strange.
	 */
	boolean isSettled() {
		int known = this.shapes.length;
		return known > 0 && known <= FIXED_SHAPES && this.sinceNewShape >= Math.max(SETTLED, SETTLED_PER_SHAPE * known);
	}

	private boolean isWitnessed(long shape, String client) {
		if (this.candidates.size() >= MOST_CANDIDATES) {
			this.candidates.clear();
		}
		Set<String> clients = this.candidates.computeIfAbsent(shape, (absent) -> ConcurrentHashMap.newKeySet());
		clients.add(client);
		return clients.size() >= WITNESSES;
	}

	private synchronized void addShape(long shape) {
		long[] known = this.shapes;
		int place = -Arrays.binarySearch(known, shape) - 1;
		if (place < 0 || known.length == MOST_SHAPES) {
			return;
		}
		long[] more = Arrays.copyOf(known, known.length + 1);
		System.arraycopy(known, place, more, place + 1, known.length - place);
		more[place] = shape;
		this.shapes = more;
		this.candidates.remove(shape);
		if (!isSettled()) {
			this.sinceNewShape = 0;
		}
	}

	/**
	 * Statements that differ in their literals only.
	 *
	 * @param text one of them, with nothing within its literals
	 * @param reading how the database reads it
	 * @param shape what identifies them without their values
	 */
	record Kind(OutsideText text, SqlReading reading, long shape) {

	}

}
