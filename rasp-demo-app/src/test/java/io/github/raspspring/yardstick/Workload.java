package io.github.raspspring.yardstick;

import java.util.List;

/**
 * Requests of one kind that are brought in turns.
 *
 * @param name how tables call it
 * @param requests the bytes of each request
 */
record Workload(String name, List<byte[]> requests) {

	byte[] request(int number) {
		return this.requests.get(number % this.requests.size());
	}

}
