package io.github.raspspring.attack.url;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.github.raspspring.sink.InputPlaces;
import io.github.raspspring.sink.Occurrence;
import io.github.raspspring.sink.SinkInputs;
import io.github.raspspring.sink.SinkVerdict;
import org.jspecify.annotations.Nullable;

/**
 * Judges what programs that fetch, such as {@code curl}, are told to fetch (CWE-918):
 * whether a value of the request chooses a host inside. Thread-safe.
 */
public final class FetchedUrls {

	private static final Set<String> FETCHERS = Set.of("curl", "wget", "wget2", "aria2c", "axel", "lynx", "w3m",
			"elinks", "links2", "httpie", "xh", "lwp-request", "lwp-download", "youtube-dl", "yt-dlp");

	/** Their names are words that others take for arguments. */
	private static final Set<String> FETCHERS_BY_PLACE = Set.of("http", "https", "fetch", "links");

	/** Options that a text follows, or a file to write, and no address. */
	private static final Set<String> TEXTS = Set.of("-d", "--data", "--data-raw", "--data-ascii", "--data-binary",
			"--data-urlencode", "--json", "-H", "--header", "-A", "--user-agent", "-U", "-e", "--referer", "-u",
			"--user", "-b", "--cookie", "-F", "--form", "--form-string", "-o", "--output", "-O", "--output-document",
			"-P", "--directory-prefix", "--post-data", "--body-data", "-w", "--write-out", "-X", "--request", "-m",
			"--max-time", "--out", "--dir");

	/** Numbers up to this one are those of network 0, in which no server is. */
	private static final long LONGEST_NUMBER = 0xFFFFFF;

	private static final String SIGNS_OF_SCRIPT = " \t\n\r;&|()";

	private final UrlJudge judge;

	/**
	 * Create a judge.
	 * @param policy where requests may go
	 */
	public FetchedUrls(OutboundPolicy policy) {
		this.judge = new UrlJudge(policy);
	}

	/**
	 * Judge a command line.
	 * @param command the program and its arguments
	 * @param inputs the values of the request that it runs for
	 * @return what was seen, by its place in the arguments joined by blanks, or
	 * {@code null}
	 */
	public @Nullable SinkVerdict judge(List<String> command, SinkInputs inputs) {
		boolean fetches = FETCHERS_BY_PLACE.contains(name(command.get(0)));
		int offset = 0;
		String before = "";
		for (String argument : command) {
			SinkVerdict verdict = fetches ? judgeWord(argument, before, offset, inputs)
					: isScript(argument) ? judgeScript(argument, offset, inputs) : null;
			if (verdict != null) {
				return verdict;
			}
			fetches |= FETCHERS.contains(name(argument));
			offset += argument.length() + 1;
			before = argument;
		}
		return null;
	}

	private static boolean isScript(String argument) {
		return argument.indexOf(' ') > 0 && FETCHERS.stream().anyMatch(argument::contains);
	}

	/**
	 * Judge word by word what a shell reads.
	 */
	private @Nullable SinkVerdict judgeScript(String script, int offset, SinkInputs inputs) {
		boolean fetches = false;
		String before = "";
		int i = 0;
		while (i < script.length()) {
			char c = script.charAt(i);
			if (SIGNS_OF_SCRIPT.indexOf(c) >= 0) {
				fetches &= c == ' ' || c == '\t';
				i++;
				continue;
			}
			int end = endOfWord(script, i);
			boolean quoted = (c == '"' || c == '\'') && end - i > 1;
			String word = quoted ? script.substring(i + 1, end - 1) : script.substring(i, end);
			SinkVerdict verdict = fetches ? judgeWord(word, before, offset + i + (quoted ? 1 : 0), inputs) : null;
			if (verdict != null) {
				return verdict;
			}
			fetches |= FETCHERS.contains(name(word));
			before = word;
			i = end;
		}
		return null;
	}

	private static int endOfWord(String script, int start) {
		char quote = 0;
		int i = start;
		while (i < script.length() && (quote != 0 || SIGNS_OF_SCRIPT.indexOf(script.charAt(i)) < 0)) {
			char c = script.charAt(i++);
			boolean sign = c == '"' || c == '\'';
			quote = (quote == 0 && sign) ? c : (quote == c) ? 0 : quote;
		}
		return i;
	}

	private @Nullable SinkVerdict judgeWord(String word, String before, int offset, SinkInputs inputs) {
		int authority = TEXTS.contains(before) ? -1 : authority(word);
		if (authority < 0) {
			return null;
		}
		UrlCall call = UrlCall.resolvedByJvm("fetch", word);
		SinkVerdict verdict = this.judge.judge(call, UrlParts.ofAuthority(word, authority, word.length()), inputs);
		if (verdict == null || verdict.input() == null && !holdsInput(word, inputs)) {
			return null;
		}
		return new SinkVerdict(verdict.rule(), verdict.confidence(), verdict.input(), offset + verdict.start(),
				offset + verdict.end(), verdict.cap());
	}

	/**
	 * Scripts of the application may ask for what no input may.
	 */
	private static boolean holdsInput(String word, SinkInputs inputs) {
		InputPlaces places = InputPlaces.of(word, inputs, (input) -> true);
		while (places.nextInput()) {
			if (places.next(0) != Occurrence.NONE) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Return where a host begins: behind a scheme that begins the word or belongs to an
	 * option, or at the start if it is known for one.
	 */
	private static int authority(String word) {
		int slashes = word.indexOf("://");
		if (slashes < 0) {
			return isBareHost(word) ? 0 : -1;
		}
		int scheme = slashes;
		while (scheme > 0 && Character.isLetterOrDigit(word.charAt(scheme - 1))) {
			scheme--;
		}
		boolean ofOption = word.startsWith("-") && scheme > 0
				&& !TEXTS.contains(word.substring(0, scheme - (word.charAt(scheme - 1) == '=' ? 1 : 0)));
		return (scheme == 0 || ofOption) ? slashes + "://".length() : -1;
	}

	/**
	 * Words may be files and numbers.
	 */
	private static boolean isBareHost(String word) {
		if (word.isEmpty() || word.charAt(0) == '-') {
			return false;
		}
		UrlParts parts = UrlParts.ofAuthority(word, 0, word.length());
		boolean address = HostAddress.readings(parts.host())
			.stream()
			.anyMatch((each) -> each.ipv6() || each.low() > LONGEST_NUMBER);
		boolean few = parts.host().indexOf('.') > 0 && parts.host().chars().filter((c) -> c == '.').count() < 3;
		boolean rest = parts.port() > 0 || parts.authorityEnd() < word.length();
		return address && (!few || rest)
				|| HostNames.targetOf(parts.host(), 0, parts.host().length()) != HostNames.Target.UNKNOWN;
	}

	private static String name(String program) {
		String name = program.substring(Math.max(program.lastIndexOf('/'), program.lastIndexOf('\\')) + 1)
			.toLowerCase(Locale.ROOT);
		return name.endsWith(".exe") ? name.substring(0, name.length() - ".exe".length()) : name;
	}

}
