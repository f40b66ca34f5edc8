package io.github.raspspring.client;

import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.Subject;

/**
 * The names by which clients are charged and shown.
 */
final class ClientNames {

	private ClientNames() {
	}

	/**
	 * Name who answers for an exchange: the verified subject, else the network.
	 */
	static String of(Inspection inspection) {
		Subject subject = inspection.subject();
		return (subject != null) ? of(subject) : ofNetwork(inspection.client().network());
	}

	static String of(Subject subject) {
		String issuer = (subject.issuer() != null) ? '@' + subject.issuer() : "";
		return "subject:" + subject.name() + issuer;
	}

	static String ofNetwork(String network) {
		return "network:" + network;
	}

}
