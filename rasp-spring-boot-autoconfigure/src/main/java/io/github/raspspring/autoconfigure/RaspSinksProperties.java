package io.github.raspspring.autoconfigure;

import java.util.List;

import io.github.raspspring.sink.HostPatterns;
import io.github.raspspring.sink.OutboundPolicy;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * How calls are judged right before they are executed.
 *
 * @param enabled Whether calls are judged before execution. Single sinks are switched by
 * rasp.detectors, for example rasp.detectors.sql-sink.enabled.
 * @param http Where requests of the application may go.
 */
@ConfigurationProperties("rasp.sinks")
public record RaspSinksProperties(@DefaultValue("true") boolean enabled, @DefaultValue Http http) {

	/**
	 * Where requests of the application may go when input takes part in the choice.
	 *
	 * @param allowedHosts Hosts that input may choose whatever address they have, such as
	 * api.example.com or *.example.com.
	 * @param deniedHosts Hosts that are never called while a request is served.
	 * @param publicHosts Whether input may choose any host that has a public address.
	 */
	public record Http(@DefaultValue List<String> allowedHosts, @DefaultValue List<String> deniedHosts,
			@DefaultValue("true") boolean publicHosts) {

		OutboundPolicy policy() {
			return new OutboundPolicy(patterns("allowed-hosts", this.allowedHosts),
					patterns("denied-hosts", this.deniedHosts), this.publicHosts);
		}

		private static HostPatterns patterns(String property, List<String> hosts) {
			try {
				return new HostPatterns(hosts);
			}
			catch (IllegalArgumentException ex) {
				throw new InvalidConfigurationPropertyValueException("rasp.sinks.http." + property, hosts,
						"Give names of hosts such as api.example.com or *.example.com: " + ex.getMessage());
			}
		}

	}

}
