package io.github.raspspring.testing;

import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * Post-processors of requests of {@code MockMvc} that tell what a client can't put into a
 * request itself.
 */
public final class RaspRequestPostProcessors {

	private RaspRequestPostProcessors() {
	}

	/**
	 * Let a request come from an address, so that a test of limits, blocks and scores has
	 * a client of its own.
	 * @param address an IPv4 or IPv6 address, such as {@code 203.0.113.7}
	 * @return the post-processor
	 */
	public static RequestPostProcessor from(String address) {
		return (request) -> {
			request.setRemoteAddr(address);
			request.setRemoteHost(address);
			return request;
		};
	}

}
