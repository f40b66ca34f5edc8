package io.github.raspspring.attack.url;

import java.util.Locale;

import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.Findings;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.RepeatableDetector;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.engine.ValueView;
import io.github.raspspring.inspect.CodeFields;
import io.github.raspspring.inspect.Placement;
import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.Traits;
import org.jspecify.annotations.Nullable;

/**
 * Recognizes URLs that make the server connect to itself, to its network or to the
 * metadata service of its cloud (CWE-918), in any notation of the address, and schemes
 * that reach more than web servers.
 * <p>
 * Lets pass URLs of public hosts, URLs inside sentences and inside other URLs (reported
 * as weak), example addresses, addresses that are no URL unless the parameter is named
 * like one, and headers such as {@code Referer}. Names are judged like values, but for
 * local hosts, by which settings are keyed. A name can still resolve to an internal
 * address: that is for the HTTP sink to judge. Costs one pass over texts with a colon or
 * two slashes; allocates only where there is a URL.
 */
public final class ServerSideRequestForgeryDetector implements RepeatableDetector {

	/** Rule {@code metadata-service}: the metadata service of a cloud. */
	public static final Rule METADATA_SERVICE = new Rule("metadata-service", "CWE-918",
			"The value is a URL of the metadata service of a cloud, which hands out credentials.",
			"Connect to hosts of an allow list only (rasp.sinks.http.allowed-hosts), and block the service's address.");

	/** Rule {@code internal-address}: an internal host. */
	public static final Rule INTERNAL_ADDRESS = new Rule("internal-address", "CWE-918",
			"The value is a URL of this host or of an internal network.",
			"Connect to hosts of an allow list only (rasp.sinks.http.allowed-hosts).");

	/** Rule {@code obscure-address}: an address in a notation that hides it. */
	public static final Rule OBSCURE_ADDRESS = new Rule("obscure-address", "CWE-918",
			"The value is a URL whose host is an address in a notation that hides it from filters.",
			"Judge the resolved address, not the text of the URL, and connect to exactly that address.");

	/** Rule {@code scheme}: a scheme that reaches more than the web. */
	public static final Rule SCHEME = new Rule("scheme", "CWE-918",
			"The value is a URL with a scheme that reads files or speaks other protocols.",
			"Accept the schemes http and https only.");

	private static final int LONGEST_PATH = 256;

	private final AllowedHosts allowedHosts;

	/**
	 * Create a detector that allows no internal host.
	 */
	public ServerSideRequestForgeryDetector() {
		this((host, port) -> false);
	}

	/**
	 * Create a detector.
	 * @param allowedHosts hosts that input may name although they are internal
	 */
	public ServerSideRequestForgeryDetector(AllowedHosts allowedHosts) {
		this.allowedHosts = allowedHosts;
	}

	@Override
	public String name() {
		return "ssrf";
	}

	@Override
	public Category category() {
		return Category.SERVER_SIDE_REQUEST;
	}

	@Override
	public long triggers() {
		return Traits.URL | Placement.URL_NAMED;
	}

	@Override
	public boolean supports(InputValue value) {
		return value.location() != InputLocation.HEADER
				|| value.kind() == InputValue.Kind.VALUE && (UrlParameters.isUrl(value.name())
						|| UrlParameters.isCustomHeader(value.name()) || UrlParameters.isReferer(value.name()));
	}

	@Override
	public void detect(ValueView view, Findings findings) {
		String text = view.text();
		if (isNested(text)) {
			findings.add(Finding.of(this, SCHEME).at(view.input()).evidence(text, 0, text.length()).build());
			return;
		}
		if ((view.traits() & Traits.URL) != 0 && UrlScanner.mayMatter(text)) {
			UrlScanner url = new UrlScanner(text);
			boolean weakReported = false;
			while (url.next()) {
				Finding finding = judge(url, view, false);
				if (finding != null && finding.confidence() != Confidence.WEAK) {
					findings.add(finding);
					return;
				}
				if (finding != null && !weakReported) {
					findings.add(finding);
					weakReported = true;
				}
			}
		}
		String name = view.input().lastName();
		if ((Placement.saysUrl(name) || Placement.namesFetched(name)) && BareHost.mayBe(text)) {
			bareHost(view, name, findings);
		}
	}

	private void bareHost(ValueView view, String name, Findings findings) {
		UrlScanner host = new UrlScanner(view.text());
		host.readAsHost();
		Threat threat = Threat.of(view.text(), host.hostStart(), host.hostEnd());
		boolean read = BareHost.isRead(view.text(), host) && BareHost.counts(threat, view.text(), host, name);
		Finding finding = read ? judge(host, view, true) : null;
		if (finding != null) {
			findings.add(finding);
		}
	}

	private @Nullable Finding judge(UrlScanner url, ValueView view, boolean bare) {
		String text = view.text();
		if (!bare && UrlScheme.hasNoHost(text, url)) {
			return null;
		}
		boolean value = view.input().kind() == InputValue.Kind.VALUE;
		boolean named = value && UrlParameters.isUrl(view.input().lastName());
		boolean naming = value && UrlParameters.isNaming(view.input().lastName());
		boolean alone = url.beginsText() && (named || !url.isInProse() || isFollowedByOneWord(text, url.hostEnd()));
		int scheme = bare ? 0 : UrlScheme.kindOf(url.scheme());
		boolean object = scheme == UrlScheme.REMOTE_OBJECT && isReachable(text, url)
				|| naming && scheme == UrlScheme.NAMING
				|| scheme == UrlScheme.DIRECTORY && (named || naming || isLookup(text, url.hostEnd()));
		boolean file = scheme == UrlScheme.FILE && !UrlParameters.isReferer(view.input().name());
		if (alone && (scheme == UrlScheme.ANY_PROTOCOL || file || object)) {
			return finding(SCHEME, Confidence.STRONG, view, url);
		}
		Threat threat = Threat.of(text, url.hostStart(), url.hostEnd());
		if (url.backslash() >= 0) {
			int end = nameEnd(text, url.authorityStart(), url.backslash());
			threat = threat.worse(Threat.of(text, url.authorityStart(), end).obscured());
		}
		int user = url.hostStart() - 2;
		while (user >= url.authorityStart() && text.charAt(user) != '@') {
			user--;
		}
		if (user >= url.authorityStart()) {
			threat = threat.worse(Threat.of(text, user + 1, hostEnd(text, user + 1)).obscured());
		}
		int disputed = disputedHost(text, url.hostEnd());
		if (disputed > 0) {
			threat = threat.worse(Threat.of(text, disputed, hostEnd(text, disputed)).obscured());
		}
		if (threat == Threat.INTRANET && (ServerPort.follows(text, url) || ServerPort.pretends(text, url))) {
			threat = Threat.INTERNAL;
		}
		else if (threat == Threat.INTERNAL && scheme == UrlScheme.NAMING && isTargetOfCalls(text, url)) {
			threat = Threat.INTRANET;
		}
		else if (threat == Threat.LOOPBACK && scheme == UrlScheme.PAGE && isNameAlone(text, url)) {
			threat = Threat.NONE;
		}
		boolean setting = scheme == UrlScheme.DEVICE || scheme == UrlScheme.STORE && (!named || hasUser(text, url));
		Confidence confidence = confidence(threat, alone && !(setting && threat.compareTo(Threat.HIDDEN) < 0), url,
				view);
		if (confidence != null && url.backslash() < 0 && isAllowed(text, url)) {
			return null;
		}
		return (confidence != null) ? finding(threat.rule(), confidence, view, url) : null;
	}

	/**
	 * Whether clients of gRPC are told a host so that they balance calls to it: by its
	 * name, without a server that is asked.
	 */
	private static boolean isTargetOfCalls(String text, UrlScanner url) {
		return text.startsWith("///", url.hostStart() - 3) && Ascii.isLetter(Ascii.at(text, url.hostStart()));
	}

	/**
	 * Whether a user is named before the host, as where an application is told to log in.
	 */
	private static boolean hasUser(String text, UrlScanner url) {
		return Ascii.at(text, url.hostStart() - 1) == '@';
	}

	/**
	 * Whether {@code localhost} is all that stands between the slashes.
	 */
	private static boolean isNameAlone(String text, UrlScanner url) {
		char behind = Ascii.at(text, url.hostEnd());
		return Ascii.startsWith(text, url.hostStart() - 3, "://localhost") && url.hostEnd() == url.hostStart() + 9
				&& (behind == '/' || behind == '\0' && url.hostEnd() == text.length());
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

	/**
	 * Whether the host has a domain, an address or a port, which examples leave out.
	 */
	private static boolean isReachable(String text, UrlScanner url) {
		int dot = text.indexOf('.', url.hostStart());
		return dot > 0 && dot < url.hostEnd() || Ascii.at(text, url.hostEnd()) == ':';
	}

	/**
	 * Whether a URL of a directory goes on with a name that names no entry of it, as a
	 * lookup of an object does.
	 */
	private static boolean isLookup(String text, int hostEnd) {
		int slash = text.indexOf('/', hostEnd);
		return slash > 0 && slash < text.length() - 1 && text.indexOf('=', slash) < 0 && text.indexOf('?', slash) < 0
				&& text.indexOf(' ', hostEnd) < 0;
	}

	/**
	 * Whether a text begins as a URL of an entry of an archive elsewhere, or of a remote
	 * object.
	 */
	private static boolean isNested(String text) {
		boolean archive = text.regionMatches(true, 0, "jar:", 0, 4) || text.regionMatches(true, 0, "zip:", 0, 4);
		return isCorba(text) || archive && (text.regionMatches(true, 4, "http", 0, 4)
				|| text.regionMatches(true, 4, "file:", 0, 5) || text.regionMatches(true, 4, "ftp:", 0, 4));
	}

	private static boolean isCorba(String text) {
		return text.regionMatches(true, 0, "corbaname:", 0, 10) || text.regionMatches(true, 0, "corbaloc:", 0, 9);
	}

	/**
	 * Whether at most one word follows the URL that begins a text, which makes no
	 * sentence of it.
	 */
	private static boolean isFollowedByOneWord(String text, int from) {
		int blank = from;
		int limit = Math.min(text.length(), from + LONGEST_PATH);
		while (blank < limit && !Ascii.isSpace(text.charAt(blank))) {
			blank++;
		}
		int word = Ascii.skipSpace(text, blank);
		int end = word;
		while (end < text.length() && end - word < LONGEST_PATH && !Ascii.isSpace(text.charAt(end))) {
			end++;
		}
		return blank < limit && end - word < LONGEST_PATH && Ascii.skipSpace(text, end) == text.length();
	}

	private boolean isAllowed(String text, UrlScanner url) {
		String host = text.substring(url.hostStart(), url.hostEnd()).toLowerCase(Locale.ROOT);
		int port = -1;
		if (url.hostEnd() < text.length() && text.charAt(url.hostEnd()) == ':') {
			port = portAt(text, url.hostEnd() + 1);
		}
		return this.allowedHosts.contain(host, port);
	}

	private static int portAt(String text, int start) {
		int port = 0;
		int end = Math.min(text.length(), start + 5);
		for (int i = start; i < end && text.charAt(i) >= '0' && text.charAt(i) <= '9'; i++) {
			port = port * 10 + text.charAt(i) - '0';
		}
		return port;
	}

	private static @Nullable Confidence confidence(Threat threat, boolean alone, UrlScanner url, ValueView view) {
		InputValue input = view.input();
		if (input.location() == InputLocation.HEADER && isOfProxy(threat, alone, url, view)) {
			return null;
		}
		if (isNear(threat, url, view)) {
			return Confidence.WEAK;
		}
		if (threat.compareTo(Threat.LOOPBACK) >= 0 && !alone && LoadedUrl.isAt(view.text(), url.start())) {
			return Confidence.STRONG;
		}
		if (threat.compareTo(Threat.HIDDEN) < 0 && threat != Threat.NONE && view.text().startsWith("jdbc:")) {
			return Confidence.WEAK;
		}
		if (threat.compareTo(Threat.LOOPBACK) >= 0 && UrlParameters.isApi(input.name()) && url.isAssigned()
				&& view.text().startsWith("/")) {
			return Confidence.STRONG;
		}
		return switch (threat) {
			case NONE -> null;
			case OBSCURE, INTRANET -> alone ? Confidence.WEAK : null;
			case LOOPBACK ->
				(alone && input.kind() == InputValue.Kind.VALUE && !UrlParameters.isOauthRedirect(input.name()))
						? Confidence.STRONG : Confidence.WEAK;
			case INTERNAL -> alone ? Confidence.STRONG : Confidence.WEAK;
			case HIDDEN -> alone ? Confidence.CERTAIN : Confidence.STRONG;
			case METADATA ->
				alone ? Confidence.CERTAIN : (url.isAssigned() || LoadedUrl.isPicture(view.text(), url.start()))
						? Confidence.STRONG : Confidence.WEAK;
		};
	}

	/**
	 * Whether a proxy or a browser tells an address where it is honest: pages are linked
	 * from everywhere inside, and proxies ask for names of their network, but not for one
	 * of the host itself by its number.
	 */
	private static boolean isOfProxy(Threat threat, boolean alone, UrlScanner url, ValueView view) {
		String header = view.input().name();
		if (UrlParameters.isReferer(header)) {
			return threat.compareTo(Threat.HIDDEN) < 0 || !alone;
		}
		boolean self = threat == Threat.LOOPBACK && url.isNumbered();
		return threat.compareTo(Threat.HIDDEN) < 0 && UrlParameters.isUrlOfProxy(header)
				&& !(self && UrlParameters.routes(header));
	}

	/**
	 * Whether a plain address inside is where a device is found, or where an application
	 * of a registered client is sent back, which no server asks for.
	 */
	private static boolean isNear(Threat threat, UrlScanner url, ValueView view) {
		String name = view.input().name();
		if (threat == Threat.INTERNAL && UrlParameters.isOfDevice(name)) {
			return url.isNumbered();
		}
		boolean plain = threat == Threat.LOOPBACK || threat == Threat.INTERNAL && url.isNumbered();
		boolean registered = UrlParameters.isRegisteredRedirect(name) && view.text().indexOf("://") > 0;
		return plain && (registered || !UrlScheme.isOfWeb(url.scheme()) && UrlScheme.kindOf(url.scheme()) == 0
				&& UrlParameters.isOauthRedirect(name));
	}

	private Finding finding(Rule rule, Confidence confidence, ValueView view, UrlScanner url) {
		return Finding.of(this, rule)
			.confidence(CodeFields.areTraced(view.input()) ? Confidence.WEAK : confidence)
			.at(view.input())
			.evidence(view.text(), url.start(), url.hostEnd())
			.build();
	}

	/**
	 * Knows the hosts that input may name although they are internal. Called by many
	 * threads at once.
	 */
	@FunctionalInterface
	public interface AllowedHosts {

		/**
		 * Return whether input may name a host.
		 * @param host the host in lower case, as the URL writes it
		 * @param port the port, -1 if the URL has none
		 * @return {@code true} if it is allowed
		 */
		boolean contain(String host, int port);

	}

}
