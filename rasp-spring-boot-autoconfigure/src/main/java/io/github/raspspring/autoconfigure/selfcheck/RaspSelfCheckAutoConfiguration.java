package io.github.raspspring.autoconfigure.selfcheck;

import io.github.raspspring.autoconfigure.RaspAutoConfiguration;
import io.github.raspspring.engine.ValueReader;
import io.github.raspspring.engine.pipeline.DetectorCatalog;
import io.github.raspspring.engine.pipeline.InspectionPipeline;
import io.github.raspspring.selfcheck.Laboratory;
import io.github.raspspring.selfcheck.SelfCheck;
import io.github.raspspring.sink.SinkJudge;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Auto-configuration of the self-check, which runs before the application is ready, so
 * that the line it starts with can tell the result.
 */
@AutoConfiguration(after = RaspAutoConfiguration.class)
@ConditionalOnBean(InspectionPipeline.class)
@ConditionalOnBooleanProperty("rasp.self-check.enabled")
@EnableConfigurationProperties(RaspSelfCheckProperties.class)
public final class RaspSelfCheckAutoConfiguration {

	@Bean
	@Order(Ordered.LOWEST_PRECEDENCE)
	SelfCheck raspSelfCheck(DetectorCatalog catalog, ValueReader reader, ObjectProvider<SinkJudge<?>> judges) {
		return new SelfCheck(
				new Laboratory(catalog.policies(), catalog.all(), reader, judges.orderedStream().toList()));
	}

	@Bean
	SelfCheckRun raspSelfCheckRun(SelfCheck check) {
		return new SelfCheckRun(check);
	}

}
