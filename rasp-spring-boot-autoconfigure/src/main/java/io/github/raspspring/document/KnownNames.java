package io.github.raspspring.document;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import io.github.raspspring.engine.InputName;
import io.github.raspspring.engine.ValueReader;
import io.github.raspspring.engine.pipeline.EightBytes;
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
	 * Find a name that ends with a quotation mark. It is compared first with the one that
	 * came next the last time.
	 * @param start index of its first byte
	 * @param before the name in front of it, {@code null} if that is not known
	 * @return the name, or {@code null} if it is not known
	 */
	@Nullable Known find(byte[] bytes, int start, @Nullable Known before) {
		Known next = (before != null) ? this.names[before.next] : null;
		return (next != null && next.standsAt(bytes, start)) ? next : look(bytes, start, before);
	}

	private @Nullable Known look(byte[] bytes, int start, @Nullable Known before) {
		int last = Math.min(bytes.length, start + LONGEST + 1);
		int hash = 0;
		int end = start;
		while (end < last && bytes[end] != '"') {
			hash = 31 * hash + bytes[end];
			end++;
		}
		int place = place(hash);
		Known known = this.names[place];
		if (known == null || end >= last || !known.standsAt(bytes, start)) {
			return null;
		}
		if (before != null) {
			before.next = place;
		}
		return known;
	}

	/**
	 * Remember a name of ASCII characters.
	 * @param memory what a sieve has found out of it
	 * @return the name
	 */
	String remember(byte[] bytes, int start, int end, ValueReader.Sieve.@Nullable Memory memory) {
		String name = text(bytes, start, end);
		if (memory != null && end - start <= LONGEST) {
			this.names[place(name.hashCode())] = new Known(name, Arrays.copyOfRange(bytes, start, end + 1), memory);
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
	 * A name that was read before. All but what is guessed of it never changes.
	 */
	static final class Known {

		private final String name;

		private final ValueReader.Sieve.Memory memory;

		/** With the quotation mark behind it. */
		private final byte[] bytes;

		/** The first bytes of them, up to eight. */
		private final long first;

		/** Leaves out what stands behind a short one. */
		private final long mask;

		/** Place of the one that came next, a guess: any is as good as another. */
		private int next;

		Known(String name, byte[] bytes, ValueReader.Sieve.Memory memory) {
			this.name = name;
			this.bytes = bytes;
			this.memory = memory;
			this.first = EightBytes.at(Arrays.copyOf(bytes, Math.max(bytes.length, EightBytes.COUNT)), 0);
			this.mask = (bytes.length < EightBytes.COUNT) ? (1L << Byte.SIZE * bytes.length) - 1 : -1;
		}

		boolean standsAt(byte[] body, int start) {
			int length = this.bytes.length;
			if (start + Math.max(length, EightBytes.COUNT) > body.length) {
				return start + length <= body.length
						&& Arrays.equals(this.bytes, 0, length, body, start, start + length);
			}
			return ((EightBytes.at(body, start) ^ this.first) & this.mask) == 0 && endsAt(body, start + length);
		}

		/**
		 * Compare what stands behind the first eight bytes, the last ones of them twice.
		 */
		private boolean endsAt(byte[] body, int end) {
			for (int rest = this.bytes.length; rest > EightBytes.COUNT; rest -= EightBytes.COUNT) {
				int back = this.bytes.length - rest + EightBytes.COUNT;
				if (EightBytes.at(body, end - back) != EightBytes.at(this.bytes, this.bytes.length - back)) {
					return false;
				}
			}
			return true;
		}

		String name() {
			return this.name;
		}

		ValueReader.Sieve.Memory memory() {
			return this.memory;
		}

	}

}
