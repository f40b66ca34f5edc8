package io.github.raspspring.document;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import io.github.raspspring.engine.InputName;
import io.github.raspspring.engine.ValueReader;
import org.jspecify.annotations.Nullable;

/**
 * Names of members that were read before, and their pointers: documents of one kind have
 * the same ones, and again in each element of a list. A new name takes the place of an
 * old one. Thread-safe.
 */
final class KnownNames {

	private static final int PLACES = 1024;

	private static final int LONGEST = 32;

	/**
	 * Neither names nor pointers ever change, so that nobody needs a barrier to see them.
	 */
	private final @Nullable Known[] names = new Known[PLACES];

	private final @Nullable InputName[] pointers = new InputName[PLACES];

	/**
	 * Find a name that ends with a quotation mark.
	 * @param start index of its first byte
	 * @return the name, or {@code null} if it is not known
	 */
	@Nullable Known find(byte[] bytes, int start) {
		int last = Math.min(bytes.length, start + LONGEST + 1);
		int hash = 0;
		int end = start;
		while (end < last && bytes[end] != '"') {
			hash = 31 * hash + bytes[end];
			end++;
		}
		Known known = this.names[place(hash)];
		boolean same = known != null && end < last
				&& Arrays.equals(known.bytes, 0, known.bytes.length, bytes, start, end);
		return same ? known : null;
	}

	/**
	 * Remember a name of ASCII characters.
	 * @param memory what a sieve has found out of it
	 * @return the name
	 */
	String remember(byte[] bytes, int start, int end, ValueReader.Sieve.@Nullable Memory memory) {
		String name = text(bytes, start, end);
		if (memory != null && end - start <= LONGEST) {
			this.names[place(name.hashCode())] = new Known(name, Arrays.copyOfRange(bytes, start, end), memory);
		}
		return name;
	}

	/**
	 * Return the pointer of a member. Where it is the same one each time, comparing it
	 * costs nothing.
	 */
	InputName pointer(InputName parent, String member) {
		if (member.length() > LONGEST) {
			return parent.member(member);
		}
		int hash = 31 * parent.hashCode() + member.hashCode();
		int place = place(hash);
		InputName known = this.pointers[place];
		if (known != null && known.isMember(parent, member)) {
			return known;
		}
		InputName pointer = parent.member(member);
		this.pointers[place] = pointer;
		return pointer;
	}

	static String text(byte[] bytes, int start, int end) {
		return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
	}

	private static int place(int hash) {
		return (hash ^ (hash >>> 15)) & (PLACES - 1);
	}

	/**
	 * A name that was read before.
	 *
	 * @param name the name
	 * @param bytes its characters
	 * @param memory what a sieve has found out of it
	 */
	record Known(String name, byte[] bytes, ValueReader.Sieve.Memory memory) {

	}

}
