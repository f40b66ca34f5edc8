package io.github.raspspring.profile.declared;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

/**
 * A place in the documents of one type. Names that are declared are put together once and
 * remembered, as each document has them again; what a client makes up is not.
 * Thread-safe.
 */
final class DeclaredPath {

	/** Places that are remembered of one type, which may refer to itself. */
	private static final int MOST = 512;

	private final @Nullable DeclaredPath parent;

	private final String name;

	private final boolean declared;

	private final String prefix;

	private final AtomicInteger room;

	private final Map<String, DeclaredPath> members = new ConcurrentHashMap<>(0);

	private volatile @Nullable String text;

	private volatile @Nullable String leaf;

	private DeclaredPath(String prefix) {
		this.parent = null;
		this.name = "";
		this.declared = true;
		this.prefix = prefix;
		this.room = new AtomicInteger(MOST);
	}

	private DeclaredPath(DeclaredPath parent, String name, boolean declared) {
		this.parent = parent;
		this.name = name;
		this.declared = declared;
		this.prefix = parent.prefix;
		this.room = parent.room;
	}

	/**
	 * Create the place of a whole document.
	 * @param prefix what the paths of leaves begin with
	 */
	static DeclaredPath root(String prefix) {
		return new DeclaredPath(prefix);
	}

	/**
	 * Return the place of a member of an object.
	 * @param declared whether the name is one of the application
	 */
	DeclaredPath member(String name, boolean declared) {
		return (declared && this.declared) ? known(name) : new DeclaredPath(this, name, false);
	}

	/**
	 * Return the place that all elements of a list share.
	 */
	DeclaredPath elements() {
		return member("[]", true);
	}

	private DeclaredPath known(String name) {
		DeclaredPath known = this.members.get(name);
		if (known != null) {
			return known;
		}
		DeclaredPath made = new DeclaredPath(this, name, true);
		if (this.room.getAndDecrement() > 0) {
			this.members.put(name, made);
		}
		else {
			this.room.incrementAndGet();
		}
		return made;
	}

	boolean isRoot() {
		return this.parent == null;
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
		return (before.isEmpty() || this.name.equals("[]")) ? before + this.name : before + '.' + this.name;
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
