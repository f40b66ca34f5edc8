package io.github.raspspring.profile.declared;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

/**
 * A place in the documents of one type, and what is declared of it. Names that are
 * declared are put together once and remembered, as each document has them again; what a
 * client makes up is not. Thread-safe.
 */
final class DeclaredPath {

	/** Places that are remembered of one type, which may refer to itself. */
	private static final int MOST = 512;

	private static final String ELEMENTS = "[]";

	private static final int NONE = -1;

	private final @Nullable DeclaredPath parent;

	private final String name;

	private final Shape shape;

	private final Limits limits;

	/** Number among the members that are remembered, or that it is none of them. */
	private final int number;

	private final String prefix;

	private final AtomicInteger room;

	/** Of a place that a client has made up, none is remembered. */
	private final Map<String, DeclaredPath> members;

	/** The member that came first the last time, a guess. */
	private @Nullable DeclaredPath first;

	/** The member of the same object that came next the last time, a guess. */
	private @Nullable DeclaredPath next;

	private volatile @Nullable DeclaredPath elements;

	private volatile @Nullable String text;

	private volatile @Nullable String leaf;

	private DeclaredPath(String prefix, Shape shape) {
		this.parent = null;
		this.name = "";
		this.shape = shape;
		this.limits = Limits.NONE;
		this.number = 0;
		this.prefix = prefix;
		this.room = new AtomicInteger(MOST);
		this.members = new ConcurrentHashMap<>(0);
	}

	private DeclaredPath(DeclaredPath parent, String name, Shape shape, int number) {
		this.parent = parent;
		this.name = name;
		this.shape = shape;
		this.limits = (shape instanceof Shape.Scalar scalar) ? scalar.limits() : Limits.NONE;
		this.number = number;
		this.prefix = parent.prefix;
		this.room = parent.room;
		this.members = (number != NONE) ? new ConcurrentHashMap<>(0) : Map.of();
	}

	/**
	 * Create the place of a whole document.
	 * @param prefix what the paths of leaves begin with
	 * @param shape what is declared of the document
	 */
	static DeclaredPath root(String prefix, Shape shape) {
		return new DeclaredPath(prefix, shape);
	}

	/**
	 * Return the place of a member of an object, {@code null} if none is declared of this
	 * name. It is compared first with the one that came next the last time.
	 * @param before the member in front of it, {@code null} if there is none
	 */
	@Nullable DeclaredPath find(String name, @Nullable DeclaredPath before) {
		DeclaredPath guess = (before != null) ? before.next : this.first;
		if (guess != null && guess.parent == this && guess.name.equals(name)) {
			return guess;
		}
		DeclaredPath known = this.members.get(name);
		if (known == null) {
			Shape declared = (this.shape instanceof Shape.Fields fields) ? fields.find(name) : null;
			return (declared != null) ? known(name, declared) : null;
		}
		if (before != null) {
			before.next = known;
		}
		else {
			this.first = known;
		}
		return known;
	}

	private synchronized DeclaredPath known(String name, Shape declared) {
		DeclaredPath known = this.members.get(name);
		if (known == null) {
			known = new DeclaredPath(this, name, declared, hasRoom() ? this.members.size() : NONE);
			if (known.isRemembered()) {
				this.members.put(name, known);
			}
		}
		return known;
	}

	/**
	 * Return the place of a member that is not declared.
	 */
	DeclaredPath madeUp(String name) {
		return new DeclaredPath(this, name, Shape.ANYTHING, NONE);
	}

	/**
	 * Return the place that all elements of a list share.
	 * @param unwraps whether a list may stand for a single value
	 */
	DeclaredPath elements(boolean unwraps) {
		DeclaredPath known = this.elements;
		if (known != null) {
			return known;
		}
		Shape otherwise = unwraps ? this.shape : Shape.ANYTHING;
		return isRemembered() ? elementsOf(otherwise) : new DeclaredPath(this, ELEMENTS, element(otherwise), NONE);
	}

	private synchronized DeclaredPath elementsOf(Shape otherwise) {
		DeclaredPath known = this.elements;
		if (known == null) {
			known = new DeclaredPath(this, ELEMENTS, element(otherwise), hasRoom() ? 0 : NONE);
			this.elements = known.isRemembered() ? known : null;
		}
		return known;
	}

	private Shape element(Shape otherwise) {
		return (this.shape instanceof Shape.Items items) ? items.element() : otherwise;
	}

	private boolean hasRoom() {
		if (!isRemembered()) {
			return false;
		}
		boolean room = this.room.getAndDecrement() > 0;
		if (!room) {
			this.room.incrementAndGet();
		}
		return room;
	}

	private boolean isRemembered() {
		return this.number != NONE;
	}

	/**
	 * Return a bit that no other member of the same object has, 0 if there is none left.
	 */
	long bit() {
		return (this.number >= 0 && this.number < Long.SIZE) ? 1L << this.number : 0;
	}

	Shape shape() {
		return this.shape;
	}

	/**
	 * Return what is declared of a single value that stands here.
	 */
	Limits limits() {
		return this.limits;
	}

	/**
	 * Return whether single values that stand here are known by their place.
	 */
	boolean isLeaf() {
		return this.parent != null && !(this.shape instanceof Shape.Anything);
	}

	/**
	 * Return the names from the outside to the inside.
	 */
	String text() {
		String known = this.text;
		if (known == null) {
			known = join();
			this.text = known;
		}
		return known;
	}

	private String join() {
		String before = (this.parent != null) ? this.parent.text() : "";
		return (before.isEmpty() || this.name.equals(ELEMENTS)) ? before + this.name : before + '.' + this.name;
	}

	/**
	 * Return the path by which its values are learnt.
	 */
	String leaf() {
		String known = this.leaf;
		if (known == null) {
			known = this.prefix + text();
			this.leaf = known;
		}
		return known;
	}

}
