package io.github.raspspring.attack.url;

import io.github.raspspring.engine.Rule;
import io.github.raspspring.text.Ascii;

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

	/** What connects is found out by whoever tests. */
	INTERACTION(ServerSideRequestForgeryDetector.INTERACTION_HOST),

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
			case UNKNOWN -> HostNames.areOfTester(text, start, end) ? INTERACTION : NONE;
			case METADATA -> METADATA;
			case LOOPBACK -> (text.charAt(end - 1) == '.') ? HIDDEN : LOOPBACK;
			case CLUSTER -> INTERNAL;
			case INTRANET -> INTRANET;
			case EMBEDDED_ADDRESS -> HIDDEN;
		};
	}

	/**
	 * Return what threatens in the host, or in what some clients take for it.
	 */
	static Threat of(String text, UrlScanner url) {
		Threat threat = of(text, url.hostStart(), url.hostEnd());
		if (url.backslash() >= 0) {
			int end = nameEnd(text, url.authorityStart(), url.backslash());
			threat = threat.worse(of(text, url.authorityStart(), end).obscured());
		}
		int user = url.hostStart() - 2;
		while (user >= url.authorityStart() && text.charAt(user) != '@') {
			user--;
		}
		if (user >= url.authorityStart()) {
			threat = threat.worse(of(text, user + 1, hostEnd(text, user + 1)).obscured());
		}
		int disputed = disputedHost(text, url.hostEnd());
		if (disputed > 0) {
			threat = threat.worse(of(text, disputed, hostEnd(text, disputed)).obscured());
		}
		return (threat == NONE && ServerPort.isOfNameInside(text, url)) ? INTRANET : threat;
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

	/**
	 * Return where a port begins, or the end.
	 */
	private static int nameEnd(String text, int start, int end) {
		if (text.charAt(start) == '[') {
			return end;
		}
		int i = start;
		while (i < end && text.charAt(i) != ':') {
			i++;
		}
		return i;
	}

	/**
	 * Return where another host begins that some clients connect to, as they take what
	 * ends this one for a part of user information; -1 if none does.
	 */
	private static int disputedHost(String text, int hostEnd) {
		char end = Ascii.at(text, hostEnd);
		return ((end == '&' || end == '#' || end == '?') && Ascii.at(text, hostEnd + 1) == '@') ? hostEnd + 2 : -1;
	}

	private static int hostEnd(String text, int start) {
		int end = start;
		while (Ascii.isWord(Ascii.at(text, end)) || Ascii.at(text, end) == '.' || Ascii.at(text, end) == '-') {
			end++;
		}
		return end;
	}

}
