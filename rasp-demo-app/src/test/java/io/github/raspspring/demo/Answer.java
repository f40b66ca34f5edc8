package io.github.raspspring.demo;

import java.net.http.HttpResponse;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the bookshop answered.
 */
record Answer(HttpResponse<String> response) {

	private static final JsonMapper JSON = new JsonMapper();

	int status() {
		return this.response.statusCode();
	}

	String body() {
		return this.response.body();
	}

	JsonNode json() {
		return JSON.readTree(body());
	}

	String header(String name) {
		return this.response.headers().firstValue(name).orElse("");
	}

	@Override
	public String toString() {
		return status() + " " + this.response.headers().map() + " " + body();
	}

}
