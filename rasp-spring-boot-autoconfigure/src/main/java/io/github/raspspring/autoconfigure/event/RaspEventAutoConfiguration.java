package io.github.raspspring.autoconfigure.event;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;

import javax.sql.DataSource;

import io.github.raspspring.autoconfigure.EventReferences;
import io.github.raspspring.autoconfigure.RaspAutoConfiguration;
import io.github.raspspring.engine.event.SecurityEventPublisher;
import io.github.raspspring.event.AccessRecorder;
import io.github.raspspring.event.EventHistory;
import io.github.raspspring.event.audit.AuditFile;
import io.github.raspspring.event.audit.AuditSection;
import io.github.raspspring.event.delivery.WebhookOutlet;
import io.github.raspspring.event.history.DatabaseArchive;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.annotation.Order;

/**
 * Auto-configuration of the places to which events are written.
 */
@AutoConfiguration(before = RaspAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnBooleanProperty(name = "rasp.enabled", matchIfMissing = true)
@EnableConfigurationProperties(RaspEventOutletProperties.class)
public final class RaspEventAutoConfiguration {

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnProperty("rasp.events.file.path")
	static class FileConfiguration {

		@Bean
		@Order(1)
		AuditFile raspAuditFile(RaspEventOutletProperties properties) {
			RaspEventOutletProperties.File file = properties.file();
			return new AuditFile(path(String.valueOf(file.path())), file.secret(), file.limits(), properties.form());
		}

		private static Path path(String text) {
			try {
				Path path = Path.of(text).toAbsolutePath();
				Files.createDirectories(path.getParent());
				return path;
			}
			catch (IOException | InvalidPathException ex) {
				throw new InvalidConfigurationPropertyValueException("rasp.events.file.path", text,
						"Set it to a file in a folder that the application may write: " + ex + ".");
			}
		}

		@Bean
		@Order(5)
		AuditSection raspAuditSection(AuditFile file) {
			return new AuditSection(file);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnProperty("rasp.events.webhook.url")
	static class WebhookConfiguration {

		@Bean
		@Order(2)
		WebhookOutlet raspWebhook(RaspEventOutletProperties properties) {
			return new WebhookOutlet(properties.webhook().settings(), properties.form(), Clock.systemUTC());
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ DataSource.class, JsonMapper.class })
	@ConditionalOnBooleanProperty("rasp.events.database.enabled")
	static class DatabaseConfiguration {

		@Bean
		@Primary
		@Order(3)
		DatabaseArchive raspDatabaseArchive(RaspEventOutletProperties properties, EventHistory memory,
				ConfigurableListableBeanFactory beans) {
			NamedDataSource source = NamedDataSource.of(properties.database().dataSource(), beans);
			return new DatabaseArchive(source::connect, properties.database().settings(), memory, Clock.systemUTC());
		}

	}

	@Bean
	@Conditional(AccessRecorded.class)
	AccessRecorder raspAccessRecorder(RaspEventOutletProperties properties, SecurityEventPublisher publisher) {
		return new AccessRecorder(publisher, properties.accessShare(), EventReferences::next);
	}

}
