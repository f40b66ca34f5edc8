package io.github.raspspring.demo.vault;

import java.util.Map;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * VULNERABLE on purpose (CWE-639, CWE-294): believes whoever brings a token, however
 * often and from wherever, and any shop the path names.
 */
@RestController
class VaultController {

	@GetMapping("/api/vault")
	Map<String, String> open() {
		return Map.of("manuscript", "Chapter One: It was a dark and stormy night.");
	}

	@PostMapping("/api/vault/payout")
	Map<String, String> payOut() {
		return Map.of("status", "paid");
	}

	@GetMapping("/api/shops/{shop}/takings")
	Map<String, Object> takings(@PathVariable String shop) {
		return Map.of("shop", shop, "takings", 1234);
	}

}
