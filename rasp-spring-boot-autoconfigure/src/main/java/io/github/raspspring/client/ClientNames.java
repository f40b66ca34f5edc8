package io.github.raspspring.client;

import java.util.ArrayList;
import java.util.List;

import io.github.raspspring.engine.ClientIdentity;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.Subject;

/**
 * The names by which clients are charged and shown.
 */
final class ClientNames {

	private ClientNames() {
	}

	/**
	 * Name who answers for an exchange: the verified subject alone, else the session and
	 * the API key, if there are any, and the network unless it is that of a trusted
	 * proxy.
	 */
	static List<String> of(Inspection inspection) {
		Subject subject = inspection.subject();
		if (subject != null) {
			return List.of(of(subject));
		}
		return ofSender(inspection);
	}

	/**
	 * Name who sent an exchange, whoever the token speaks of.
	 */
	static List<String> ofSender(Inspection inspection) {
		ClientIdentity client = inspection.client();
		if (client.session() == null && client.apiKey() == null) {
			return client.proxy() ? List.of() : List.of(ofNetwork(client.network()));
		}
		List<String> names = new ArrayList<>();
		if (client.session() != null) {
			names.add("session:" + client.session());
		}
		if (client.apiKey() != null) {
			names.add("api-key:" + client.apiKey());
		}
		if (!client.proxy()) {
			names.add(ofNetwork(client.network()));
		}
		return names;
	}

	static String of(Subject subject) {
		String issuer = (subject.issuer() != null) ? '@' + subject.issuer() : "";
		return "subject:" + subject.name() + issuer;
	}

	static String ofNetwork(String network) {
		return "network:" + network;
	}

}
