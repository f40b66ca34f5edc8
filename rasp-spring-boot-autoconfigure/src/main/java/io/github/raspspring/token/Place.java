package io.github.raspspring.token;

import io.github.raspspring.engine.ClientIdentity;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Numbers that stand for a network and a user agent.
 *
 * @param network the /24 or /64 of the client
 * @param agent the user agent without its version numbers
 */
public record Place(int network, int agent) {

	static Place of(ClientIdentity client, HttpServletRequest request) {
		return new Place(network(client.network()), agent(request));
	}

	private static int network(String address) {
		int end = (address.indexOf(':') < 0) ? address.lastIndexOf('.') : address.length();
		int hash = 7;
		for (int i = 0; i < end; i++) {
			hash = 31 * hash + address.charAt(i);
		}
		return hash;
	}

	/**
	 * An update changes digits and is no other agent.
	 */
	private static int agent(HttpServletRequest request) {
		String agent = SentHeaders.of(request).getHeader("User-Agent");
		int hash = 7;
		int end = (agent != null) ? Math.min(agent.length(), 512) : 0;
		for (int i = 0; i < end; i++) {
			char character = agent.charAt(i);
			if (character != '.' && (character < '0' || character > '9')) {
				hash = 31 * hash + character;
			}
		}
		return hash;
	}

}
