package io.github.raspspring.autoconfigure.inspect;

import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

import static org.assertj.core.api.Assertions.assertThat;

class CallerAuthorityTests {

	private final BooleanSupplier authority = CallerAuthority.of("rasp.x", "ROLE_SCHEMA");

	@AfterEach
	void forgetCaller() {
		SecurityContextHolder.clearContext();
	}

	@Test
	void getWhenNobodyIsAuthenticatedThenIsFalse() {
		assertThat(this.authority.getAsBoolean()).isFalse();
		TestingAuthenticationToken caller = new TestingAuthenticationToken("a", "b", "ROLE_SCHEMA");
		caller.setAuthenticated(false);
		SecurityContextHolder.getContext().setAuthentication(caller);
		assertThat(this.authority.getAsBoolean()).isFalse();
	}

	@Test
	void getWhenCallerHasAnotherAuthorityThenIsFalse() {
		SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("a", "b", "ROLE_SCHEMAS"));
		assertThat(this.authority.getAsBoolean()).isFalse();
	}

	@Test
	void getWhenCallerHasAuthorityThenIsTrue() {
		SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("a", "b", "ROLE_SCHEMA"));
		assertThat(this.authority.getAsBoolean()).isTrue();
	}

}
