package io.github.raspspring.client;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The hops a forwarding header names, read from the right: the nearest proxy wrote the
 * last one, and what a client forged stands further left. Not thread-safe.
 */
final class Hops {

	private final ForwardingHeader header;

	private final List<String> lines;

	private int line;

	private int end;

	Hops(ForwardingHeader header, List<String> lines) {
		this.header = header;
		this.lines = lines;
		this.line = lines.size();
		this.end = -1;
	}

	/**
	 * Return whether there is a further hop.
	 */
	boolean hasNext() {
		return this.end >= 0 || this.line > 0;
	}

	/**
	 * Read the next hop.
	 * @return the address, or {@code null} where there is no more or no valid one
	 */
	@Nullable IpAddress next() {
		while (this.end < 0) {
			if (this.line == 0) {
				return null;
			}
			this.end = this.lines.get(--this.line).length();
		}
		String text = this.lines.get(this.line);
		int comma = (this.header == ForwardingHeader.FORWARDED) ? commaOutsideQuotes(text, this.end)
				: text.lastIndexOf(',', this.end - 1);
		String hop = text.substring(comma + 1, this.end);
		this.end = comma;
		return (this.header == ForwardingHeader.FORWARDED) ? ForwardedElement.addressOf(hop)
				: NodeName.addressOf(hop.strip());
	}

	private static int commaOutsideQuotes(String text, int end) {
		boolean quoted = false;
		for (int i = end - 1; i >= 0; i--) {
			char c = text.charAt(i);
			if (c == '"' && !isEscaped(text, i)) {
				quoted = !quoted;
			}
			else if (c == ',' && !quoted) {
				return i;
			}
		}
		return -1;
	}

	private static boolean isEscaped(String text, int index) {
		int backslashes = 0;
		while (index - backslashes > 0 && text.charAt(index - backslashes - 1) == '\\') {
			backslashes++;
		}
		return (backslashes & 1) == 1;
	}

}
