package io.github.raspspring.event.delivery;

import java.net.URI;
import java.time.Duration;

/**
 * Where and how events are posted.
 *
 * @param url the receiver
 * @param secret the key of the signature
 * @param timeout how long to wait for a connection and for an answer
 * @param everything whether events are sent at which nobody needs to look, too
 */
public record WebhookSettings(URI url, byte[] secret, Duration timeout, boolean everything) {

	@Override
	public String toString() {
		return "WebhookSettings[timeout=" + this.timeout + "]";
	}

}
