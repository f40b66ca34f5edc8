package io.github.raspspring.demo.covers;

import java.net.URI;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

@Component
class CoverImporter {

	private final RestClient client;

	CoverImporter(RestClient.Builder builder) {
		this.client = builder.build();
	}

	/**
	 * VULNERABLE on purpose (CWE-918): the caller chooses where the server connects to.
	 */
	@Nullable String fetch(String url) {
		return this.client.get().uri(URI.create(url)).retrieve().body(String.class);
	}

}
