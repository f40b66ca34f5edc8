package io.github.raspspring.attack.url;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.sink.SinkInputs;

/**
 * All hosts that the values of one request name, but for those by which it names this
 * server. Immutable.
 *
 * @param inputs the values
 * @param hosts the hosts, in the order of the values
 * @param anyDisguised whether one of them is written in another way than usual
 */
record NamedHosts(SinkInputs inputs, List<NamedHost> hosts, boolean anyDisguised) {

	/** Headers that name this server: calls of the application to itself coincide. */
	private static final Set<String> OWN_ADDRESS = Set.of("host", "origin", "referer", "forwarded", "x-forwarded-host");

	/**
	 * Read the values of a request.
	 */
	static NamedHosts of(SinkInputs inputs) {
		List<NamedHost> hosts = new ArrayList<>();
		for (int i = 0; i < inputs.size(); i++) {
			if (!inputs.isRepeated(i) && !inputs.isNameOfOneWord(i) && !nameThisServer(inputs.source(i))) {
				inputs.walk(inputs.text(i).length());
				new NamedHostReader(i, hosts::add).read(inputs.text(i));
			}
		}
		return new NamedHosts(inputs, hosts, hosts.stream().anyMatch(NamedHost::disguised));
	}

	/**
	 * Return whether a value tells where the client has found this server.
	 */
	static boolean nameThisServer(InputValue value) {
		return value.location() == InputLocation.HEADER && OWN_ADDRESS.contains(value.name().toLowerCase(Locale.ROOT));
	}

}
