package io.github.raspspring.autoconfigure.profile;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

import io.github.raspspring.autoconfigure.EventReferences;
import io.github.raspspring.autoconfigure.RaspAutoConfiguration;
import io.github.raspspring.engine.ClientScores;
import io.github.raspspring.engine.EndpointSection;
import io.github.raspspring.engine.FindingReporter;
import io.github.raspspring.engine.event.AnomalyObserved;
import io.github.raspspring.engine.event.ProfilePromoted;
import io.github.raspspring.engine.event.SecurityEvent;
import io.github.raspspring.engine.event.SecurityEventPublisher;
import io.github.raspspring.profile.answer.AnswerCounts;
import io.github.raspspring.profile.declared.DeclaredBodyAdvice;
import io.github.raspspring.profile.declared.DeclaredModel;
import io.github.raspspring.profile.learnt.LearntProfiles;
import io.github.raspspring.profile.learnt.ProfilePorts;
import io.github.raspspring.profile.learnt.ProfileSection;
import io.github.raspspring.profile.learnt.ProfileSnapshot;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.info.BuildProperties;
import org.springframework.boot.info.GitProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.http.server.PathContainer;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Auto-configuration of what is learnt of values. Nothing is refused for it before a
 * route is promoted.
 */
@AutoConfiguration(before = RaspAutoConfiguration.class, after = RaspProfileAutoConfiguration.class)
@ConditionalOnBean(DeclaredModel.class)
@ConditionalOnBooleanProperty(name = "rasp.profile.learnt.enabled", matchIfMissing = true)
public final class RaspLearntProfileAutoConfiguration {

	@Bean
	LearntProfiles raspLearntProfiles(RaspProfileProperties properties, ObjectProvider<FindingReporter> reporter,
			ObjectProvider<ClientScores> scores, ObjectProvider<SecurityEventPublisher> publisher,
			ObjectProvider<Clock> clock) {
		Clock time = clock.getIfUnique(Clock::systemUTC);
		Supplier<FindingReporter> lazily = SingletonSupplier.of(reporter::getObject);
		Supplier<ClientScores> trust = SingletonSupplier.of(() -> scores.getIfAvailable(() -> ClientScores.NONE));
		Consumer<SecurityEvent> events = (event) -> publisher.ifAvailable((available) -> available.publish(event));
		ProfilePorts ports = new ProfilePorts((inspection, finding) -> lazily.get().report(inspection, finding),
				(inspection) -> trust.get().of(inspection),
				(endpoint, parameter) -> events
					.accept(new AnomalyObserved(EventReferences.next(), time.instant(), "profile", endpoint,
							"many principals deviate in " + parameter + ", which is tried anew", List.of())),
				(endpoint, stage, confidence, refuses) -> events.accept(new ProfilePromoted(EventReferences.next(),
						time.instant(), endpoint, stage.name().toLowerCase(Locale.ROOT), confidence * 100, refuses)));
		return new LearntProfiles(properties.learnt().settings(), promoted(properties.learnt().enforce()), ports,
				new SecureRandom().nextLong() | 1, time);
	}

	/**
	 * Templates are written like paths, and match as such.
	 */
	private static Predicate<String> promoted(List<String> patterns) {
		List<PathPattern> parsed = patterns.stream().map(PathPatternParser.defaultInstance::parse).toList();
		return (endpoint) -> {
			PathContainer template = PathContainer.parsePath(endpoint.substring(endpoint.indexOf(' ') + 1));
			return parsed.stream().anyMatch((pattern) -> pattern.matches(template));
		};
	}

	@Bean
	ProfileTasks raspProfileTasks(LearntProfiles profiles, RaspProfileProperties properties,
			ObjectProvider<BuildProperties> build, ObjectProvider<GitProperties> git) {
		BuildProperties built = build.getIfAvailable();
		GitProperties committed = git.getIfAvailable();
		String version = ((built != null) ? built.getVersion() + " " + built.getTime() : "") + ' '
				+ ((committed != null) ? committed.getCommitId() : "");
		ProfileSnapshot snapshot = (properties.learnt().snapshot() != null)
				? new ProfileSnapshot(properties.learnt().snapshot(), version) : null;
		return new ProfileTasks(profiles, snapshot, properties.learnt().reviewed());
	}

	@Bean
	EndpointSection raspProfileSection(LearntProfiles profiles, DeclaredModel model, DeclaredBodyAdvice bodies,
			RaspProfileProperties properties, ObjectProvider<AnswerCounts> answers) {
		Supplier<Map<String, Object>> others = () -> {
			Map<String, Object> shown = new LinkedHashMap<>();
			shown.put("bodiesTooLarge", bodies.unread());
			shown.put("bodiesFailed", bodies.failures());
			shown.put("unreadableTypes", model.unreadable());
			answers.ifAvailable((counts) -> shown.put("answers", counts.describe()));
			return shown;
		};
		return new ProfileSection(profiles, others, () -> gaps(model, properties));
	}

	private static List<String> gaps(DeclaredModel model, RaspProfileProperties properties) {
		List<String> gaps = new ArrayList<>();
		if (!model.unreadable().isEmpty()) {
			gaps.add("Nothing is declared of bodies of the types " + String.join(", ", model.unreadable())
					+ ", which Jackson can't describe.");
		}
		if (model.signs() && properties.signed().secret() == null) {
			gaps.add("Signed values hold until the next start of this instance only: set rasp.profile.signed.secret.");
		}
		return gaps;
	}

}
