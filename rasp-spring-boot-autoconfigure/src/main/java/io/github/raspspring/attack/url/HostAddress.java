package io.github.raspspring.attack.url;

import java.util.List;

import io.github.raspspring.text.Hex;
import org.jspecify.annotations.Nullable;

/**
 * An IP address as lenient URL parsers read it from the host of a URL (WHATWG URL,
 * {@code inet_aton}): one to four parts, decimal, octal or hexadecimal; IPv6 in brackets
 * with an optional zone.
 *
 * @param high the first 64 bits of an IPv6 address, 0 for IPv4
 * @param low the last 64 bits of an IPv6 address, or the IPv4 address
 * @param ipv6 whether it is an IPv6 address
 * @param obscure whether it is not in the usual notation, which hides it from filters
 */
record HostAddress(long high, long low, boolean ipv6, boolean obscure) {

	private static final long MAX = 0xFFFFFFFFL;

	/**
	 * Read an address.
	 * @param text the text
	 * @param start index of the first character of the host
	 * @param end index behind its last character
	 * @return the address, or {@code null} if the host is a name or malformed
	 */
	static @Nullable HostAddress parse(CharSequence text, int start, int end) {
		if (start >= end) {
			return null;
		}
		if (text.charAt(start) == '[') {
			return Ipv6Reader.read(text, start + 1, end);
		}
		return isDigit(text.charAt(start)) ? ipv4(text, start, end) : null;
	}

	/**
	 * Read an address in all ways in which clients do: some take a leading zero for that
	 * of an octal number, others for nothing.
	 * @param host the host
	 * @return up to two addresses, none if the host is a name or malformed
	 */
	static List<HostAddress> readings(String host) {
		HostAddress address = parse(host, 0, host.length());
		boolean plain = host.isEmpty() || !isDigit(host.charAt(0)) || address != null && !address.obscure();
		HostAddress decimal = plain ? null : ipv4(host, 0, host.length(), false);
		if (address == null || decimal == null || decimal.equals(address)) {
			HostAddress only = (address != null) ? address : decimal;
			return (only != null) ? List.of(only) : List.of();
		}
		return List.of(address, decimal);
	}

	/**
	 * Return whether a connection to the one is a connection to the other: an IPv4
	 * address that is mapped to IPv6 (RFC 4291) stays what it is.
	 */
	boolean isSame(HostAddress other) {
		return unmapped() == other.unmapped() && this.high == other.high;
	}

	private long unmapped() {
		return (this.high == 0 && this.low >>> 32 == 0xFFFF) ? this.low & MAX : this.low;
	}

	/**
	 * Return what the address stands for.
	 * @return the range
	 */
	AddressRange range() {
		return this.ipv6 ? AddressRanges.ofIpv6(this.high, this.low) : AddressRanges.ofIpv4((int) this.low);
	}

	/**
	 * Read an IPv4 address in any notation; a trailing dot is the root of the name space.
	 */
	static @Nullable HostAddress ipv4(CharSequence text, int start, int end) {
		return ipv4(text, start, end, true);
	}

	private static @Nullable HostAddress ipv4(CharSequence text, int start, int end, boolean octal) {
		int stop = (text.charAt(end - 1) == '.') ? end - 1 : end;
		boolean obscure = stop < end;
		long address = 0;
		int parts = 0;
		int i = start;
		while (i <= stop) {
			int partEnd = i;
			while (partEnd < stop && text.charAt(partEnd) != '.') {
				partEnd++;
			}
			long part = number(text, i, partEnd, octal);
			if (part < 0 || ++parts > 4) {
				return null;
			}
			obscure |= partEnd - i > 1 && text.charAt(i) == '0';
			boolean last = partEnd >= stop;
			int bits = last ? 8 * (5 - parts) : 8;
			obscure |= last ? parts < 4 || part > 255 : part > 255;
			address = address << bits | part & (1L << bits) - 1;
			i = partEnd + 1;
		}
		return new HostAddress(0, address & MAX, false, obscure);
	}

	/**
	 * Read a number as C does: {@code 0x} is hexadecimal, a leading zero octal.
	 * @param octal whether it is, or else means nothing
	 */
	private static long number(CharSequence text, int start, int end, boolean octal) {
		if (start >= end) {
			return -1;
		}
		int radix = 10;
		int i = start;
		if (text.charAt(i) == '0' && end - i > 1) {
			boolean hex = (text.charAt(i + 1) | 0x20) == 'x';
			radix = hex ? 16 : octal ? 8 : 10;
			i += hex ? 2 : 1;
		}
		long number = 0;
		for (; i < end; i++) {
			int digit = Hex.digit(text.charAt(i));
			if (digit < 0 || digit >= radix) {
				return -1;
			}
			number = (number * radix + digit) & (MAX << 8 | 0xFF);
		}
		return number;
	}

	private static boolean isDigit(char c) {
		return c >= '0' && c <= '9';
	}

}
