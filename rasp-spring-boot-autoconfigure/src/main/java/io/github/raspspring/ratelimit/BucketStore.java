package io.github.raspspring.ratelimit;

import java.util.function.Supplier;

import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.raspspring.engine.StoreCalls;

/**
 * Where instances keep the buckets they share.
 *
 * @param managers finds the manager of the buckets; may throw while there is none
 * @param calls makes the calls to it
 * @param secret what keys are hashed with, the same on all instances; may be empty
 */
public record BucketStore(Supplier<ProxyManager<String>> managers, StoreCalls calls, String secret) {

	/**
	 * Return a text without the secret.
	 */
	@Override
	public String toString() {
		return "BucketStore";
	}

}
