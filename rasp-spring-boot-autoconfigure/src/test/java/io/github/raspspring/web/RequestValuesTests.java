package io.github.raspspring.web;

import java.util.Collections;
import java.util.List;
import java.util.Locale;

import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

class RequestValuesTests {

	/** Walks as a container does. */
	private static final HeaderWalk WALK = (request, wanted, taker) -> {
		for (String sent : Collections.list(request.getHeaderNames())) {
			String name = sent.toLowerCase(Locale.ROOT);
			if (wanted.test(name)) {
				request.getHeaders(sent).asIterator().forEachRemaining((value) -> taker.accept(name, value));
			}
		}
		return true;
	};

	private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");

	@Test
	void walkFindsWhatAskingFinds() {
		this.request.addHeader("User-Agent", "shop/1");
		this.request.addHeader("AUTHORIZATION", "Basic YWxpY2U6c2VjcmV0");
		this.request.addHeader("Proxy-Authorization", "Odd one");
		this.request.addHeader("cookie", "a=1; =dropped");
		this.request.setCookies(new Cookie("a", "1"));
		assertThat(read(WALK)).containsExactlyElementsOf(read(HeaderWalk.NONE)).hasSizeGreaterThan(5);
	}

	@Test
	void credentialsOfNoTokenAreRead() {
		this.request.addHeader("Authorization", "anything goes");
		assertThat(read(WALK)).anyMatch((value) -> value.value().equals("anything goes"));
	}

	@Test
	void tokensAreNotRead() {
		this.request.addHeader("Authorization", "Bearer abc.def");
		assertThat(read(WALK)).noneMatch((value) -> value.location() == InputLocation.HEADER);
	}

	@Test
	void cookiesAreReadOnTheirOwn() {
		this.request.setCookies(new Cookie("theme", "dark"));
		assertThat(read(WALK))
			.anyMatch((value) -> value.location() == InputLocation.COOKIE && value.value().equals("dark"))
			.noneMatch((value) -> value.location() == InputLocation.HEADER);
	}

	@Test
	void requestWithoutHeadersHasItsPathOnly() {
		assertThat(read(WALK)).containsExactly(new InputValue(InputLocation.PATH, "path", "/"));
	}

	private List<InputValue> read(HeaderWalk walk) {
		return new RequestValues(walk).of(this.request, "/");
	}

}
