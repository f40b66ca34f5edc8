package io.github.raspspring.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

import io.github.raspspring.actuate.RaspMeters;
import io.github.raspspring.autoconfigure.ConfigurableNames;
import io.github.raspspring.client.ReputationSource;
import io.github.raspspring.engine.Decision;
import io.github.raspspring.engine.EndpointSection;
import io.github.raspspring.engine.FailureMode;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.Outcome;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.engine.StoreCalls;
import io.github.raspspring.engine.event.DetectorFailed;
import io.github.raspspring.engine.event.InspectionBudgetExceeded;
import io.github.raspspring.engine.ClientIdentity;
import io.github.raspspring.engine.pipeline.InspectionPipeline;
import io.github.raspspring.engine.pipeline.RequestFacts;
import io.github.raspspring.store.Circuit;
import io.github.raspspring.store.CircuitListener;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * An application that uses all there is, so that all of it can be described.
 */
final class ReferenceApplication {

	private static final String ROOT = "io.github.raspspring.";

	private ReferenceApplication() {
	}

	/**
	 * Make all pages from an application that runs in memory.
	 * @param folder a folder of the test's own
	 */
	static void describe(Path folder, Consumer<List<ReferencePage>> reader) {
		Class<?>[] own = StreamSupport
			.stream(ImportCandidates.load(AutoConfiguration.class, ReferenceApplication.class.getClassLoader())
				.spliterator(), false)
			.filter((name) -> name.startsWith(ROOT))
			.map(ReferenceApplication::type)
			.toArray(Class<?>[]::new);
		new WebApplicationContextRunner().withConfiguration(AutoConfigurations.of(own))
			.withConfiguration(AutoConfigurations.of(WebMvcAutoConfiguration.class))
			.withBean(MeterRegistry.class, SimpleMeterRegistry::new)
			.withBean(JwtDecoder.class, () -> (token) -> {
				throw new UnsupportedOperationException();
			})
			.withBean(ReputationSource.class, () -> (address) -> 0)
			.withBean(StoreCalls.class,
					() -> new Circuit("redis", Duration.ofSeconds(1), System::nanoTime, new Unheard()))
			.withPropertyValues("rasp.mode=block", "rasp.client.score.enabled=true", "rasp.self-check.enabled=true",
					"management.endpoints.web.exposure.include=*",
					"rasp.events.file.path=" + folder.resolve("audit.jsonl"), "rasp.ownership.rules[0].tables=orders",
					"rasp.ownership.rules[0].column=customer", "rasp.behavior.account-creation.patterns[0]=/signup",
					"rasp.behavior.login.patterns[0]=/login", "rasp.behavior.honey.parameters[0]=trap",
					"rasp.behavior.sequences[0].name=checkout", "rasp.behavior.sequences[0].pattern=/checkout",
					"rasp.behavior.sequences[0].after=/cart", "rasp.client.feeds[0].name=feed",
					"rasp.client.feeds[0].file=" + feed(folder.resolve("feed.txt")))
			.run((context) -> {
				if (context.getStartupFailure() != null) {
					throw new IllegalStateException(context.getStartupFailure());
				}
				reader.accept(pages(context));
			});
	}

	private static List<ReferencePage> pages(ApplicationContext context) {
		MeterRegistry registry = context.getBean(MeterRegistry.class);
		context.getBeansOfType(MeterBinder.class).values().forEach((binder) -> binder.bindTo(registry));
		count(context.getBean(RaspMeters.class), context.getBean(InspectionPipeline.class));
		DetectorsPage detectors = new DetectorsPage(context, ConfigurableNames.detectors());
		return List.of(new PropertiesPage(), new MetersPage(registry), new EventsPage(), detectors,
				new EndpointsPage(context.getBeanProvider(EndpointSection.class).orderedStream()),
				new HintsFile(detectors));
	}

	/**
	 * Meters of what happens are there once it has happened.
	 */
	private static void count(RaspMeters meters, InspectionPipeline pipeline) {
		Finding finding = Finding.of("x", Category.INJECTION, new Rule("x", "CWE-89", "x", "x")).build();
		Decision decision = new Decision(Decision.Action.BLOCK, 5, List.of(finding), "default", "x", null);
		meters.completed(pipeline.begin(new RequestFacts("GET", "/", new ClientIdentity("192.0.2.1"), false)),
				new Outcome(403, Duration.ZERO, decision));
		meters.count(new InspectionBudgetExceeded("x", Instant.EPOCH, "GET", "/", 1, 2, FailureMode.CLOSED));
		meters.count(new DetectorFailed("x", Instant.EPOCH, "x", "x", FailureMode.OPEN, null));
	}

	private static Path feed(Path file) {
		try {
			return Files.writeString(file, "192.0.2.66");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Class<?> type(String name) {
		try {
			return Class.forName(name);
		}
		catch (ClassNotFoundException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static final class Unheard implements CircuitListener {

		@Override
		public void lost(Throwable cause) {
			// Nobody is told.
		}

		@Override
		public void recovered() {
			// Nobody is told.
		}

	}

}
