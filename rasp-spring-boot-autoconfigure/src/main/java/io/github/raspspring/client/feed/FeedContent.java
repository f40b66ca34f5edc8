package io.github.raspspring.client.feed;

import java.util.List;

import io.github.raspspring.client.IpAddress;
import io.github.raspspring.client.NetworkRange;
import io.github.raspspring.client.NetworkTable;

/**
 * What a feed says. What would name half of the Internet, the machine itself or its own
 * networks is left out: whoever writes a feed must not be able to lock everybody out.
 *
 * @param networks the networks
 * @param left entries that were left out
 */
record FeedContent(NetworkTable networks, int left) {

	static final FeedContent EMPTY = new FeedContent(NetworkTable.EMPTY, 0);

	private static final int LONGEST_ENTRY = 64;

	/** An IPv4 /8, as prefix of an address of 128 bits. */
	private static final int WIDEST_V4 = 104;

	private static final int WIDEST_V6 = 20;

	private static final List<NetworkRange> OWN = List
		.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "127.0.0.0/8", "169.254.0.0/16", "100.64.0.0/10",
				"::1/128", "fc00::/7", "fe80::/10")
		.stream()
		.map(NetworkRange::parse)
		.toList();

	/**
	 * Read the content of a feed.
	 * @throws IllegalArgumentException if it is not what the format says, or empty
	 */
	static FeedContent of(byte[] content, FeedFormat format) {
		NetworkTable.Builder networks = new NetworkTable.Builder();
		int good = 0;
		int bad = 0;
		int left = 0;
		for (String entry : format.entries(content)) {
			NetworkRange range = (entry.length() <= LONGEST_ENTRY) ? NetworkRange.parse(entry) : null;
			if (range == null) {
				bad++;
			}
			else if (isTooWide(range) || isOwn(range)) {
				left++;
			}
			else {
				networks.add(range);
				good++;
			}
		}
		if (good == 0) {
			throw new IllegalArgumentException("It names no network");
		}
		if (bad > good) {
			throw new IllegalArgumentException("Most of it is no address or network");
		}
		return new FeedContent(networks.build(), left + bad);
	}

	private static boolean isTooWide(NetworkRange range) {
		return range.prefix() < (range.first().isV4() ? WIDEST_V4 : WIDEST_V6);
	}

	private static boolean isOwn(NetworkRange range) {
		for (NetworkRange own : OWN) {
			if (own.contains(range.first()) || range.contains(own.first())) {
				return true;
			}
		}
		return false;
	}

	boolean names(String address) {
		IpAddress parsed = (this.networks.size() > 0) ? IpAddress.parse(address) : null;
		return parsed != null && this.networks.contains(parsed);
	}

}
