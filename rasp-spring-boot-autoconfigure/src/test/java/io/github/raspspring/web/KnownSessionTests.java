package io.github.raspspring.web;

import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;

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

}
