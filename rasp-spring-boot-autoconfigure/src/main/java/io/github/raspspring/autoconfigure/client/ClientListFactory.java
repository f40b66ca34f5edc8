package io.github.raspspring.autoconfigure.client;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

import io.github.raspspring.autoconfigure.client.RaspClientProperties.Action;
import io.github.raspspring.autoconfigure.client.RaspClientProperties.ListFile;
import io.github.raspspring.client.ClientList;
import io.github.raspspring.client.ClientLists;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * Reads the lists that are configured, and names the property of one that can't be read.
 */
final class ClientListFactory {

	private ClientListFactory() {
	}

	static ClientLists load(RaspClientProperties properties, Instant now) {
		return new ClientLists(load(properties, Action.BLOCK, now), load(properties, Action.ALLOW, now));
	}

	private static List<ClientList> load(RaspClientProperties properties, Action action, Instant now) {
		return new TreeMap<>(properties.lists()).entrySet()
			.stream()
			.filter((list) -> list.getValue().action() == action)
			.map((list) -> load(list.getKey(), list.getValue(), now))
			.toList();
	}

	private static ClientList load(String name, ListFile properties, Instant now) {
		ClientList list = new ClientList(name, Objects.requireNonNull(properties.file()), properties.kind());
		try {
			list.load(now);
			return list;
		}
		catch (IOException ex) {
			throw new InvalidConfigurationPropertyValueException(RaspClientProperties.LISTS + name + ".file",
					properties.file(), "Name a file that can be read.");
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidConfigurationPropertyValueException(RaspClientProperties.LISTS + name + ".file",
					properties.file(), "Mend the file: " + ex.getMessage() + ".");
		}
	}

}
