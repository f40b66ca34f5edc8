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
import io.github.raspspring.inspect.Hit;
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

	/** Rule {@code interaction-host}: a host that tells a tester of connections. */
	public static final Rule INTERACTION_HOST = new Rule("interaction-host", "CWE-918",
			"The value is a URL of a service that does nothing but tell a tester who connects to it.",
			"Connect to hosts of an allow list only (rasp.sinks.http.allowed-hosts).");

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
		return value.location() != InputLocation.HEADER || value.kind() == InputValue.Kind.VALUE
				&& (UrlParameters.isUrl(value.name()) || UrlParameters.isCustomHeader(value.name())
						|| UrlParameters.isHostOfProxy(value.name()) || UrlParameters.isReferer(value.name()));
	}

	@Override
	public void detect(ValueView view, Findings findings) {
		String text = view.text();
		if (UrlScheme.isNested(text)) {
			findings.add(Finding.of(this, SCHEME).at(view.input()).evidence(text, 0, text.length()).build());
			return;
		}
		if ((view.traits() & Traits.URL) != 0 && UrlScanner.mayMatter(text)) {
			UrlScanner url = new UrlScanner(text);
			boolean weakReported = false;
			while (url.next()) {
				Hit hit = judge(url, view, false, weakReported);
				if (hit != null) {
					hit.report(this, view, findings);
					weakReported = true;
				}
				if (hit != null && hit.points() > Hit.WEAK) {
					return;
				}
			}
		}
		String name = view.input().lastName();
		if ((Placement.saysUrl(name) || Placement.namesFetched(name)) && BareHost.mayBe(text)) {
			bareHost(view, findings);
		}
	}

	private void bareHost(ValueView view, Findings findings) {
		UrlScanner host = new UrlScanner(view.text());
		host.readAsHost();
		Threat threat = Threat.of(view.text(), host.hostStart(), host.hostEnd());
		boolean read = BareHost.isRead(view.text(), host) && BareHost.counts(threat, view.text(), host, view.input());
		Hit hit = read ? judge(host, view, true, false) : null;
		if (hit != null) {
			hit.report(this, view, findings);
		}
	}

	/**
	 * Judge a URL.
	 * @param bare whether it is a host without a scheme
	 * @param strongOnly whether what is weak need not be told
	 */
	private @Nullable Hit judge(UrlScanner url, ValueView view, boolean bare, boolean strongOnly) {
		String text = view.text();
		if (!bare && UrlScheme.hasNoHost(text, url)) {
			return null;
		}
		int scheme = bare ? 0 : UrlScheme.kindOf(url.scheme());
		Threat threat = Threat.of(text, url);
		if (threat == Threat.NONE && scheme == 0) {
			return null;
		}
		boolean value = view.input().kind() == InputValue.Kind.VALUE;
		boolean named = value && (url.beginsText() || scheme != 0) && UrlParameters.isUrl(view.input().lastName());
		boolean naming = value && (scheme == UrlScheme.NAMING || scheme == UrlScheme.DIRECTORY)
				&& UrlParameters.isNaming(view.input().lastName());
		boolean alone = url.beginsText() && (named || !url.isInProse() || isFollowedByOneWord(text, url.hostEnd()));
		boolean object = scheme == UrlScheme.REMOTE_OBJECT && isReachable(text, url)
				|| naming && scheme == UrlScheme.NAMING
				|| scheme == UrlScheme.DIRECTORY && (named || naming || isLookup(text, url));
		boolean file = scheme == UrlScheme.FILE && !UrlParameters.isReferer(view.input().name());
		boolean server = scheme == UrlScheme.FILE_SERVER && UrlParameters.isOfFile(view.input().lastName())
				&& UrlScheme.isRootWithoutUser(text, url);
		if (alone && (scheme == UrlScheme.ANY_PROTOCOL || file || object || server)) {
			return hit(SCHEME, Confidence.STRONG, view, url, strongOnly);
		}
		if (threat == Threat.INTRANET && isCalled(text, url, named)) {
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
		if (confidence == null || strongOnly && confidence == Confidence.WEAK
				|| url.backslash() < 0 && isAllowed(text, url)) {
			return null;
		}
		return hit(threat.rule(), confidence, view, url, strongOnly);
	}

	/**
	 * Whether what is asked for at a name inside is no page and no service of the web.
	 */
	private static boolean isCalled(String text, UrlScanner url, boolean named) {
		boolean port = ServerPort.follows(text, url) && (named || !ServerPort.isOfNameInside(text, url));
		return port || ServerPort.pretends(text, url) || ManagementPath.follows(text, url.hostEnd());
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
	 * Whether the host has a domain, an address or a port, which examples leave out.
	 */
	private static boolean isReachable(String text, UrlScanner url) {
		int i = url.hostStart();
		while (i < url.hostEnd() && text.charAt(i) != '.') {
			i++;
		}
		return i < url.hostEnd() || Ascii.at(text, url.hostEnd()) == ':';
	}

	/**
	 * Whether a URL of a directory goes on with a name that names no entry of it, as a
	 * lookup of an object does.
	 */
	private static boolean isLookup(String text, UrlScanner url) {
		int slash = url.slashBehindHost();
		return slash > 0 && slash < text.length() - 1 && url.endsBefore(slash) && url.isLastWord();
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
		if (threat.compareTo(Threat.LOOPBACK) >= 0 && !alone && url.isInMarkup()
				&& LoadedUrl.isAt(view.text(), url.start())) {
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
			case INTERACTION -> alone ? Confidence.STRONG : Confidence.WEAK;
			case METADATA ->
				alone ? Confidence.CERTAIN : (url.isAssigned() || LoadedUrl.isPicture(view.text(), url.start()))
						? Confidence.STRONG : Confidence.WEAK;
		};
	}

	/**
	 * Whether a proxy or a browser tells an address where it is honest: pages are linked
	 * from everywhere inside, and proxies ask for names of their network, but not for one
	 * of the host itself by its number, nor at the port of a database.
	 */
	private static boolean isOfProxy(Threat threat, boolean alone, UrlScanner url, ValueView view) {
		String header = view.input().name();
		if (UrlParameters.isReferer(header)) {
			return threat.compareTo(Threat.HIDDEN) < 0 || !alone;
		}
		boolean bare = url.schemeLength() == 0 && UrlParameters.isHostOfProxy(header);
		if (bare || ServerPort.isAt(view.text(), url.hostEnd())) {
			return false;
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
		if (!plain) {
			return false;
		}
		boolean registered = UrlParameters.isRegisteredRedirect(name) && view.text().indexOf("://") > 0;
		return registered || !UrlScheme.isOfWeb(url.scheme()) && UrlScheme.kindOf(url.scheme()) == 0
				&& UrlParameters.isOauthRedirect(name);
	}

	private static @Nullable Hit hit(Rule rule, Confidence confidence, ValueView view, UrlScanner url,
			boolean strongOnly) {
		if (confidence == Confidence.WEAK || CodeFields.areTraced(view.input())) {
			return strongOnly ? null : new Hit(rule, Hit.WEAK, url.start(), url.hostEnd());
		}
		int points = (confidence == Confidence.CERTAIN) ? Hit.CERTAIN : Hit.STRONG;
		return new Hit(rule, points, url.start(), url.hostEnd());
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
