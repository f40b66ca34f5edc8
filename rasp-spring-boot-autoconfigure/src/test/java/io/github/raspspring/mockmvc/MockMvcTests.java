package io.github.raspspring.mockmvc;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.raspspring.event.EventHistory;
import jakarta.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.opaqueToken;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/**
 * Tests of an application go on as they did without the product, and what they send is
 * judged as in earnest.
 */
@SpringBootTest(classes = MockMvcTests.Application.class,
		properties = { "rasp.mode=block", "rasp.events.fold-window=0s", "rasp.token.audiences=shop",
				"rasp.token.required-claims=jti",
				"spring.security.oauth2.resourceserver.jwt.jwk-set-uri=http://127.0.0.1:1/keys" })
@AutoConfigureMockMvc
class MockMvcTests {

	private static final String ATTACK = "1' UNION SELECT password FROM users-- ";

	@Autowired
	private MockMvc mvc;

	@Autowired
	private EventHistory events;

	static Stream<Named<RequestPostProcessor>> users() {
		return Stream.of(Named.of("jwt", jwt()),
				Named.of("jwt with claims",
						jwt().jwt((token) -> token.subject("alice").claim("scope", "read").claim("aud", "elsewhere"))),
				Named.of("jwt with authorities", jwt().authorities(AuthorityUtils.createAuthorityList("ROLE_USER"))),
				Named.of("jwt with odd header", jwt().jwt((token) -> token.header("alg", "none").tokenValue("a"))),
				Named.of("opaque token", opaqueToken()), Named.of("user", user("alice").roles("USER")));
	}

	static Stream<Named<MockHttpServletRequestBuilder>> honest() {
		return Stream.of(Named.of("parameter", get("/param").param("q", "It's a book")),
				Named.of("two", get("/list").param("q", "one", "two")),
				Named.of("number", get("/number").param("q", "42")), Named.of("bean", post("/bean").param("q", "Dune")),
				Named.of("request", get("/request").param("q", "It's a book")),
				Named.of("function", get("/function").param("q", "It's a book")),
				Named.of("map", get("/map").param("q", "select a book from the list")),
				Named.of("session", get("/param").param("q", "x").session(new MockHttpSession())));
	}

	static Stream<Named<MockHttpServletRequestBuilder>> attacks() {
		return Stream.of(Named.of("parameter", get("/param").param("q", ATTACK)),
				Named.of("parameter of a post", post("/param").param("q", ATTACK)),
				Named.of("second of two", get("/list").param("q", "one", ATTACK)),
				Named.of("query parameter", get("/param").queryParam("q", ATTACK)),
				Named.of("form field", post("/param").formField("q", ATTACK)),
				Named.of("bean", post("/bean").param("q", ATTACK)),
				Named.of("record", post("/record").param("q", ATTACK)), Named.of("map", get("/map").param("q", ATTACK)),
				Named.of("multi map", get("/multi-map").param("q", ATTACK)),
				Named.of("request", get("/request").param("q", ATTACK)),
				Named.of("web request", get("/web-request").param("q", ATTACK)),
				Named.of("function", get("/function").param("q", ATTACK)), Named.of("path", get("/path/{q}", ATTACK)),
				Named.of("body",
						post("/body").contentType(MediaType.APPLICATION_JSON).content("{\"q\":\"" + ATTACK + "\"}")));
	}

	@ParameterizedTest
	@MethodSource("users")
	void requestOfATestIsServedAsTheTestSays(RequestPostProcessor user) throws Exception {
		long before = recorded();
		assertThat(status(get("/param").param("q", "Dune").with(user))).isEqualTo(200);
		assertThat(recorded()).isEqualTo(before);
	}

	@ParameterizedTest
	@MethodSource("honest")
	void honestRequestIsServed(MockHttpServletRequestBuilder request) throws Exception {
		assertThat(status(request.with(jwt()))).isEqualTo(200);
	}

	@ParameterizedTest
	@MethodSource("attacks")
	void attackIsRefusedWhereverItIsBoundFrom(MockHttpServletRequestBuilder request) throws Exception {
		assertThat(status(request.with(jwt()))).isEqualTo(403);
	}

	@ParameterizedTest
	@ValueSource(strings = { "token", "a.b", "a.b.c", "", "eyJhbGciOiJub25lIn0.e30.", "header.claims.signature",
			"eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1c2VyIn0.AAAA" })
	void tokenThatIsSentIsJudgedAllTheSame(String token) throws Exception {
		assertThat(status(get("/param").param("q", "Dune").header("Authorization", "Bearer " + token))).isEqualTo(401);
	}

	@Test
	void requestOfNobodyIsRefusedBySpringSecurityOnly() throws Exception {
		assertThat(status(get("/param").param("q", "Dune"))).isEqualTo(401);
	}

	private int status(MockHttpServletRequestBuilder request) throws Exception {
		return this.mvc.perform(request).andReturn().getResponse().getStatus();
	}

	private long recorded() {
		return ((Number) this.events.overview().get("recorded")).longValue();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Pages.class)
	static class Application {

		@Bean
		RouterFunction<ServerResponse> function() {
			return RouterFunctions.route()
				.GET("/function", (request) -> ServerResponse.ok().body(request.param("q").orElseThrow()))
				.build();
		}

	}

	@RestController
	static class Pages {

		@RequestMapping("/param")
		String param(@RequestParam String q) {
			return q;
		}

		@RequestMapping("/number")
		int number(@RequestParam int q) {
			return q;
		}

		@RequestMapping("/list")
		List<String> list(@RequestParam List<String> q) {
			return q;
		}

		@RequestMapping("/bean")
		String bean(@ModelAttribute Form form) {
			return form.getQ();
		}

		@RequestMapping("/record")
		String record(Query query) {
			return query.q();
		}

		@RequestMapping("/map")
		Map<String, String> map(@RequestParam Map<String, String> all) {
			return all;
		}

		@RequestMapping("/multi-map")
		Map<String, List<String>> multiMap(@RequestParam MultiValueMap<String, String> all) {
			return all;
		}

		@RequestMapping("/request")
		String request(HttpServletRequest request) {
			return request.getParameter("q");
		}

		@RequestMapping("/web-request")
		String webRequest(WebRequest request) {
			return request.getParameter("q");
		}

		@RequestMapping("/path/{q}")
		String path(@PathVariable String q) {
			return q;
		}

		@RequestMapping("/body")
		String body(@RequestBody Query query) {
			return query.q();
		}

	}

	record Query(String q) {

	}

	static class Form {

		private String q = "";

		public String getQ() {
			return this.q;
		}

		public void setQ(String q) {
			this.q = q;
		}

	}

}
