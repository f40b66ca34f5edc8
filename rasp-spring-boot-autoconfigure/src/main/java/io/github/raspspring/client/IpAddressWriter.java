package io.github.raspspring.client;

/**
 * Writes addresses in their one canonical text form (RFC 5952).
 */
final class IpAddressWriter {

	private static final int GROUPS = 8;

	private IpAddressWriter() {
	}

	static String writeV4(int bits) {
		return (bits >>> 24) + "." + (bits >>> 16 & 0xFF) + "." + (bits >>> 8 & 0xFF) + "." + (bits & 0xFF);
	}

	static String writeV6(IpAddress address) {
		int gapStart = longestRunOfZeros(address);
		int gapEnd = (gapStart < 0) ? -1 : gapStart + runOfZeros(address, gapStart);
		StringBuilder text = new StringBuilder(39);
		for (int i = 0; i < GROUPS; i++) {
			if (i == gapStart) {
				text.append("::");
				i = gapEnd - 1;
				continue;
			}
			if (i > 0 && i != gapEnd) {
				text.append(':');
			}
			text.append(Integer.toHexString(address.group(i)));
		}
		return text.toString();
	}

	/**
	 * Return where the run of zero groups starts that is written as a gap, -1 for none. A
	 * single zero group is never shortened.
	 */
	private static int longestRunOfZeros(IpAddress address) {
		int start = -1;
		int longest = 1;
		for (int i = 0; i < GROUPS; i++) {
			int run = runOfZeros(address, i);
			if (run > longest) {
				start = i;
				longest = run;
			}
		}
		return start;
	}

	private static int runOfZeros(IpAddress address, int start) {
		int end = start;
		while (end < GROUPS && address.group(end) == 0) {
			end++;
		}
		return end - start;
	}

}
