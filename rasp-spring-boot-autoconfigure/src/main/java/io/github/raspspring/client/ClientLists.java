package io.github.raspspring.client;

import java.time.Instant;
import java.util.List;

import io.github.raspspring.engine.Inspection;

/**
 * All lists of the application. Thread-safe.
 *
 * @param blocked lists of clients that are refused
 * @param allowed lists of clients that no list, score or reputation refuses
 */
public record ClientLists(List<ClientList> blocked, List<ClientList> allowed) {

	/** No lists. */
	public static final ClientLists NONE = new ClientLists(List.of(), List.of());

	public ClientLists {
		blocked = List.copyOf(blocked);
		allowed = List.copyOf(allowed);
	}

	/**
	 * Return whether the client of an exchange is not to be refused for who it is.
	 * @param inspection the exchange
	 * @return {@code true} if it is on a list of allowed clients, as far as it is known
	 */
	public boolean allows(Inspection inspection) {
		for (ClientList list : this.allowed) {
			if (list.names(inspection)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Read the files again where need be.
	 * @param now the time
	 */
	public void refresh(Instant now) {
		this.blocked.forEach((list) -> list.refresh(now));
		this.allowed.forEach((list) -> list.refresh(now));
	}

}
