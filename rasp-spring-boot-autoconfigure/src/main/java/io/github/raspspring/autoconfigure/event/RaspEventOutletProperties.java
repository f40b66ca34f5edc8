package io.github.raspspring.autoconfigure.event;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;

import io.github.raspspring.event.audit.AuditLimits;
import io.github.raspspring.event.delivery.WebhookSettings;
import io.github.raspspring.event.form.EventForm;
import io.github.raspspring.event.form.PlainForm;
import io.github.raspspring.event.history.ArchiveSettings;
import io.github.raspspring.event.ocsf.OcsfForm;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.util.unit.DataSize;

/**
 * Where events are written besides the log and memory.
 *
 * @param access Whether requests that were served are events: none, one of so many, or
 * all.
 * @param accessSample One of how many requests is an event where access is sampled.
 * @param format Form of events in the audit file and the webhook: the product's own, or
 * that of the Open Cybersecurity Schema Framework.
 * @param file Audit file.
 * @param webhook Receiver that events are posted to.
 * @param database Database that events are kept in.
 */
@ConfigurationProperties("rasp.events")
public record RaspEventOutletProperties(@DefaultValue("off") Access access, @DefaultValue("100") int accessSample,
		@DefaultValue("plain") Format format, @DefaultValue File file, @DefaultValue Webhook webhook,
		@DefaultValue Database database) {

	private static final int SHORTEST_SECRET = 16;

	public RaspEventOutletProperties {
		if (accessSample < 1) {
			throw new InvalidConfigurationPropertyValueException("rasp.events.access-sample", accessSample,
					"Set it to 1 or more requests.");
		}
	}

	int accessShare() {
		return (this.access == Access.ALL) ? 1 : this.accessSample;
	}

	EventForm form() {
		return (this.format == Format.OCSF) ? new OcsfForm() : new PlainForm();
	}

	private static void checkSecret(String property, @Nullable String secret) {
		if (secret == null || secret.length() < SHORTEST_SECRET) {
			throw new InvalidConfigurationPropertyValueException(property, (secret != null) ? "******" : null,
					"Set it to 16 or more characters that nobody can guess.");
		}
	}

	/**
	 * Which requests are events.
	 */
	public enum Access {

		/** None. */
		OFF,

		/** One of so many. */
		SAMPLED,

		/** Each. */
		ALL

	}

	/**
	 * Form of events.
	 */
	public enum Format {

		/** The product's own. */
		PLAIN,

		/** Open Cybersecurity Schema Framework. */
		OCSF

	}

	/**
	 * Audit file.
	 *
	 * @param path Path of the audit file; there is none without it.
	 * @param maxSize Size from which another file is started.
	 * @param maxFiles Number of files that are kept, the current one included.
	 * @param key Secret of at least 16 characters that the chain of lines is made with,
	 * so that nobody can make it anew who does not know it.
	 */
	public record File(@Nullable String path, @DefaultValue("50MB") DataSize maxSize, @DefaultValue("10") int maxFiles,
			@Nullable String key) {

		public File {
			if (maxSize.toKilobytes() < 1) {
				throw new InvalidConfigurationPropertyValueException("rasp.events.file.max-size", maxSize,
						"Set it to 1KB or more.");
			}
			if (maxFiles < 1) {
				throw new InvalidConfigurationPropertyValueException("rasp.events.file.max-files", maxFiles,
						"Set it to 1 or more files.");
			}
			if (key != null) {
				checkSecret("rasp.events.file.key", key);
			}
		}

		AuditLimits limits() {
			return new AuditLimits(this.maxSize.toBytes(), this.maxFiles);
		}

		byte @Nullable [] secret() {
			return (this.key != null) ? this.key.getBytes(StandardCharsets.UTF_8) : null;
		}

		@Override
		public String toString() {
			return "File[path=" + this.path + "]";
		}

	}

	/**
	 * Receiver of events.
	 *
	 * @param url Address that events are posted to; there is none without it.
	 * @param secret Secret of at least 16 characters that requests are signed with.
	 * @param timeout Longest time to wait for a connection and for an answer.
	 * @param everything Whether events at which nobody needs to look are sent too.
	 */
	public record Webhook(@Nullable String url, @Nullable String secret, @DefaultValue("5s") Duration timeout,
			@DefaultValue("false") boolean everything) {

		public Webhook {
			if (url != null) {
				check(url);
				checkSecret("rasp.events.webhook.secret", secret);
			}
			if (timeout.isNegative() || timeout.isZero()) {
				throw new InvalidConfigurationPropertyValueException("rasp.events.webhook.timeout", timeout,
						"Set it to more than zero.");
			}
		}

		private static void check(String url) {
			try {
				URI uri = URI.create(url);
				if (uri.getHost() != null && Set.of("http", "https").contains(String.valueOf(uri.getScheme()))) {
					return;
				}
			}
			catch (IllegalArgumentException ex) {
				// Told below.
			}
			throw new InvalidConfigurationPropertyValueException("rasp.events.webhook.url", url,
					"Set it to an address such as https://siem.example.com/events.");
		}

		WebhookSettings settings() {
			String target = (this.url != null) ? this.url : "";
			String key = (this.secret != null) ? this.secret : "";
			return new WebhookSettings(URI.create(target), key.getBytes(StandardCharsets.UTF_8), this.timeout,
					this.everything);
		}

		@Override
		public String toString() {
			return "Webhook[timeout=" + this.timeout + "]";
		}

	}

	/**
	 * Database of events.
	 *
	 * @param enabled Whether events are kept in a database.
	 * @param dataSource Name of the DataSource bean; the application's only one without
	 * it.
	 * @param initializeSchema Whether the tables are created if they are missing.
	 * @param retention Time for which events are kept.
	 * @param maxEvents Number of events that are kept at most.
	 * @param timeout Longest time that a query waits; memory answers then.
	 */
	public record Database(@DefaultValue("false") boolean enabled, @Nullable String dataSource,
			@DefaultValue("true") boolean initializeSchema, @DefaultValue("30d") Duration retention,
			@DefaultValue("1000000") long maxEvents, @DefaultValue("5s") Duration timeout) {

		public Database {
			if (retention.isNegative() || retention.isZero()) {
				throw new InvalidConfigurationPropertyValueException("rasp.events.database.retention", retention,
						"Set it to more than zero.");
			}
			if (maxEvents < 1) {
				throw new InvalidConfigurationPropertyValueException("rasp.events.database.max-events", maxEvents,
						"Set it to 1 or more events.");
			}
			if (timeout.isNegative() || timeout.isZero()) {
				throw new InvalidConfigurationPropertyValueException("rasp.events.database.timeout", timeout,
						"Set it to more than zero.");
			}
		}

		ArchiveSettings settings() {
			return new ArchiveSettings(this.initializeSchema, this.retention, this.maxEvents, this.timeout);
		}

	}

}
