package io.github.raspspring.token;

import java.io.IOException;
import java.util.List;

import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.web.firewall.DefaultHttpFirewall;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.servletapi.SecurityContextHolderAwareRequestFilter;
import org.springframework.security.web.servletapi.SecurityContextHolderAwareRequestWrapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of what headers are read from, with the wrappers that Spring Security makes.
 */
class SentHeadersTests {

	private final MockHttpServletRequest sent = new MockHttpServletRequest("GET", "/");

	private final StrictHttpFirewall firewall = new StrictHttpFirewall();

	private final HeaderWriterFilter headers = new HeaderWriterFilter(List.of((request, response) -> {
	}));

	private final SecurityContextHolderAwareRequestFilter awareness = new SecurityContextHolderAwareRequestFilter();

	@BeforeEach
	void send() throws ServletException {
		this.sent.addHeader("Authorization", "Bearer a.b.c");
		this.firewall.setAllowedHeaderValues((value) -> {
			throw new IllegalStateException("The firewall was asked");
		});
		this.awareness.afterPropertiesSet();
	}

	@Test
	void ofWhenFirewallIsBehindWrappersOfSpringSecurityThenIsWhatItWraps() throws Exception {
		HttpServletRequest within = within(this.firewall, this.headers, this.awareness);
		assertThat(within).isNotInstanceOf(MockHttpServletRequest.class);
		assertThat(SentHeaders.of(within)).isSameAs(this.sent);
	}

	@Test
	void ofWhenApplicationWrapsWithinFirewallThenIsAskedThroughIt() throws Exception {
		Filter ofApplication = (request, response, chain) -> chain.doFilter(authorizing(request), response);
		HttpServletRequest within = within(this.firewall, this.headers, ofApplication, this.awareness);
		assertThat(SentHeaders.of(within)).isSameAs(within);
		assertThat(SentHeaders.of(within).getHeader("Authorization")).isEqualTo("Bearer of.the.application");
	}

	@Test
	void ofWhenApplicationExtendsWrapperThenIsAskedThroughIt() throws Exception {
		Filter ofApplication = (request, response, chain) -> chain
			.doFilter(new SecurityContextHolderAwareRequestWrapper((HttpServletRequest) request, "ROLE_") {
			}, response);
		HttpServletRequest within = within(this.firewall, this.headers, ofApplication);
		assertThat(SentHeaders.of(within)).isSameAs(within);
	}

	@Test
	void ofWhenApplicationWrapsOutsideOfFirewallThenIsItsWrapper() throws Exception {
		HttpServletRequest outside = authorizing(this.sent);
		HttpServletRequest within = within(this.firewall.getFirewalledRequest(outside), this.headers);
		assertThat(SentHeaders.of(within)).isSameAs(outside);
	}

	@Test
	void ofWhenFirewallIsAnotherThenIsAskedThroughIt() throws Exception {
		HttpServletRequest within = within(new DefaultHttpFirewall(), this.headers, this.awareness);
		assertThat(SentHeaders.of(within)).isSameAs(within);
	}

	@Test
	void ofWhenThereIsNoFirewallThenIsTheRequest() {
		assertThat(SentHeaders.of(this.sent)).isSameAs(this.sent);
	}

	private HttpServletRequest within(HttpFirewall wall, Filter... filters) throws Exception {
		return within(wall.getFirewalledRequest(this.sent), filters);
	}

	private static HttpServletRequest within(HttpServletRequest request, Filter... filters)
			throws IOException, ServletException {
		ServletRequest current = request;
		for (Filter filter : filters) {
			MockFilterChain chain = new MockFilterChain();
			filter.doFilter(current, new MockHttpServletResponse(), chain);
			current = chain.getRequest();
		}
		return (HttpServletRequest) current;
	}

	private static HttpServletRequest authorizing(ServletRequest request) {
		return new HttpServletRequestWrapper((HttpServletRequest) request) {

			@Override
			public String getHeader(String name) {
				return name.equals("Authorization") ? "Bearer of.the.application" : super.getHeader(name);
			}

		};
	}

}
