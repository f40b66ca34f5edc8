package io.github.raspspring.demo.covers;

import java.net.InetAddress;
import java.net.UnknownHostException;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * A route for programs on the same machine, protected by nothing but the address of the
 * caller: what a forged request of the server itself can reach.
 */
@RestController
class StockController {

	private final JdbcClient jdbc;

	StockController(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@GetMapping("/internal/stock")
	Stock stock(HttpServletRequest request) throws UnknownHostException {
		if (!InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		String key = this.jdbc.sql("SELECT content FROM secrets WHERE name = 'warehouse-key'")
			.query(String.class)
			.single();
		return new Stock("Reykjavik", key);
	}

	record Stock(String warehouse, String key) {

	}

}
