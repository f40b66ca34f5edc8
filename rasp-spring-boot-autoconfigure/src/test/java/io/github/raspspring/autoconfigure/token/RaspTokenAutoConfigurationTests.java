package io.github.raspspring.autoconfigure.token;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.List;

import io.github.raspspring.engine.EndpointSection;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.FindingReporter;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.engine.Policy;
import io.github.raspspring.engine.ValueReader;
import io.github.raspspring.engine.pipeline.InspectionPipeline;
import io.github.raspspring.token.TokenRules;
import io.github.raspspring.token.Tokens;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RaspTokenAutoConfigurationTests {

	private static final Tokens TOKENS = new Tokens();

	private static String publicKeyLocation = "";

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(RaspTokenAutoConfiguration.class, SecurityAutoConfiguration.class,
				OAuth2ResourceServerAutoConfiguration.class))
		.withBean(InspectionScope.class)
		.withBean(FindingReporter.class,
				() -> new InspectionPipeline((method, path) -> Policy.of(EnforcementMode.BLOCK), List.of(),
						ValueReader.AS_ARRIVED, List.of(), (event) -> {
						}, () -> "reference", Clock.systemUTC()));

	private final WebApplicationContextRunner resourceServer = this.runner
		.withPropertyValues("spring.security.oauth2.resourceserver.jwt.public-key-location=" + publicKeyLocation);

	@BeforeAll
	static void writePublicKey(@TempDir Path folder) throws IOException {
		String key = Base64.getMimeEncoder().encodeToString(TOKENS.publicKey().getEncoded());
		Path file = folder.resolve("key.pem");
		Files.writeString(file, "-----BEGIN PUBLIC KEY-----\n" + key + "\n-----END PUBLIC KEY-----\n");
		publicKeyLocation = file.toUri().toString();
	}

	@ParameterizedTest
	@ValueSource(strings = { "rasp.enabled", "rasp.token.enabled" })
	void runWhenDisabledThenDecoderIsStock(String property) {
		this.resourceServer.withPropertyValues(property + "=false", "rasp.mode=block").run((context) -> {
			assertThat(context).doesNotHaveBean(TokenRules.class).doesNotHaveBean(JwtTypeValidator.class);
			context.getBean(JwtDecoder.class).decode(TOKENS.sign("JWT", (claims) -> {
			}));
		});
	}

	@Test
	void runWhenSpringSecurityIsAbsentThenHasNoBeans() {
		this.resourceServer.withClassLoader(new FilteredClassLoader("org.springframework.security.oauth2"))
			.run((context) -> assertThat(context).doesNotHaveBean("raspTokenRules"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "JWT", "at+jwt", "application/at+jwt" })
	void runWhenTypeIsAcceptedThenDecoderTakesIt(String type) {
		this.resourceServer.withPropertyValues("rasp.mode=block")
			.run((context) -> context.getBean(JwtDecoder.class).decode(TOKENS.sign(type, Tokens.livingFor(60))));
	}

	@Test
	void runWhenModeIsBlockThenDecoderRefusesTokenWithoutExpiry() {
		this.resourceServer.withPropertyValues("rasp.mode=block").run((context) -> {
			JwtDecoder decoder = context.getBean(JwtDecoder.class);
			String token = TOKENS.sign("JWT", (claims) -> {
			});
			assertThatExceptionOfType(JwtValidationException.class).isThrownBy(() -> decoder.decode(token))
				.withMessageContaining("The token is not acceptable");
		});
	}

	@Test
	void runWhenModeIsMonitorByDefaultThenDecoderTakesTokenWithoutExpiry() {
		this.resourceServer.run((context) -> context.getBean(JwtDecoder.class).decode(TOKENS.sign("JWT", (claims) -> {
		})));
	}

	@ParameterizedTest
	@ValueSource(strings = { "off", "monitor", "block" })
	void runWhenSpringSecurityRefusesTypeThenItStaysRefused(String mode) {
		this.resourceServer.withPropertyValues("rasp.mode=" + mode).run((context) -> {
			JwtDecoder decoder = context.getBean(JwtDecoder.class);
			String token = TOKENS.sign("logout+jwt", Tokens.livingFor(60));
			assertThatExceptionOfType(JwtValidationException.class).isThrownBy(() -> decoder.decode(token));
		});
	}

	@ParameterizedTest
	@CsvSource({ "monitor, true", "block, false" })
	void runWhenTypesAreNarrowedThenRuleFollowsMode(String mode, boolean accepted) {
		this.resourceServer.withPropertyValues("rasp.mode=" + mode, "rasp.token.accepted-types=at+jwt")
			.run((context) -> assertThat(accepts(context.getBean(JwtDecoder.class), "JWT")).isEqualTo(accepted));
	}

	@Test
	void runWhenApplicationHasATypeValidatorThenItIsKept() {
		JwtTypeValidator validator = new JwtTypeValidator("foo+jwt");
		this.resourceServer.withBean(JwtTypeValidator.class, () -> validator)
			.withPropertyValues("rasp.token.accepted-types=foo+jwt")
			.run((context) -> {
				assertThat(context).getBean(JwtTypeValidator.class).isSameAs(validator);
				assertThat(accepts(context.getBean(JwtDecoder.class), "foo+jwt")).isTrue();
			});
	}

	@Test
	void runWhenAudienceIsUnsetThenSaysSo() {
		this.resourceServer.run((context) -> {
			EndpointSection section = context.getBean(EndpointSection.class);
			assertThat(section.name()).isEqualTo("tokens");
			assertThat(section.gaps()).singleElement().asString().contains("rasp.token.audiences");
			assertThat(section.content()).asInstanceOf(InstanceOfAssertFactories.MAP)
				.doesNotContainKey("audience-mismatch");
		});
	}

	@ParameterizedTest
	@CsvSource({ "OFF,,OFF", "OFF,BLOCK,OFF", "MONITOR,,MONITOR", "MONITOR,OFF,OFF", "MONITOR,BLOCK,MONITOR",
			"BLOCK,,BLOCK", "BLOCK,MONITOR,MONITOR", "BLOCK,OFF,OFF" })
	void contentWhenModesAreSetThenShowsWhatTheyComeTo(EnforcementMode application, @Nullable EnforcementMode check,
			EnforcementMode effective) {
		String[] modes = (check != null)
				? new String[] { "rasp.mode=" + application, "rasp.token.modes.expiry-missing=" + check }
				: new String[] { "rasp.mode=" + application };
		this.resourceServer.withPropertyValues(modes)
			.run((context) -> assertThat(context.getBean(EndpointSection.class).content())
				.asInstanceOf(InstanceOfAssertFactories.MAP)
				.containsEntry("expiry-missing", effective)
				.containsEntry("id-token", application));
	}

	@ParameterizedTest
	@ValueSource(strings = { "rasp.token.audiences", "spring.security.oauth2.resourceserver.jwt.audiences" })
	void runWhenAudienceIsSetThenLeavesNoGap(String property) {
		this.resourceServer.withPropertyValues(property + "=bookshop")
			.run((context) -> assertThat(context.getBean(EndpointSection.class).gaps()).isEmpty());
	}

	@Test
	void runWhenApplicationHasADecoderThenItIsKeptAndNoGap() {
		NimbusJwtDecoder decoder = NimbusJwtDecoder.withPublicKey(TOKENS.publicKey()).build();
		this.runner.withBean(JwtDecoder.class, () -> decoder)
			.withPropertyValues("rasp.token.audiences=bookshop")
			.run((context) -> {
				assertThat(context).getBean(JwtDecoder.class).isSameAs(decoder);
				assertThat(context.getBean(EndpointSection.class).gaps()).isEmpty();
			});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "maximum-lifetime=0s|maximum-lifetime",
			"maximum-lifetime=-1h|maximum-lifetime", "modes.expiry-mising=off|modes.expiry-mising",
			"accepted-types[0]=|accepted-types[0]", "audiences[0]=|audiences[0]", "algorithms=RS256,None|algorithms",
			"issuers[0].algorithms=RS256|issuers[0].name", "algorithms=RS265|algorithms", "maximum-age=-1s|maximum-age",
			"behavior.networks=0|behavior.networks", "behavior.maximum-entries=-1|behavior.maximum-entries",
			"behavior.fan-out-window=-5m|behavior.fan-out-window", "revocation.ttl=0s|revocation.ttl",
			"replay.maximum-entries=0|replay.maximum-entries", "required-claims[0]=|required-claims[0]" })
	void runWhenPropertyIsInvalidThenNamesIt(String property, String named) {
		this.resourceServer.withPropertyValues("rasp.token." + property)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidConfigurationPropertyValueException.class)
				.hasMessageContaining("rasp.token." + named));
	}

	@Test
	void runWhenIssuerIsNamedTwiceThenNamesIt() {
		this.resourceServer.withPropertyValues("rasp.token.issuers[0].name=a", "rasp.token.issuers[1].name=a")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidConfigurationPropertyValueException.class)
				.hasMessageContaining("rasp.token.issuers[1].name"));
	}

	private static boolean accepts(JwtDecoder decoder, String type) {
		try {
			decoder.decode(TOKENS.sign(type, Tokens.livingFor(60)));
			return true;
		}
		catch (JwtValidationException ex) {
			return false;
		}
	}

}
