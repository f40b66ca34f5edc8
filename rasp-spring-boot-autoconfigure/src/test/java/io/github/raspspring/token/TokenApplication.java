package io.github.raspspring.token;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.engine.event.DetectorFailed;
import io.github.raspspring.engine.event.ThreatDetected;
import io.github.raspspring.token.admission.TokenAdmission;
import io.github.raspspring.token.admission.TokenAdmissionFilter;
import io.github.raspspring.token.admission.TokenAuthority;
import io.github.raspspring.token.admission.VerifiedTokenFilter;
import io.github.raspspring.token.revocation.TokenRevocations;
import io.github.raspspring.token.use.GeoResolver;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.data.jdbc.autoconfigure.DataJdbcRepositoriesAutoConfiguration;
import org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authorization.AuthenticatedAuthorizationManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.security.oauth2.server.resource.authentication.JwtIssuerAuthenticationManagerResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.WebUtils;

/**
 * A running resource server, and its client.
 */
public final class TokenApplication implements AutoCloseable {

	/** It takes a third of the start, and nobody asks it anything here. */
	private static final String WITHOUT_DATABASE = Stream
		.of(DataSourceAutoConfiguration.class, HibernateJpaAutoConfiguration.class,
				DataJpaRepositoriesAutoConfiguration.class, DataJdbcRepositoriesAutoConfiguration.class)
		.map(Class::getName)
		.collect(Collectors.joining(","));

	private final HttpClient client = HttpClient.newHttpClient();

	private final ConfigurableApplicationContext context;

	public TokenApplication(SetUp setUp, Issuance issuance, String... properties) {
		this(setUp.configuration, setUp.properties(issuance), issuance, properties);
	}

	TokenApplication(Class<?> configuration, Map<String, Object> more, Issuance issuance, String... properties) {
		this.context = new SpringApplicationBuilder(configuration).properties(properties)
			.properties("server.port=0", "keys=" + issuance.address() + "/keys",
					"rasp.client.trusted-proxies=127.0.0.1", "rasp.events.delivery=inline",
					"management.endpoints.web.exposure.include=*", "spring.main.banner-mode=off",
					"spring.autoconfigure.exclude=" + WITHOUT_DATABASE)
			.properties(more)
			.run();
	}

	public <T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI
			.create("http://127.0.0.1:" + this.context.getEnvironment().getProperty("local.server.port") + path));
	}

	HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
		seen().clear();
		return this.client.send(request.build(), BodyHandlers.ofString());
	}

	public HttpResponse<String> get(String path, String token) throws Exception {
		return send(request(path).header("Authorization", "Bearer " + token));
	}

	HttpResponse<String> from(String address, String agent, String path, String token) throws Exception {
		return send(request(path).header("Authorization", "Bearer " + token)
			.header("X-Forwarded-For", address)
			.header("User-Agent", agent));
	}

	/** Ids of the token checks that the last request broke. */
	List<String> reported() {
		return seen().stream()
			.flatMap((event) -> event.decision().findings().stream())
			.map((finding) -> finding.rule().id())
			.toList();
	}

	List<ThreatDetected> seen() {
		return this.context.getBean(Seen.class).events;
	}

	List<DetectorFailed> failures() {
		return this.context.getBean(Seen.class).failures;
	}

	@Override
	public void close() {
		this.context.close();
	}

	/**
	 * The ways of setting up a resource server.
	 */
	public enum SetUp {

		BOOT(Boot.class), DECODER_BEAN(DecoderBean.class), DECODER_OF_CHAIN(DecoderOfChain.class),
		ISSUER_RESOLVER(Resolver.class), OPAQUE(Opaque.class), BY_HAND(ByHand.class), LOCATING(Locating.class),
		FAILING(Failing.class), DPOP(Dpop.class), DPOP_WITHOUT_MEMORY(DpopWithoutMemory.class),
		CONVERTED(Converted.class), ELSEWHERE(Elsewhere.class);

		private final Class<?> configuration;

		SetUp(Class<?> configuration) {
			this.configuration = configuration;
		}

		private Map<String, Object> properties(Issuance issuance) {
			return switch (this) {
				case BOOT, LOCATING, FAILING, DPOP, DPOP_WITHOUT_MEMORY ->
					Map.of("spring.security.oauth2.resourceserver.jwt.jwk-set-uri", issuance.address() + "/keys",
							"spring.security.oauth2.resourceserver.jwt.jws-algorithms", "RS256,ES256");
				case OPAQUE -> Map.of("spring.security.oauth2.resourceserver.opaquetoken.introspection-uri",
						issuance.address() + "/introspect",
						"spring.security.oauth2.resourceserver.opaquetoken.client-id", "me",
						"spring.security.oauth2.resourceserver.opaquetoken.client-secret", "me");
				default -> Map.of("unused", "");
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ Pages.class, Seen.class })
	static class Boot {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ Pages.class, Seen.class })
	static class Opaque {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ Pages.class, Seen.class })
	static class DecoderBean {

		@Bean
		JwtDecoder decoder(@Value("${keys}") String keys) {
			return TokenApplication.decoder(keys);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ Pages.class, Seen.class })
	static class DecoderOfChain {

		@Bean
		SecurityFilterChain chain(HttpSecurity http, @Value("${keys}") String keys) {
			return http.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
				.oauth2ResourceServer((server) -> server.jwt((jwt) -> jwt.decoder(decoder(keys))))
				.csrf((csrf) -> csrf.disable())
				.build();
		}

	}

	/** Whose tokens come in the query or in a cookie. */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ Pages.class, Seen.class })
	static class Elsewhere {

		@Bean
		SecurityFilterChain chain(HttpSecurity http, @Value("${keys}") String keys) {
			return http.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
				.oauth2ResourceServer((server) -> server.bearerTokenResolver(Elsewhere::token)
					.jwt((jwt) -> jwt.decoder(decoder(keys))))
				.csrf((csrf) -> csrf.disable())
				.build();
		}

		private static String token(HttpServletRequest request) {
			Cookie cookie = WebUtils.getCookie(request, "access_token");
			String elsewhere = (cookie != null) ? cookie.getValue() : request.getParameter("access_token");
			return (elsewhere != null) ? elsewhere : new DefaultBearerTokenResolver().resolve(request);
		}

	}

	/** Whose users know nothing of the token they were made of. */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ Pages.class, Seen.class })
	static class Converted {

		@Bean
		SecurityFilterChain chain(HttpSecurity http, @Value("${keys}") String keys) {
			return http.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
				.oauth2ResourceServer((server) -> server.jwt((jwt) -> jwt.decoder(decoder(keys))
					.jwtAuthenticationConverter((token) -> UsernamePasswordAuthenticationToken
						.authenticated(token.getSubject(), null, List.of()))))
				.csrf((csrf) -> csrf.disable())
				.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ Pages.class, Seen.class })
	static class Resolver {

		@Bean
		SecurityFilterChain chain(HttpSecurity http, @Value("${keys}") String keys) {
			AuthenticationManager manager = new JwtAuthenticationProvider(decoder(keys))::authenticate;
			return http.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
				.oauth2ResourceServer((server) -> server
					.authenticationManagerResolver(new JwtIssuerAuthenticationManagerResolver((issuer) -> manager)))
				.csrf((csrf) -> csrf.disable())
				.build();
		}

	}

	/** A chain that knows nothing of HttpSecurity, as the guide has it. */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ Pages.class, Seen.class })
	static class ByHand {

		@Bean
		SecurityFilterChain chain(@Value("${keys}") String keys, TokenAdmission admission, TokenAuthority authority,
				InspectionScope scope) {
			AuthenticationManager manager = new ProviderManager(new JwtAuthenticationProvider(decoder(keys)));
			return new DefaultSecurityFilterChain(AnyRequestMatcher.INSTANCE,
					new SecurityContextHolderFilter(new RequestAttributeSecurityContextRepository()),
					new TokenAdmissionFilter(admission, scope), new BearerTokenAuthenticationFilter(manager),
					new VerifiedTokenFilter(authority, scope),
					new AuthorizationFilter(AuthenticatedAuthorizationManager.authenticated()));
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ Pages.class, Seen.class })
	static class Locating {

		/** The first number of an address is its longitude. */
		@Bean
		GeoResolver geoResolver() {
			return (address) -> new GeoResolver.Position(0,
					Integer.parseInt(address.substring(0, address.indexOf('.'))));
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ Pages.class, Seen.class })
	static class Failing {

		@Bean
		TokenRevocations revocations() {
			return (token) -> {
				throw new IllegalStateException("an extension that fails");
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ Pages.class, Seen.class })
	static class Dpop {

		@Bean
		SecurityFilterChain chain(HttpSecurity http) {
			return http.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
				.oauth2ResourceServer((server) -> server.jwt(Customizer.withDefaults()).dPoP(Customizer.withDefaults()))
				.csrf((csrf) -> csrf.disable())
				.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ Pages.class, Seen.class })
	static class DpopWithoutMemory {

		@Bean
		SecurityFilterChain chain(HttpSecurity http) {
			return http.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
				.oauth2ResourceServer((server) -> {
					server.withObjectPostProcessor(new ForgetfulProofs());
					server.jwt(Customizer.withDefaults()).dPoP(Customizer.withDefaults());
				})
				.csrf((csrf) -> csrf.disable())
				.build();
		}

	}

	static JwtDecoder decoder(String keys) {
		return NimbusJwtDecoder.withJwkSetUri(keys)
			.jwsAlgorithms((algorithms) -> algorithms
				.addAll(List.of(org.springframework.security.oauth2.jose.jws.SignatureAlgorithm.RS256,
						org.springframework.security.oauth2.jose.jws.SignatureAlgorithm.ES256)))
			.build();
	}

	static final class Seen {

		private final List<ThreatDetected> events = new CopyOnWriteArrayList<>();

		private final List<DetectorFailed> failures = new CopyOnWriteArrayList<>();

		@EventListener
		void failed(DetectorFailed event) {
			this.failures.add(event);
		}

		@EventListener
		void seen(ThreatDetected event) {
			this.events.add(event);
		}

	}

	@RestController
	@Import(ClientCertificate.Tls.class)
	static class Pages {

		@RequestMapping("/failing")
		String failing() {
			throw new IllegalStateException("a failure of the application");
		}

		@RequestMapping("/async")
		Callable<String> async() {
			return () -> "later";
		}

		@RequestMapping({ "/", "/api/pay", "/api/once", "/api/fresh", "/api/mtls", "/api/dpop",
				"/api/tenants/{tenant}/orders", "/api/header" })
		String page() {
			return "page";
		}

		@PostMapping("/form")
		String form(String name) {
			return "form " + name;
		}

	}

}
