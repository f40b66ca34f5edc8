package io.github.raspspring.autoconfigure.client;

import io.github.raspspring.autoconfigure.client.RaspClientProperties.Action;
import io.github.raspspring.autoconfigure.client.RaspClientProperties.ListFile;
import io.github.raspspring.client.BlockListDetector;
import io.github.raspspring.client.ClientList;
import io.github.raspspring.client.ClientLists;

import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Registers a detector for each list of blocked clients.
 */
final class BlockListDetectorRegistrar implements BeanRegistrar {

	@Override
	public void register(BeanRegistry registry, Environment environment) {
		Binder.get(environment)
			.bind("rasp.client", RaspClientProperties.class)
			.ifBound((properties) -> properties.lists().forEach((name, list) -> {
				if (list.action() == Action.BLOCK) {
					register(registry, name, list);
				}
			}));
	}

	private static void register(BeanRegistry registry, String name, ListFile list) {
		registry.registerBean("raspClientList." + name, BlockListDetector.class,
				(spec) -> spec.supplier((context) -> detector(context.bean(ClientLists.class), name, list)));
	}

	private static BlockListDetector detector(ClientLists lists, String name, ListFile properties) {
		ClientList list = lists.blocked()
			.stream()
			.filter((candidate) -> candidate.name().equals(name))
			.findFirst()
			.orElseThrow();
		return new BlockListDetector(list, lists, properties.mode());
	}

}
