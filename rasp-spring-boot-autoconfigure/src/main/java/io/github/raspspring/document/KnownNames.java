package io.github.raspspring.document;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReferenceArray;

import io.github.raspspring.engine.InputName;
import org.jspecify.annotations.Nullable;

/**
 * Names of members that were read before, and their pointers: documents of one kind have
 * the same ones, and again in each element of a list. A new name takes the place of an
 * old one. Thread-safe.
 */
final class KnownNames {

	private static final int PLACES = 1024;

	private static final int LONGEST = 32;

	private final AtomicReferenceArray<@Nullable String> names = new AtomicReferenceArray<>(PLACES);

	private final AtomicReferenceArray<@Nullable InputName> pointers = new AtomicReferenceArray<>(PLACES);

	/**
	 * Return a name of ASCII characters.
	 */
	String of(byte[] bytes, int start, int end) {
		if (end - start > LONGEST) {
			return text(bytes, start, end);
		}
		int hash = end - start;
		for (int i = start; i < end; i++) {
			hash = 31 * hash + bytes[i];
		}
		int place = (hash ^ (hash >>> 15)) & (PLACES - 1);
		String known = this.names.get(place);
		if (known != null && isSame(known, bytes, start, end)) {
			return known;
		}
		String name = text(bytes, start, end);
		this.names.set(place, name);
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
		int place = (hash ^ (hash >>> 15)) & (PLACES - 1);
		InputName known = this.pointers.get(place);
		if (known != null && known.isMember(parent, member)) {
			return known;
		}
		InputName pointer = parent.member(member);
		this.pointers.set(place, pointer);
		return pointer;
	}

	static String text(byte[] bytes, int start, int end) {
		return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
	}

	private static boolean isSame(String known, byte[] bytes, int start, int end) {
		if (known.length() != end - start) {
			return false;
		}
		for (int i = start; i < end; i++) {
			if (known.charAt(i - start) != bytes[i]) {
				return false;
			}
		}
		return true;
	}

}
