package io.github.raspspring.web;

import jakarta.servlet.http.HttpSession;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

import static org.assertj.core.api.Assertions.assertThat;

class KnownSessionTests {

	private final MockHttpServletRequest request = new MockHttpServletRequest();

	@Test
	void idOfWhenServerKnowsTheSessionThenReturnsIt() {
		this.request.setRequestedSessionId("known");
		this.request.setRequestedSessionIdValid(true);
		assertThat(KnownSession.idOf(this.request)).isEqualTo("known");
	}

	@Test
	void idOfWhenClientMadeItUpThenReturnsNone() {
		this.request.setRequestedSessionId("forged");
		this.request.setRequestedSessionIdValid(false);
		assertThat(KnownSession.idOf(this.request)).isNull();
		assertThat(this.request.getSession(false)).isNull();
	}

	@Test
	void idOfWhenSessionsCanNotBeReadThenReturnsNone() {
		MockHttpServletRequest broken = new MockHttpServletRequest() {

			@Override
			public boolean isRequestedSessionIdValid() {
				throw new IllegalStateException("The session store does not answer");
			}

		};
		broken.setRequestedSessionId("any");
		assertThat(KnownSession.idOf(broken)).isNull();
	}

	@Test
	void isLoggedInWhenSessionIsAnonymousThenIsFalse() {
		belongTo(this.request.getSession());
		assertThat(KnownSession.isLoggedIn(this.request)).isFalse();
	}

	@Test
	void isLoggedInWhenSecurityContextIsKeptThenIsTrue() {
		HttpSession session = this.request.getSession();
		session.setAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
				new SecurityContextImpl());
		belongTo(session);
		assertThat(KnownSession.isLoggedIn(this.request)).isTrue();
	}

	@Test
	void isLoggedInWhenSessionIsMadeUpThenIsFalse() {
		this.request.setRequestedSessionId("forged");
		this.request.setRequestedSessionIdValid(false);
		assertThat(KnownSession.isLoggedIn(this.request)).isFalse();
		assertThat(this.request.getSession(false)).isNull();
	}

	private void belongTo(HttpSession session) {
		this.request.setRequestedSessionId(session.getId());
		this.request.setRequestedSessionIdValid(true);
	}

}
