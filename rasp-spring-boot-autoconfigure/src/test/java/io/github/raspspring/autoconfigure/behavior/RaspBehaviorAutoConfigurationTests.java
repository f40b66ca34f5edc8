package io.github.raspspring.autoconfigure.behavior;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.github.raspspring.autoconfigure.RaspAutoConfiguration;
import io.github.raspspring.autoconfigure.client.RaspClientAutoConfiguration;
import io.github.raspspring.autoconfigure.client.RaspFeedAutoConfiguration;
import io.github.raspspring.autoconfigure.store.RaspStoreAutoConfiguration;
import io.github.raspspring.behavior.BehaviorMonitor;
import io.github.raspspring.client.ClientsSection;
import io.github.raspspring.client.ReputationDetector;
import io.github.raspspring.client.feed.ClientFeeds;
import io.github.raspspring.client.feed.FeedDetector;
import io.github.raspspring.engine.EndpointSection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class RaspBehaviorAutoConfigurationTests {

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(RaspAutoConfiguration.class, RaspStoreAutoConfiguration.class,
				RaspClientAutoConfiguration.class, RaspFeedAutoConfiguration.class,
				RaspBehaviorAutoConfiguration.class));

	@TempDir
	private Path folder;

	@Test
	@SuppressWarnings("unchecked")
	void runWhenNothingIsConfiguredThenLooksAndSaysWhatIsOff() {
		this.runner.run((context) -> {
			assertThat(context).hasNotFailed().hasSingleBean(BehaviorMonitor.class);
			EndpointSection section = context.getBean("raspBehaviorSection", EndpointSection.class);
			assertThat((List<String>) section.overview().get("rules")).hasSize(11)
				.contains("behavior-enumeration")
				.doesNotContain("behavior-honey", "behavior-sequence", "behavior-account-creation");
			assertThat((Map<String, Object>) section.content()).containsKeys("trends", "health", "limits");
			assertThat(section.gaps()).isEmpty();
			assertThat(context).doesNotHaveBean(ClientFeeds.class).doesNotHaveBean(ReputationDetector.class);
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "rasp.behavior.enabled=false", "rasp.enabled=false" })
	void runWhenDisabledThenLooksAtNothing(String property) {
		this.runner.withPropertyValues(property)
			.run((context) -> assertThat(context).doesNotHaveBean(BehaviorMonitor.class));
	}

	@Test
	void runWhenDetectorsAreOffOrExcludedThenStarts() {
		this.runner
			.withPropertyValues("rasp.behavior.detectors.volume.mode=off", "rasp.routes[0].pattern=/x",
					"rasp.routes[0].excluded-detectors=behavior-enumeration")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void runWhenSnapshotIsConfiguredThenIsWrittenAtTheEnd() {
		Path snapshot = this.folder.resolve("usage.snapshot");
		this.runner.withPropertyValues("rasp.behavior.adaptive.snapshot=" + snapshot)
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(snapshot).hasContent("rasp-behavior 1\nend 0");
	}

	@Test
	void runWhenFeedIsConfiguredThenIsShownAndAsked() throws IOException {
		Path feed = this.folder.resolve("feed.txt");
		Files.writeString(feed, "45.9.20.0/24");
		this.runner
			.withPropertyValues("rasp.client.feeds[0].name=drop", "rasp.client.feeds[0].file=" + feed,
					"rasp.client.feeds[0].mode=block")
			.run((context) -> {
				assertThat(context).hasNotFailed()
					.hasSingleBean(FeedDetector.class)
					.hasSingleBean(ReputationDetector.class);
				context.getBean(ClientFeeds.class).refresh();
				assertThat(context.getBean(ClientsSection.class).item("feeds")).asString()
					.contains("drop", "CURRENT", "networks=1");
				assertThat(context.getBean(ClientsSection.class).overview()).containsKey("feeds");
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "url=https://feeds.example/a", "name=A B", "name=a", "name=a,url=ftp://x/y",
			"name=a,url=https://x/y,file=/z", "name=a,url=https://x/y,format=csv", "name=a,url=https://x/y,interval=1s",
			"name=a,url=https://x/y,maximum-age=1m", "name=a,url=https://x/y,format=json,select=ip" })
	void runWhenFeedIsWrongThenNamesIt(String feed) {
		String[] values = feed.split(",");
		for (int i = 0; i < values.length; i++) {
			values[i] = "rasp.client.feeds[0]." + values[i];
		}
		this.runner.withPropertyValues(values)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("rasp.client.feeds[0]."));
	}

}
