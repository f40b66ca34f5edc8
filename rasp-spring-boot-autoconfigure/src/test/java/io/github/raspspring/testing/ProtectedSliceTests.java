package io.github.raspspring.testing;

import java.util.stream.Stream;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultMatcher;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static io.github.raspspring.testing.RaspRequestPostProcessors.from;
import static io.github.raspspring.testing.RaspResultMatchers.rasp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/**
 * A slice can have the application protected, and assert what was decided.
 */
@WebMvcTest(controllers = BookController.class,
		properties = { "rasp.mode=block", "rasp.detectors.cross-site-scripting.mode=monitor",
				"rasp.rate-limit.plans.few.capacity=2", "rasp.rate-limit.plans.few.period=1h",
				"rasp.rate-limit.plans.few.patterns=/limited" })
@ContextConfiguration(classes = BookController.Application.class)
@Import(BookController.class)
@AutoConfigureRasp
class ProtectedSliceTests {

	private static final String ATTACK = "x' UNION SELECT 1,2-- ";

	@Autowired
	private MockMvc mvc;

	@Autowired
	private MockMvcTester tester;

	static Stream<Named<Claim>> trueOfAttack() {
		return Stream.of(claim("refused", rasp().refused()), claim("by", rasp().refusedBy("sql-injection")),
				claim("in block", rasp().refusedInBlockMode()), claim("found", rasp().found("sql-injection")));
	}

	static Stream<Named<Claim>> falseOfAttack() {
		return Stream.of(claim("passed", rasp().passed()), claim("clean", rasp().clean()),
				claim("by another", rasp().refusedBy("ssrf")),
				claim("another rule", rasp().found("sql-injection", "no")));
	}

	static Stream<Named<Claim>> falseOfHonest() {
		return Stream.of(claim("refused", rasp().refused()), claim("by", rasp().refusedBy("sql-injection")),
				claim("in block", rasp().refusedInBlockMode()), claim("found", rasp().found("sql-injection")));
	}

	@ParameterizedTest
	@MethodSource
	void trueOfAttack(Claim claim) throws Exception {
		this.mvc.perform(get("/books").param("title", ATTACK).with(from("203.0.113.1")))
			.andExpect(claim.matcher())
			.andExpect(status().isForbidden());
	}

	@ParameterizedTest
	@MethodSource
	void falseOfAttack(Claim claim) {
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> this.mvc.perform(get("/books").param("title", ATTACK).with(from("203.0.113.2")))
				.andExpect(claim.matcher()))
			.withMessageContaining("sql-injection/");
	}

	@ParameterizedTest
	@MethodSource
	void falseOfHonest(Claim claim) {
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> this.mvc.perform(get("/books").param("title", "Dune").with(from("203.0.113.7")))
				.andExpect(claim.matcher()))
			.withMessageContaining("no findings");
	}

	@Test
	void honestPassesAndIsClean() {
		assertThat(this.tester.get().uri("/books").param("title", "O'Neill").with(from("203.0.113.3"))).hasStatusOk()
			.matches(rasp().passed())
			.matches(rasp().clean());
	}

	@Test
	void watchedFindingIsFoundAndPasses() {
		assertThat(
				this.tester.get().uri("/books").param("title", "<script>alert(1)</script>").with(from("203.0.113.4")))
			.hasStatusOk()
			.matches(rasp().found("cross-site-scripting"));
	}

	@Test
	void everyAddressIsAClientOfItsOwn() {
		for (int request = 1; request <= 3; request++) {
			assertThat(this.tester.get().uri("/limited").param("title", "Dune").with(from("203.0.113.5")))
				.matches((request < 3) ? rasp().passed() : rasp().refused());
		}
		assertThat(this.tester.get().uri("/limited").param("title", "Dune").with(from("203.0.113.6")))
			.matches(rasp().passed());
	}

	private static Named<Claim> claim(String name, ResultMatcher matcher) {
		return Named.of(name, new Claim(name, matcher));
	}

	/**
	 * What a test may claim of a request.
	 */
	record Claim(String name, ResultMatcher matcher) {

	}

}
