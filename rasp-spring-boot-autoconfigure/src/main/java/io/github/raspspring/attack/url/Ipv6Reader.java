package io.github.raspspring.attack.url;

import io.github.raspspring.text.Hex;
import org.jspecify.annotations.Nullable;

/**
 * Reads IPv6 addresses in the notation of RFC 4291, with an optional zone (RFC 6874).
 */
final class Ipv6Reader {

	private static final int GROUPS = 8;

	private Ipv6Reader() {
	}

	/**
	 * Read an address that ends at a closing bracket, a zone or the end.
	 */
	static @Nullable HostAddress read(CharSequence text, int start, int end) {
		long[] halves = new long[2];
		int groups = 0;
		int gap = -1;
		int i = start;
		if (i + 1 < end && text.charAt(i) == ':' && text.charAt(i + 1) == ':') {
			gap = 0;
			i += 2;
		}
		boolean zone = false;
		while (i < end && text.charAt(i) != ']') {
			if (text.charAt(i) == '%') {
				zone = true;
				break;
			}
			int groupEnd = groupEnd(text, i, end);
			if (groupEnd < end && text.charAt(groupEnd) == '.') {
				return embedded(text, i, end, halves, groups, gap);
			}
			if (groupEnd == i || groupEnd - i > 4 || groups == GROUPS) {
				return null;
			}
			append(halves, groups++, hex(text, i, groupEnd));
			i = groupEnd;
			if (i < end && text.charAt(i) == ':') {
				i++;
				if (i < end && text.charAt(i) == ':') {
					if (gap >= 0) {
						return null;
					}
					gap = groups;
					i++;
				}
			}
		}
		return finish(halves, groups, gap, zone);
	}

	/**
	 * Read the dotted IPv4 address at the end of an IPv6 address.
	 */
	private static @Nullable HostAddress embedded(CharSequence text, int start, int end, long[] halves, int groups,
			int gap) {
		int stop = start;
		while (stop < end && text.charAt(stop) != ']' && text.charAt(stop) != '%') {
			stop++;
		}
		HostAddress ipv4 = HostAddress.ipv4(text, start, stop);
		if (ipv4 == null || groups > GROUPS - 2) {
			return null;
		}
		append(halves, groups, ipv4.low() >>> 16);
		append(halves, groups + 1, ipv4.low() & 0xFFFF);
		return finish(halves, groups + 2, gap, stop < end && text.charAt(stop) == '%');
	}

	private static @Nullable HostAddress finish(long[] halves, int groups, int gap, boolean zone) {
		if (gap < 0 && groups != GROUPS) {
			return null;
		}
		long[] filled = halves;
		if (gap >= 0) {
			filled = new long[2];
			for (int i = 0; i < groups; i++) {
				append(filled, (i < gap) ? i : i + GROUPS - groups, group(halves, i));
			}
		}
		boolean carriesIpv4 = filled[0] == 0 && filled[1] >>> 1 != 0 || filled[0] >>> 48 == 0x64
				|| filled[0] >>> 48 == 0x2002;
		return new HostAddress(filled[0], filled[1], true, zone || carriesIpv4);
	}

	private static void append(long[] halves, int group, long value) {
		halves[group >> 2] |= value << (48 - 16 * (group & 3));
	}

	private static long group(long[] halves, int group) {
		return halves[group >> 2] >>> (48 - 16 * (group & 3)) & 0xFFFF;
	}

	private static int groupEnd(CharSequence text, int start, int end) {
		int i = start;
		while (i < end && Hex.digit(text.charAt(i)) >= 0) {
			i++;
		}
		return i;
	}

	private static long hex(CharSequence text, int start, int end) {
		long value = 0;
		for (int i = start; i < end; i++) {
			value = value << 4 | Hex.digit(text.charAt(i));
		}
		return value;
	}

}
