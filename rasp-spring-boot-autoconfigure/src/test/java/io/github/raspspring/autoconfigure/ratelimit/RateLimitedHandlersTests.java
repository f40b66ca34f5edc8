package io.github.raspspring.autoconfigure.ratelimit;

import java.util.List;
import java.util.Objects;

import io.github.raspspring.autoconfigure.store.RaspStoreAutoConfiguration;
import io.github.raspspring.ratelimit.RateLimited;
import io.github.raspspring.ratelimit.RateLimits;
import io.github.raspspring.ratelimit.Selection;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.pattern.PathPattern;

import static org.assertj.core.api.Assertions.assertThat;

class RateLimitedHandlersTests {

	private static final String PLANS = "rasp.rate-limit.plans.";

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(WebMvcAutoConfiguration.class, RaspStoreAutoConfiguration.class,
				RaspRateLimitAutoConfiguration.class))
		.withBean(ReviewController.class)
		.withPropertyValues(PLANS + "reviews.capacity=5", PLANS + "reviews.period=1m");

	@Test
	void runWhenHandlersAreAnnotatedThenPlansCountThem() {
		this.runner.withPropertyValues(PLANS + "writes.capacity=2", PLANS + "writes.period=1m").run((context) -> {
			RateLimits limits = context.getBean(RateLimits.class);
			assertThat(selections(limits, "reviews")).containsExactly("[/reviews/{id}] [GET, HEAD]");
			assertThat(selections(limits, "writes")).containsExactly("[/reviews] [POST]");
		});
	}

	@Test
	void runWhenServletHasPathThenPlansCountItsHandlers() {
		this.runner.withConfiguration(AutoConfigurations.of(DispatcherServletAutoConfiguration.class))
			.withPropertyValues("spring.mvc.servlet.path=/api", PLANS + "writes.capacity=2", PLANS + "writes.period=1m")
			.run((context) -> {
				RateLimits limits = context.getBean(RateLimits.class);
				assertThat(selections(limits, "reviews")).containsExactly("[/api/reviews/{id}] [GET, HEAD]");
				assertThat(selections(limits, "writes")).containsExactly("[/api/reviews] [POST]");
			});
	}

	@Test
	void runWhenPlanIsNotConfiguredThenNamesProperty() {
		this.runner.run((context) -> assertThat(context).getFailure()
			.isInstanceOf(InvalidConfigurationPropertyValueException.class)
			.hasMessageContaining(PLANS + "writes")
			.hasMessageContaining("ReviewController"));
	}

	private static List<String> selections(RateLimits limits, String plan) {
		return Objects.requireNonNull(limits.find(plan))
			.plan()
			.selections()
			.stream()
			.map(RateLimitedHandlersTests::describe)
			.toList();
	}

	private static String describe(Selection selection) {
		return selection.patterns().stream().map(PathPattern::getPatternString).toList() + " "
				+ selection.methods().stream().sorted().toList();
	}

	@RestController
	@RequestMapping("/reviews")
	@RateLimited("reviews")
	static class ReviewController {

		@GetMapping("/{id}")
		String review() {
			return "good";
		}

		@PostMapping
		@RateLimited("writes")
		String write() {
			return "thanks";
		}

	}

}
