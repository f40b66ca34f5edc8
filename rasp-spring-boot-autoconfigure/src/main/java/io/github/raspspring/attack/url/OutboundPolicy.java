package io.github.raspspring.attack.url;

/**
 * Where requests of the application may go when input takes part in the choice.
 *
 * @param allowedHosts hosts that input may choose, whatever address they have
 * @param deniedHosts hosts that are never called while a request is served
 * @param publicHosts whether input may choose any host with a public address
 */
public record OutboundPolicy(HostPatterns allowedHosts, HostPatterns deniedHosts, boolean publicHosts) {

	/**
	 * Create the policy that applies unless configured otherwise.
	 * @return input may choose public hosts only
	 */
	public static OutboundPolicy defaults() {
		return new OutboundPolicy(HostPatterns.NONE, HostPatterns.NONE, true);
	}

}
