package io.github.raspspring.autoconfigure.client;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.raspspring.client.feed.ClientFeed;
import io.github.raspspring.client.feed.FeedFormat;
import io.github.raspspring.client.feed.FeedSettings;
import io.github.raspspring.client.feed.FileFeedSource;
import io.github.raspspring.client.feed.UrlFeedSource;
import io.github.raspspring.engine.EnforcementMode;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.util.unit.DataSize;

/**
 * Feeds of threat intelligence.
 *
 * @param feeds Feeds that name networks of clients.
 * @param feedFolder Folder in which the last good copy of each feed is kept over a
 * restart. No copy is kept if not set.
 */
@ConfigurationProperties("rasp.client")
public record RaspFeedProperties(@DefaultValue List<ThreatFeed> feeds, @Nullable Path feedFolder) {

	private static final String PREFIX = "rasp.client.feeds[";

	public RaspFeedProperties {
		feeds = List.copyOf(feeds);
		Set<String> names = new HashSet<>();
		for (int i = 0; i < feeds.size(); i++) {
			check(feeds.get(i), PREFIX + i + "].", names);
		}
	}

	List<ClientFeed> clientFeeds() {
		return this.feeds.stream().map((feed) -> feed.clientFeed(this.feedFolder)).toList();
	}

	private static void check(ThreatFeed feed, String property, Set<String> names) {
		String name = (feed.name() != null) ? feed.name() : "";
		boolean valid = !name.isEmpty()
				&& name.chars().allMatch((c) -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-');
		checkThat(valid && names.add(name), property + "name", feed.name(),
				"Give each feed a name of its own, in lower-case letters, digits and hyphens.");
		checkThat((feed.url() == null) != (feed.file() == null), property + "url", feed.url(),
				"Set either url or file.");
		URI url = feed.url();
		checkThat(url == null || url.getHost() != null && Set.of("http", "https").contains(url.getScheme()),
				property + "url", url, "Set an address that begins with https:// or http://.");
		checkThat(feed.interval().compareTo(Duration.ofMinutes(1)) >= 0, property + "interval", feed.interval(),
				"Set a time of at least 1m: who gives feeds away for free asks for some restraint.");
		checkThat(feed.maximumAge().compareTo(feed.interval()) >= 0, property + "maximum-age", feed.maximumAge(),
				"Set a time that is not shorter than interval.");
		checkThat(feed.timeout().toMillis() > 0, property + "timeout", feed.timeout(), "Set a time longer than zero.");
		checkThat(feed.maximumSize().toBytes() > 0 && feed.maximumSize().toMegabytes() <= 512,
				property + "maximum-size", feed.maximumSize(), "Set a size of at most 512MB.");
		checkThat(feed.points() >= 0, property + "points", feed.points(), "Set 0 or more points.");
		try {
			feed.feedFormat();
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidConfigurationPropertyValueException(property + "select", feed.select(),
					ex.getMessage() + ".");
		}
	}

	private static void checkThat(boolean valid, String property, @Nullable Object value, String mend) {
		if (!valid) {
			throw new InvalidConfigurationPropertyValueException(property, value, mend);
		}
	}

	/**
	 * One feed.
	 *
	 * @param name Name of the feed in reports.
	 * @param url Address it is fetched from.
	 * @param file File it is read from, instead of an address.
	 * @param headers Headers that are sent, such as a key of the feed's owner.
	 * @param format How it is written: plain (an address or network a line), cidr, csv or
	 * json.
	 * @param select Column of CSV, by number from 1 or by its heading, or path within the
	 * JSON document such as /data/&#42;/ip.
	 * @param delimiter What stands between columns of CSV.
	 * @param interval Time between looks.
	 * @param timeout Time that fetching it may take.
	 * @param maximumSize Size that it may have.
	 * @param maximumAge Age from which on it counts for nothing.
	 * @param mode What it may do: off, monitor (a weak sign that adds to others) or block
	 * (who it names is refused).
	 * @param points Points of that sign.
	 */
	public record ThreatFeed(@Nullable String name, @Nullable URI url, @Nullable Path file,
			@DefaultValue Map<String, String> headers, @DefaultValue("plain") FeedFormat.Kind format,
			@DefaultValue("") String select, @DefaultValue(",") char delimiter, @DefaultValue("1h") Duration interval,
			@DefaultValue("30s") Duration timeout, @DefaultValue("16MB") DataSize maximumSize,
			@DefaultValue("24h") Duration maximumAge, @DefaultValue("monitor") EnforcementMode mode,
			@DefaultValue("2") int points) {

		FeedFormat feedFormat() {
			return new FeedFormat(this.format, this.select, this.delimiter);
		}

		ClientFeed clientFeed(@Nullable Path folder) {
			long size = this.maximumSize.toBytes();
			FeedSettings settings = new FeedSettings(this.mode, this.points, this.interval, this.maximumAge, size);
			String label = String.valueOf(this.name);
			if (this.url != null) {
				return new ClientFeed(label, new UrlFeedSource(this.url, this.headers, this.timeout, size),
						feedFormat(), settings, folder);
			}
			return new ClientFeed(label, new FileFeedSource(Path.of(String.valueOf(this.file)), size), feedFormat(),
					settings, null);
		}

	}

}
