package io.github.raspspring.web.answer;

import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.web.access.ExceptionTranslationFilter;

import static org.assertj.core.api.Assertions.assertThat;

class AuthenticationChallengeTests {

	private final AuthenticationChallenge challenge = new AuthenticationChallenge();

	private final MockHttpServletResponse response = new MockHttpServletResponse();

	private final AtomicBoolean wentOn = new AtomicBoolean();

	@Test
	void asksInTheWayOfTheChain() throws Exception {
		this.challenge.askBy(new ExceptionTranslationFilter((request, answer, exception) -> answer.setStatus(401)));
		run();
		assertThat(this.response.getStatus()).isEqualTo(401);
		assertThat(this.wentOn).isFalse();
	}

	@Test
	void goesOnWhereTheChainTranslatesNothing() throws Exception {
		run();
		assertThat(this.wentOn).isTrue();
	}

	private void run() throws Exception {
		this.challenge.doFilter(new MockHttpServletRequest(), this.response,
				(request, answer) -> this.wentOn.set(true));
	}

}
