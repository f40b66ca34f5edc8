package io.github.raspspring.attack.serialization;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * Reads a serialized object as {@code ObjectInputStream} does, but creates nothing: by
 * the descriptions of classes in the stream, the protocol says where each value ends.
 * What an application wrote is read to its end; what was put together by hand often is
 * not. Not thread-safe.
 */
final class StreamReader {

	private static final int HEADER = 4;

	private static final int DEEPEST = 48;

	private static final int FIRST_HANDLE = 0x7E0000;

	private static final int WRITE_METHOD = 1;

	private static final int SERIALIZABLE = 2;

	private static final int EXTERNALIZABLE = 4;

	private static final int BLOCKS = 8;

	private static final char FIRST_TAG = 'p';

	private static final char LAST_TAG = '~';

	private static final char END_OF_BLOCKS = 'x';

	private final String bytes;

	private final Predicate<String> classes;

	/** What can be referred to: descriptions, and nothing for all else. */
	private final List<@Nullable Described> handles = new ArrayList<>();

	private int position = HEADER;

	private int depth;

	private int described;

	private int repeated;

	private End end = End.WHOLE;

	StreamReader(String bytes, Predicate<String> classes) {
		this.bytes = bytes;
		this.classes = classes;
	}

	/**
	 * Read all objects. What follows them and begins none is not read by anybody.
	 * @return how the stream ends
	 */
	End read() {
		do {
			content(next());
		}
		while (goesOn() && this.position < this.bytes.length() && isTag(this.bytes.charAt(this.position)));
		return this.end;
	}

	/**
	 * Return how many classes were described.
	 */
	int described() {
		return this.described;
	}

	/**
	 * Return how many objects are of a class that was described before.
	 */
	int repeated() {
		return this.repeated;
	}

	private void content(int tag) {
		if (++this.depth > DEEPEST) {
			fail(End.UNREADABLE);
		}
		switch (goesOn() ? tag : 'p') {
			case 'p' -> {
			}
			case 'q' -> reference();
			case 'r', '}' -> description(tag);
			case 's' -> object();
			case 't' -> string(number(2));
			case 'u' -> array();
			case 'v' -> {
				description(next());
				this.handles.add(null);
			}
			case 'w' -> skip(next());
			case 'y' -> reset();
			case 'z' -> skip(number(4));
			case '~' -> {
				description(next());
				this.handles.add(null);
				content(next());
			}
			default -> fail(End.UNREADABLE);
		}
		this.depth--;
	}

	/**
	 * Forget what can be referred to. Within an object nobody does, and a reader gives up
	 * there.
	 */
	private void reset() {
		if (this.depth > 1) {
			fail(End.UNREADABLE);
		}
		else {
			this.handles.clear();
		}
	}

	private @Nullable Described reference() {
		int index = (int) number(4) - FIRST_HANDLE;
		if (index < 0 || index >= this.handles.size()) {
			fail(End.UNREADABLE);
			return null;
		}
		return this.handles.get(index);
	}

	private @Nullable Described description(int tag) {
		if (tag == 'p' || !goesOn()) {
			return null;
		}
		if (tag == 'q') {
			return reference();
		}
		String name = (tag == 'r') ? name() : "";
		if (!goesOn() || !this.classes.test(name)) {
			fail(End.UNREADABLE);
			return null;
		}
		this.described++;
		skip(8);
		int handle = this.handles.size();
		this.handles.add(null);
		int flags = next();
		String fields = fields(number(2));
		blocks();
		Described parent = (++this.depth > DEEPEST) ? null : description(next());
		this.depth--;
		Described result = new Described(name, flags, fields, parent, (parent != null) ? parent.levels() + 1 : 1);
		if (result.levels() > DEEPEST) {
			// By references a class could have as many parents as the stream is long.
			fail(End.UNREADABLE);
		}
		this.handles.set(handle, result);
		return result;
	}

	/**
	 * Read the name of a class. One that is cut off names none that is known.
	 */
	private String name() {
		int start = this.position + 2;
		skip(number(2));
		return goesOn() ? this.bytes.substring(start, this.position) : "";
	}

	/**
	 * Return the types of the fields, in the order of their values.
	 */
	private String fields(long count) {
		StringBuilder types = new StringBuilder();
		for (long i = 0; i < count && goesOn(); i++) {
			char type = (char) next();
			skip(number(2));
			if (type == 'L' || type == '[') {
				content(next());
			}
			types.append(type);
		}
		return types.toString();
	}

	private void object() {
		int tag = next();
		Described type = description(tag);
		this.repeated += (tag == 'q') ? 1 : 0;
		this.handles.add(null);
		if (type == null) {
			fail(End.UNREADABLE);
		}
		else {
			values(type);
		}
	}

	private void values(Described type) {
		Described parent = type.parent();
		if (parent != null) {
			values(parent);
		}
		if ((type.flags() & SERIALIZABLE) != 0) {
			for (int i = 0; i < type.fields().length() && goesOn(); i++) {
				value(type.fields().charAt(i));
			}
			if ((type.flags() & WRITE_METHOD) != 0) {
				blocks();
			}
		}
		else if ((type.flags() & EXTERNALIZABLE) != 0 && (type.flags() & BLOCKS) != 0) {
			blocks();
		}
		else if (goesOn()) {
			fail(End.UNREADABLE);
		}
	}

	private void value(char type) {
		switch (type) {
			case 'B', 'Z' -> skip(1);
			case 'C', 'S' -> skip(2);
			case 'F', 'I' -> skip(4);
			case 'D', 'J' -> skip(8);
			case 'L', '[' -> content(next());
			default -> fail(End.UNREADABLE);
		}
	}

	private void array() {
		Described type = description(next());
		this.handles.add(null);
		long count = number(4);
		char part = (type != null && type.name().length() > 1) ? type.name().charAt(1) : ' ';
		for (long i = 0; i < count && goesOn(); i++) {
			value(part);
		}
	}

	private void string(long length) {
		this.handles.add(null);
		skip(length);
	}

	private void blocks() {
		for (int tag = next(); tag != END_OF_BLOCKS && goesOn(); tag = next()) {
			content(tag);
		}
	}

	private int next() {
		return (int) number(1);
	}

	private long number(int length) {
		int start = this.position;
		skip(length);
		long number = 0;
		for (int i = start; i < this.position; i++) {
			number = number << 8 | this.bytes.charAt(i) & 0xFF;
		}
		return goesOn() ? number : 0;
	}

	private void skip(long length) {
		if (length > this.bytes.length() - this.position) {
			fail(End.BROKEN_OFF);
		}
		else {
			this.position += (int) length;
		}
	}

	private void fail(End end) {
		if (goesOn()) {
			this.end = end;
			this.position = this.bytes.length();
		}
	}

	private boolean goesOn() {
		return this.end == End.WHOLE;
	}

	private static boolean isTag(char c) {
		return c >= FIRST_TAG && c <= LAST_TAG;
	}

	/**
	 * How a stream ends.
	 */
	enum End {

		/** All objects were read. */
		WHOLE,

		/** More bytes would have to follow. */
		BROKEN_OFF,

		/** A byte that can't stand there, or a class that is not let pass. */
		UNREADABLE

	}

	/**
	 * What a stream says of a class.
	 */
	private record Described(String name, int flags, String fields, @Nullable Described parent, int levels) {
	}

}
