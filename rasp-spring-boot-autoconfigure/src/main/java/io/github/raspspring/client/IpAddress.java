package io.github.raspspring.client;

import org.jspecify.annotations.Nullable;

/**
 * An IP address. IPv4 is kept in its IPv4-mapped form, so that {@code 10.0.0.1} and
 * {@code ::ffff:10.0.0.1} are the same address. Never looks up a name.
 *
 * @param high the first 64 bits
 * @param low the last 64 bits
 */
public record IpAddress(long high, long low) {

	private static final long MAPPED_PREFIX = 0xFFFFL << 32;

	private static final long TRANSLATED_PREFIX = 0x0064_ff9b_0000_0000L;

	private static final long MAPPED_MASK = 0xFFFFFFFFL << 32;

	/**
	 * Read an address as it appears in text.
	 * @param text the address, without port, brackets or zone
	 * @return the address, or {@code null} if the text is none
	 */
	public static @Nullable IpAddress parse(CharSequence text) {
		return IpAddressReader.read(text);
	}

	static IpAddress ofV4(int bits) {
		return new IpAddress(0, MAPPED_PREFIX | (bits & 0xFFFFFFFFL));
	}

	/**
	 * Return whether this is an IPv4 address.
	 * @return {@code true} for IPv4 and IPv4-mapped addresses
	 */
	public boolean isV4() {
		return this.high == 0 && (this.low & MAPPED_MASK) == MAPPED_PREFIX;
	}

	/**
	 * All of IPv4 is in one /64 there.
	 */
	private boolean isTranslated() {
		return this.high == TRANSLATED_PREFIX && this.low >>> Integer.SIZE == 0;
	}

	/**
	 * Return the network by which a client of this address is counted.
	 * @return an IPv4 address itself, also where it was translated (RFC 6052), else the
	 * /64 such as {@code 2001:db8::/64}
	 */
	public String network() {
		return (isV4() || isTranslated()) ? toString() : new IpAddress(this.high, 0) + "/64";
	}

	/**
	 * Return the canonical text (RFC 5952).
	 */
	@Override
	public String toString() {
		return isV4() ? IpAddressWriter.writeV4((int) this.low) : IpAddressWriter.writeV6(this);
	}

	/**
	 * Return one of the eight 16-bit groups.
	 */
	int group(int index) {
		long half = (index < 4) ? this.high : this.low;
		return (int) (half >>> (48 - 16 * (index & 3))) & 0xFFFF;
	}

}
