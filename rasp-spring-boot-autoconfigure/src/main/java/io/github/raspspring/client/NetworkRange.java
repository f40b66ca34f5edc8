package io.github.raspspring.client;

import org.jspecify.annotations.Nullable;

/**
 * A range of addresses in CIDR notation (RFC 4632, RFC 4291). A range of IPv6 never
 * contains an IPv4 address and vice versa.
 *
 * @param first the first address of the range
 * @param prefix number of leading bits that all its addresses share, counted in 128 bits
 * for IPv4 too
 */
public record NetworkRange(IpAddress first, int prefix) {

	private static final int BITS = 128;

	private static final int V4_OFFSET = 96;

	/**
	 * Read a range.
	 * @param text a range such as {@code 10.0.0.0/8} or {@code 2001:db8::/32}, or a
	 * single address
	 * @return the range, or {@code null} if the text is none
	 */
	public static @Nullable NetworkRange parse(String text) {
		int slash = text.indexOf('/');
		IpAddress address = IpAddress.parse((slash < 0) ? text : text.substring(0, slash));
		if (address == null) {
			return null;
		}
		int offset = address.isV4() && text.indexOf(':') < 0 ? V4_OFFSET : 0;
		int prefix = (slash < 0) ? BITS : prefixOf(text, slash + 1, offset);
		if (prefix < 0 || (address.isV4() && prefix < V4_OFFSET)) {
			return null;
		}
		return new NetworkRange(firstOf(address, prefix), prefix);
	}

	/**
	 * Return whether an address is in this range.
	 * @param address the address
	 * @return {@code true} if it is
	 */
	public boolean contains(IpAddress address) {
		return address.isV4() == this.first.isV4() && firstOf(address, this.prefix).equals(this.first);
	}

	/**
	 * Return the last address of the range.
	 */
	IpAddress last() {
		return new IpAddress(this.first.high() | ~mask(this.prefix), this.first.low() | ~mask(this.prefix - Long.SIZE));
	}

	/**
	 * Return the range in CIDR notation.
	 */
	@Override
	public String toString() {
		return this.first + "/" + (this.first.isV4() ? this.prefix - V4_OFFSET : this.prefix);
	}

	private static IpAddress firstOf(IpAddress address, int prefix) {
		return new IpAddress(address.high() & mask(prefix), address.low() & mask(prefix - Long.SIZE));
	}

	private static long mask(int bits) {
		if (bits <= 0) {
			return 0;
		}
		return (bits >= Long.SIZE) ? -1L : -1L << (Long.SIZE - bits);
	}

	private static int prefixOf(String text, int start, int offset) {
		int length = text.length() - start;
		if (length < 1 || length > 3) {
			return -1;
		}
		int prefix = 0;
		for (int i = start; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c < '0' || c > '9') {
				return -1;
			}
			prefix = prefix * 10 + c - '0';
		}
		return (prefix + offset <= BITS) ? prefix + offset : -1;
	}

}
