package io.github.raspspring.attack.url;

import io.github.raspspring.engine.Rule;

/**
 * What connecting to a host threatens, in rising order.
 */
enum Threat {

	NONE(ServerSideRequestForgeryDetector.INTERNAL_ADDRESS),

	OBSCURE(ServerSideRequestForgeryDetector.OBSCURE_ADDRESS),

	INTRANET(ServerSideRequestForgeryDetector.INTERNAL_ADDRESS),

	LOOPBACK(ServerSideRequestForgeryDetector.INTERNAL_ADDRESS),

	INTERNAL(ServerSideRequestForgeryDetector.INTERNAL_ADDRESS),

	HIDDEN(ServerSideRequestForgeryDetector.OBSCURE_ADDRESS),

	METADATA(ServerSideRequestForgeryDetector.METADATA_SERVICE);

	private final Rule rule;

	Threat(Rule rule) {
		this.rule = rule;
	}

	Rule rule() {
		return this.rule;
	}

	Threat worse(Threat other) {
		return (compareTo(other) >= 0) ? this : other;
	}

	Threat obscured() {
		return (this == LOOPBACK || this == INTERNAL) ? HIDDEN : this;
	}

	static Threat of(String text, int start, int end) {
		if (!HostText.isDisguised(text, start, end)) {
			return ofPlain(text, start, end);
		}
		String host = HostText.normalize(text, start, end);
		return ofPlain(host, 0, host.length()).obscured();
	}

	private static Threat ofPlain(String text, int start, int end) {
		HostAddress address = HostAddress.parse(text, start, end);
		if (address != null) {
			return of(address);
		}
		return switch (HostNames.targetOf(text, start, end)) {
			case UNKNOWN -> NONE;
			case METADATA -> METADATA;
			case LOOPBACK -> (text.charAt(end - 1) == '.') ? HIDDEN : LOOPBACK;
			case CLUSTER -> INTERNAL;
			case INTRANET -> INTRANET;
			case EMBEDDED_ADDRESS -> HIDDEN;
		};
	}

	private static Threat of(HostAddress address) {
		AddressRange range = address.range();
		if (range == AddressRange.METADATA) {
			return METADATA;
		}
		if (!range.isInternal()) {
			return address.obscure() ? OBSCURE : NONE;
		}
		if (address.obscure()) {
			return HIDDEN;
		}
		return (range == AddressRange.LOOPBACK) ? LOOPBACK : INTERNAL;
	}

}
