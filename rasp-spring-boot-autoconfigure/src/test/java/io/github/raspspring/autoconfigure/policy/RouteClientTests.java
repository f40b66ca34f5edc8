package io.github.raspspring.autoconfigure.policy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HexFormat;

import io.github.raspspring.token.ClientCertificate;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.config.annotation.PathMatchConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.pattern.PathPatternParser;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Only the clients of a route reach it, over real HTTP.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RouteClientTests {

	private static final X509Certificate PARTNER = ClientCertificate.OWNER.certificate();

	private static final X509Certificate OTHER = ClientCertificate.THIEF.certificate();

	private final HttpClient client = HttpClient.newHttpClient();

	private ConfigurableApplicationContext application;

	@BeforeAll
	void start() throws Exception {
		String fingerprint = HexFormat.ofDelimiter(":")
			.withUpperCase()
			.formatHex(MessageDigest.getInstance("SHA-256").digest(PARTNER.getEncoded()));
		this.application = new SpringApplicationBuilder(GuardedApplication.class)
			.properties("server.port=0", "rasp.mode=block", "rasp.client.trusted-proxies=127.0.0.0/8,::1",
					"management.endpoints.web.exposure.include=*", "logging.level.root=error")
			.properties("rasp.routes[0].pattern=/partner/**",
					"rasp.routes[0].clients.networks=10.1.0.0/16,2001:db8::/32",
					"rasp.routes[0].clients.certificates[0]=" + fingerprint, "rasp.routes[1].pattern=/any",
					"rasp.routes[1].clients.networks=10.1.0.0/16", "rasp.routes[1].clients.subjects=alice",
					"rasp.routes[1].clients.api-keys=k-123", "rasp.routes[1].clients.require=any",
					"rasp.routes[2].pattern=/subject", "rasp.routes[2].methods=GET",
					"rasp.routes[2].clients.subjects=alice", "rasp.routes[3].pattern=/dn",
					"rasp.routes[3].clients.certificates[0]=cn=Owner", "rasp.routes[4].pattern=/watched",
					"rasp.routes[4].mode=monitor", "rasp.routes[4].clients.networks=10.1.0.0/16",
					"rasp.routes[5].pattern=/partnr/list", "rasp.routes[6].pattern=/session",
					"rasp.routes[6].clients.session=true")
			.run();
	}

	@AfterAll
	void stop() {
		this.application.close();
	}

	@ParameterizedTest
	@CsvSource({ "10.1.2.3,partner,200", "2001:db8::5,partner,200", "::ffff:10.1.2.3,partner,200",
			"10.2.0.1,partner,403", "10.1.2.3,other,403", "10.1.2.3,,403", "9.9.9.9,,403", "2001:db9::1,partner,403",
			"unknown,partner,403", "127.0.0.1,partner,403" })
	void reachWhenRouteIsOpenToOneNetworkAndOneCertificateThenRefusesAllOthers(String address, String certificate,
			int status) throws Exception {
		assertThat(get("/partner/list", address, certificate, null, null)).isEqualTo(status);
	}

	@ParameterizedTest
	@CsvSource({ "/partner/list", "/partner/list/", "/partner/%6Cist", "/partner/list;v=1", "/PARTNER/list",
			"/partner/LIST", "/partner/list?address=10.1.2.3" })
	void reachWhenPathIsWrittenInAnotherWayThenRefusesOthersAsWell(String path) throws Exception {
		assertThat(get(path, "9.9.9.9", "other", null, null)).isNotEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource({ "/PARTNER/list", "/partner/LIST", "/partner/%6Cist", "/partner/list" })
	void reachWhenHandlerServesThePathThenOnlyItsClientsGetThere(String path) throws Exception {
		assertThat(get(path, "10.1.2.3", "partner", null, null)).isEqualTo(200);
		assertThat(get(path, "10.1.2.3", "other", null, null)).isEqualTo(403);
		assertThat(get(path, "9.9.9.9", "partner", null, null)).isEqualTo(403);
	}

	@ParameterizedTest
	@CsvSource({ "10.1.2.3,,,200", "9.9.9.9,,k-123,200", "9.9.9.9,alice,,200", "9.9.9.9,bob,,403", "9.9.9.9,,k-124,403",
			"9.9.9.9,,,403", "9.9.9.9,bob,k-123,200" })
	void reachWhenAnyKindIsEnoughThenOneOfThemIs(String address, String user, String key, int status) throws Exception {
		assertThat(get("/any", address, null, user, key)).isEqualTo(status);
	}

	@ParameterizedTest
	@CsvSource({ "alice,200", "bob,403", ",403" })
	void reachWhenSubjectIsNamedThenOthersAreRefused(String user, int status) throws Exception {
		assertThat(get("/subject", "9.9.9.9", null, user, null)).isEqualTo(status);
	}

	@ParameterizedTest
	@CsvSource({ "/dn,partner,200", "/dn,other,403", "/dn,,403", "/open,,200", "/open,other,200", "/watched,,200",
			"/session,,403" })
	void reachWhenCertificateIsNamedBySubjectThenOthersAreRefused(String path, String certificate, int status)
			throws Exception {
		assertThat(get(path, "9.9.9.9", certificate, null, null)).isEqualTo(status);
	}

	@Test
	void startWhenRouteMatchesNoEndpointThenTellsTheNearest() throws Exception {
		String summary = this.client
			.send(request("/actuator/rasp").header("X-Forwarded-For", "9.9.9.9").build(),
					HttpResponse.BodyHandlers.ofString())
			.body();
		assertThat(summary)
			.contains("rasp.routes[5].pattern=/partnr/list matches no endpoint; the nearest is /partner/list.")
			.contains("\"unmatched\":1");
	}

	private int get(String path, String address, String certificate, String user, String key) throws Exception {
		HttpRequest.Builder request = request(path).header("X-Forwarded-For", address);
		if (certificate != null) {
			request.header("X-Test-Certificate", certificate);
		}
		if (user != null) {
			request.header("Authorization",
					"Basic " + Base64.getEncoder().encodeToString((user + ":secret").getBytes(StandardCharsets.UTF_8)));
		}
		if (key != null) {
			request.header("X-API-Key", key);
		}
		return this.client.send(request.build(), HttpResponse.BodyHandlers.ofString()).statusCode();
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI
			.create("http://localhost:" + this.application.getEnvironment().getProperty("local.server.port") + path));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(GuardedHandler.class)
	static class GuardedApplication implements WebMvcConfigurer {

		/**
		 * An application whose paths are matched in any case.
		 */
		@Override
		public void configurePathMatch(PathMatchConfigurer configurer) {
			PathPatternParser parser = new PathPatternParser();
			parser.setCaseSensitive(false);
			configurer.setPatternParser(parser);
		}

		@Bean
		SecurityFilterChain chain(HttpSecurity http) {
			return http.csrf((csrf) -> csrf.disable())
				.httpBasic(Customizer.withDefaults())
				.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
				.build();
		}

		@Bean
		UserDetailsService users() {
			return new InMemoryUserDetailsManager(User.withUsername("alice").password("{noop}secret").build(),
					User.withUsername("bob").password("{noop}secret").build());
		}

		/**
		 * Does what a container does that has verified a certificate.
		 */
		@Bean
		FilterRegistrationBean<Filter> container() {
			FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>((request, response, chain) -> {
				String certificate = ((HttpServletRequest) request).getHeader("X-Test-Certificate");
				if (certificate != null) {
					request.setAttribute("jakarta.servlet.request.X509Certificate",
							new X509Certificate[] { certificate.equals("partner") ? PARTNER : OTHER });
				}
				chain.doFilter(request, response);
			});
			registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
			return registration;
		}

	}

	@RestController
	static class GuardedHandler {

		@GetMapping({ "/partner/list", "/any", "/subject", "/dn", "/open", "/watched", "/session" })
		String read() {
			return "read";
		}

	}

}
