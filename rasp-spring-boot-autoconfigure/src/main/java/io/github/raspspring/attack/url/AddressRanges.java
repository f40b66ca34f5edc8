package io.github.raspspring.attack.url;

/**
 * Tells the {@link AddressRange} of an address. IPv6 addresses that carry an IPv4 address
 * - mapped, compatible, translated (RFC 6052), 6to4 (RFC 3056), Teredo (RFC 4380) - have
 * the range of the latter. Stateless.
 */
final class AddressRanges {

	private static final int METADATA = 0xA9FEA9FE;

	private static final int TASK_METADATA = 0xA9FEAA02;

	private static final int SHARED_METADATA = 0x646464C8;

	private static final int PLATFORM_METADATA = 0xA83F8110;

	private static final int INSTANCE_METADATA = 0xC00000C0;

	private static final long METADATA_V6_HIGH = 0xFD000EC200000000L;

	private AddressRanges() {
	}

	/**
	 * Return the range of an address in network byte order, as
	 * {@code InetAddress.getAddress()} returns it.
	 * @param address 4 or 16 bytes
	 * @return the range; {@link AddressRange#RESERVED} for any other length
	 */
	static AddressRange of(byte[] address) {
		if (address.length == 4) {
			return ofIpv4((int) number(address, 0, 4));
		}
		return (address.length == 16) ? ofIpv6(number(address, 0, 8), number(address, 8, 16)) : AddressRange.RESERVED;
	}

	/**
	 * Return the range of an IPv4 address.
	 * @param address the address as a number
	 * @return the range
	 */
	static AddressRange ofIpv4(int address) {
		if (isMetadata(address)) {
			return AddressRange.METADATA;
		}
		return switch (address >>> 24) {
			case 0 -> AddressRange.UNSPECIFIED;
			case 10 -> AddressRange.PRIVATE;
			case 100 -> in(address, 0x64400000, 10) ? AddressRange.CARRIER_NAT : AddressRange.PUBLIC;
			case 127 -> AddressRange.LOOPBACK;
			case 169 -> in(address, 0xA9FE0000, 16) ? AddressRange.LINK_LOCAL : AddressRange.PUBLIC;
			case 172 -> in(address, 0xAC100000, 12) ? AddressRange.PRIVATE : AddressRange.PUBLIC;
			case 192 -> of192(address);
			case 198 -> of198(address);
			case 203 -> in(address, 0xCB007100, 24) ? AddressRange.DOCUMENTATION : AddressRange.PUBLIC;
			default -> ofHigh(address);
		};
	}

	/**
	 * Return the range of an IPv6 address.
	 * @param high the first 64 bits
	 * @param low the last 64 bits
	 * @return the range
	 */
	static AddressRange ofIpv6(long high, long low) {
		if (high == 0) {
			return ofZeroPrefix(low);
		}
		if (high == METADATA_V6_HIGH && low == 0x254) {
			return AddressRange.METADATA;
		}
		int first = (int) (high >>> 48);
		if (first == 0x64 && (high >>> 32 & 0xFFFF) == 0xFF9B) {
			return ((int) high == 0 && low >>> 32 == 0) ? ofIpv4((int) low) : AddressRange.PRIVATE;
		}
		if (first == 0x2002) {
			return ofIpv4((int) (high >>> 16));
		}
		if (first == 0x2001 && (high >>> 32 & 0xFFFF) == 0) {
			return ofIpv4(~(int) low);
		}
		return ofPrefix(first, high);
	}

	private static AddressRange ofZeroPrefix(long low) {
		if (low == 0) {
			return AddressRange.UNSPECIFIED;
		}
		if (low == 1) {
			return AddressRange.LOOPBACK;
		}
		long upper = low >>> 32;
		boolean carriesIpv4 = upper == 0 || upper == 0xFFFF || upper == 0xFFFF0000L;
		return carriesIpv4 ? ofIpv4((int) low) : AddressRange.RESERVED;
	}

	private static AddressRange ofPrefix(int first, long high) {
		if ((first & 0xFE00) == 0xFC00 || (first & 0xFFC0) == 0xFEC0) {
			return AddressRange.PRIVATE;
		}
		if ((first & 0xFFC0) == 0xFE80) {
			return AddressRange.LINK_LOCAL;
		}
		if ((first & 0xFF00) == 0xFF00) {
			return AddressRange.MULTICAST;
		}
		if (high >>> 32 == 0x20010DB8L || high >>> 44 == 0x3FFF0L) {
			return AddressRange.DOCUMENTATION;
		}
		if (high >>> 32 == 0x20010002L) {
			return AddressRange.BENCHMARKING;
		}
		return ((first & 0xE000) == 0x2000) ? AddressRange.PUBLIC : AddressRange.RESERVED;
	}

	private static AddressRange of192(int address) {
		if (in(address, 0xC0A80000, 16)) {
			return AddressRange.PRIVATE;
		}
		if (in(address, 0xC0000200, 24)) {
			return AddressRange.DOCUMENTATION;
		}
		boolean reserved = in(address, 0xC0000000, 24) || in(address, 0xC0586300, 24);
		return reserved ? AddressRange.RESERVED : AddressRange.PUBLIC;
	}

	private static AddressRange of198(int address) {
		if (in(address, 0xC6120000, 15)) {
			return AddressRange.BENCHMARKING;
		}
		return in(address, 0xC6336400, 24) ? AddressRange.DOCUMENTATION : AddressRange.PUBLIC;
	}

	private static AddressRange ofHigh(int address) {
		if (address == -1) {
			return AddressRange.BROADCAST;
		}
		int first = address >>> 24;
		return (first >= 240) ? AddressRange.RESERVED : (first >= 224) ? AddressRange.MULTICAST : AddressRange.PUBLIC;
	}

	private static boolean isMetadata(int address) {
		return address == METADATA || address == TASK_METADATA || address == SHARED_METADATA
				|| address == PLATFORM_METADATA || address == INSTANCE_METADATA;
	}

	private static boolean in(int address, int network, int prefix) {
		return (address ^ network) >>> (32 - prefix) == 0;
	}

	private static long number(byte[] bytes, int from, int to) {
		long number = 0;
		for (int i = from; i < to; i++) {
			number = number << 8 | bytes[i] & 0xFF;
		}
		return number;
	}

}
