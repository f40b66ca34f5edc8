package io.github.raspspring.attack.http;

import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.Findings;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.RepeatableDetector;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.engine.ValueView;
import io.github.raspspring.text.HashedWords;

/**
 * Recognizes scanners that introduce themselves, by {@code User-Agent} or by a header of
 * their own. Always weak: the name is the client's to choose, so it is worth a note for
 * the client's score and never a refusal.
 * <p>
 * Lets pass general clients such as curl, libraries, load generators and health checks.
 * Costs one pass over one header and allocates nothing.
 */
public final class ScannerClientDetector implements RepeatableDetector {

	/** Rule {@code user-agent}: the client names a scanner. */
	public static final Rule USER_AGENT = new Rule("user-agent", "CWE-200",
			"The client introduces itself as a tool that looks for weaknesses.",
			"Find out whether the scan is authorized; if it is not, block the client at the edge.");

	private static final HashedWords TOOLS = HashedWords.of("sqlmap nikto nuclei acunetix nessus openvas dirbuster"
			+ " gobuster ffuf wpscan zgrab masscan arachni w3af havij jaeles whatweb feroxbuster dirsearch wfuzz commix"
			+ " xsser dalfox katana httpx netsparker invicti appscan webinspect qualys skipfish vega jorgee morfeus zmeu"
			+ " paros webshag joomscan droopescan cmsmap nmap fimap grendel-scan golismero hydra brutus pangolin bbqsql"
			+ " nosqlmap tplmap ysoserial log4j-scan crowbar interactsh projectdiscovery");

	private static final HashedWords HEADERS = HashedWords.of("acunetix-aspect acunetix-aspect-password"
			+ " acunetix-aspect-queries acunetix-product acunetix-scanning-agreement acunetix-user-agreement"
			+ " x-scan-memo x-wipp x-scanner x-wvs-id x-nessus");

	@Override
	public String name() {
		return "scanner-client";
	}

	@Override
	public Category category() {
		return Category.ABUSE;
	}

	@Override
	public long triggers() {
		return NAMED_VALUE;
	}

	@Override
	public boolean supports(InputValue value) {
		return value.location() == InputLocation.HEADER && value.kind() == InputValue.Kind.VALUE;
	}

	@Override
	public void detect(ValueView view, Findings findings) {
		if (view.encodings() > 0) {
			return;
		}
		String name = view.input().name();
		boolean agent = name.equalsIgnoreCase("user-agent");
		if (agent ? namesTool(view.text()) : isToolHeader(name)) {
			findings.add(Finding.of(this, USER_AGENT)
				.confidence(Confidence.WEAK)
				.at(view.input())
				.evidence(view.text(), 0, view.text().length())
				.build());
		}
	}

	private static boolean isToolHeader(String name) {
		return ((name.charAt(0) | 0x20) == 'a' || (name.charAt(0) | 0x20) == 'x')
				&& HEADERS.groupOf(HashedWords.hash(name)) != 0;
	}

	private static boolean isLowerCase(String agent, int index) {
		return index < agent.length() && agent.charAt(index) >= 'a' && agent.charAt(index) <= 'z';
	}

	private static boolean namesTool(String agent) {
		long hash = HashedWords.SEED;
		for (int i = 0; i <= agent.length(); i++) {
			char c = (i < agent.length()) ? agent.charAt(i) : ' ';
			if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z' || c >= '0' && c <= '9') {
				hash = HashedWords.extend(hash, c);
				continue;
			}
			boolean compound = c == '-' && isLowerCase(agent, i + 1);
			if (!compound && TOOLS.groupOf(hash) != 0) {
				return true;
			}
			hash = compound ? HashedWords.extend(hash, c) : HashedWords.SEED;
		}
		return false;
	}

}
