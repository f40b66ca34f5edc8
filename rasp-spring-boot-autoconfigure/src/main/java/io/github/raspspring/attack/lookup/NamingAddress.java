package io.github.raspspring.attack.lookup;

import io.github.raspspring.engine.InputValue;
import io.github.raspspring.text.Ascii;

/**
 * Recognizes the address of a naming service that a lookup would connect to:
 * {@code ldap://host/cn=a}, {@code corbaloc::host:2809/x}. Settings of a directory or a
 * resolver have such addresses, so the field has to be one whose value is looked up.
 * Stateless.
 */
final class NamingAddress {

	private static final String[] SCHEMES = { "ldap:", "ldaps:", "rmi://", "iiop:", "iiopname://", "corbaname:",
			"corbaloc:", "nis:", "nds:", "dns:", "service:jmx:rmi:", "service:jmx:iiop:" };

	/** Parts of names of fields that are handed to a lookup. */
	private static final String[] LOOKUPS = { "jndi", "lookup", "naming", "datasource", "data-source", "data_source",
			"jms", "ejb", "jdbc", "providerurl", "provider_url", "provider.url", "provider-url", "connectionfactory",
			"connection-factory", "connection_factory", "queuename", "topicname", "mbean" };

	/** Endings of names of fields that name a resource of the container. */
	private static final String[] RESOURCES = { "resource", "resource/name", "resource.name", "resource[name",
			"resourcename", "resource_name", "resource-name", "resource-ref", "resourceref", "res-ref-name",
			"mappedname", "mapped-name", "mapped_name" };

	/** Those of which no web service is one. */
	private static final String[] NEVER_WEB = { "jndi", "jdbc" };

	/** Parts of names of fields that hold settings of a directory or resolver. */
	private static final String[] SETTINGS = { "ldap", "dns", "resolver", "directory" };

	/** What names an object wherever it stands, and nothing that is not looked up. */
	private static final String[] ALWAYS = { "corbaname::", "corbaloc::", "jndi:ldap:", "jndi:ldaps:", "jndi:rmi:",
			"jndi:dns:", "jndi:iiop:", "jndi:corba" };

	private static final String FIRST = "lricndshj";

	private NamingAddress() {
	}

	/**
	 * Tell whether a text is an address and nothing else, in a field that says that its
	 * value is looked up. One for a provider may have the address of a web service.
	 */
	static boolean isLookedUp(String text, InputValue input) {
		int start = Ascii.skipSpace(text, 0);
		if (FIRST.indexOf(Ascii.fold(Ascii.at(text, start))) < 0 || input.kind() != InputValue.Kind.VALUE) {
			return false;
		}
		if (startsWithAny(text, start, ALWAYS) > 0 && isHost(text, text.indexOf(':', start) + 1)) {
			return true;
		}
		boolean web = Ascii.startsWith(text, start, "http:") || Ascii.startsWith(text, start, "https:");
		int host = web ? start + 5 : startsWithAny(text, start, SCHEMES);
		return host > 0 && (contains(input.name(), web ? NEVER_WEB : LOOKUPS) || !web && isResource(input.name()))
				&& !contains(input.name(), SETTINGS) && isHost(text, host);
	}

	private static int startsWithAny(String text, int start, String[] schemes) {
		for (String scheme : schemes) {
			if (Ascii.startsWith(text, start, scheme)) {
				return start + scheme.length();
			}
		}
		return -1;
	}

	/**
	 * Whether a host with a domain, an address or a port follows, which examples and
	 * names of local services leave out, and no blank.
	 */
	private static boolean isHost(String text, int start) {
		boolean reachable = false;
		int last = text.stripTrailing().length();
		for (int i = start; i < last; i++) {
			char c = text.charAt(i);
			if (Ascii.isSpace(c)) {
				return false;
			}
			reachable |= (c == '.' || c == ':') && Ascii.isWord(Ascii.at(text, i + 1));
		}
		return reachable;
	}

	private static boolean isResource(String name) {
		int end = name.endsWith("]") ? name.length() - 1 : name.length();
		for (String resource : RESOURCES) {
			if (Ascii.startsWith(name, end - resource.length(), resource)) {
				return true;
			}
		}
		return false;
	}

	private static boolean contains(String name, String[] words) {
		for (String word : words) {
			for (int i = 0; i + word.length() <= name.length(); i++) {
				if (Ascii.startsWith(name, i, word)) {
					return true;
				}
			}
		}
		return false;
	}

}
