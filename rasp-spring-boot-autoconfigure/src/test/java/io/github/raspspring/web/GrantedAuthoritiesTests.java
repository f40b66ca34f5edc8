package io.github.raspspring.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.github.raspspring.engine.Subject;
import org.junit.jupiter.api.Test;

import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The names of what Spring Security grants, which are looked up without a copy.
 */
class GrantedAuthoritiesTests {

	@Test
	void authoritiesWhenNamesAreRepeatedOrMissingThenAreTheNamesOnceInTheirOrder() {
		GrantedAuthority nameless = () -> null;
		Set<String> granted = granted(List.of(new SimpleGrantedAuthority("SCOPE_b"), nameless,
				new SimpleGrantedAuthority("SCOPE_a"), new SimpleGrantedAuthority("SCOPE_b")));
		assertThat(granted).containsExactly("SCOPE_b", "SCOPE_a").hasSize(2);
		assertThat(granted.contains("SCOPE_a")).isTrue();
		assertThat(granted.contains("SCOPE_c")).isFalse();
		assertThat(granted.contains(null)).isFalse();
		assertThat(granted).isEqualTo(Set.of("SCOPE_a", "SCOPE_b")).hasSameHashCodeAs(Set.of("SCOPE_a", "SCOPE_b"));
	}

	@Test
	void authoritiesWhenNoneHasANameThenAreNone() {
		GrantedAuthority nameless = () -> null;
		assertThat(granted(List.of(nameless)).isEmpty()).isTrue();
		assertThat(granted(List.of()).isEmpty()).isTrue();
		assertThat(granted(List.of(new SimpleGrantedAuthority("a"))).isEmpty()).isFalse();
	}

	private static Set<String> granted(List<? extends GrantedAuthority> authorities) {
		Subject subject = AuthenticationSubjectResolver
			.of(new TestingAuthenticationToken("alice", "", new ArrayList<>(authorities)));
		return (subject != null) ? subject.authorities() : Set.of();
	}

}
