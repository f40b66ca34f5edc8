package io.github.raspspring.client.feed;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.raspspring.engine.EnforcementMode;
import org.jspecify.annotations.Nullable;

/**
 * One feed: what it says, where that comes from, and how old it is. What was read last is
 * kept when it can't be read again, until it is too old. Thread-safe: asked by requests,
 * refreshed in the background.
 */
public final class ClientFeed {

	private static final Duration FIRST_RETRY = Duration.ofSeconds(30);

	private final String name;

	private final FeedSource source;

	private final FeedFormat format;

	private final FeedSettings settings;

	private final @Nullable FeedCopy copy;

	private volatile FeedContent content = FeedContent.EMPTY;

	private volatile @Nullable Instant fetched;

	private volatile @Nullable String failure = "it was not read yet";

	private volatile boolean stale = true;

	private volatile Instant next = Instant.MIN;

	private int failures;

	private boolean toldStale;

	/**
	 * Create a feed that is still empty.
	 * @param name lower-case words joined by hyphens
	 * @param source where it comes from
	 * @param format how it is written
	 * @param settings what it may do, and how old it may be
	 * @param folder where the last good copy is kept, or {@code null} for nowhere
	 */
	public ClientFeed(String name, FeedSource source, FeedFormat format, FeedSettings settings, @Nullable Path folder) {
		this.name = name;
		this.source = source;
		this.format = format;
		this.settings = settings;
		this.copy = (folder != null) ? new FeedCopy(folder, name, settings.maximumSize()) : null;
	}

	/**
	 * Return the name of the feed.
	 * @return the name
	 */
	public String name() {
		return this.name;
	}

	EnforcementMode mode() {
		return this.settings.mode();
	}

	int points() {
		return this.settings.points();
	}

	/**
	 * Begin with the copy that was kept.
	 * @param now the time
	 */
	public synchronized void restore(Instant now) {
		if (this.copy == null) {
			return;
		}
		try {
			byte[] kept = this.copy.read();
			if (kept != null) {
				this.content = FeedContent.of(kept, this.format);
				Instant time = this.copy.fetched();
				this.fetched = time.isAfter(now) ? now : time;
				this.failure = "it was not read since the start";
				this.stale = isTooOld(now);
			}
		}
		catch (IOException | RuntimeException ex) {
			this.failure = "the copy that was kept is not understood";
		}
	}

	/**
	 * Read the feed again if it is time. Never throws.
	 * @param now the time
	 * @return whether that is news: it is stale, or current again
	 */
	public synchronized boolean refresh(Instant now) {
		if (!now.isBefore(this.next)) {
			try {
				accept(this.source.read(), now);
				this.failures = 0;
				this.failure = null;
				this.next = now.plus(this.settings.interval());
			}
			catch (IOException | IllegalArgumentException ex) {
				this.source.forget();
				this.failure = String.valueOf(ex.getMessage());
				this.failures = this.failures + 1;
				this.next = now.plus(retryAfter(this.failures));
			}
		}
		this.stale = isTooOld(now);
		boolean news = this.stale != this.toldStale;
		this.toldStale = this.stale;
		return news;
	}

	private void accept(byte @Nullable [] read, Instant now) throws IOException {
		if (read != null) {
			this.content = FeedContent.of(read, this.format);
		}
		this.fetched = now;
		if (this.copy == null) {
			return;
		}
		if (read != null) {
			this.copy.write(read, now);
		}
		else {
			this.copy.confirm(now);
		}
	}

	private Duration retryAfter(int failed) {
		Duration wait = FIRST_RETRY.multipliedBy(1L << Math.min(failed - 1, 10));
		return (wait.compareTo(this.settings.interval()) < 0) ? wait : this.settings.interval();
	}

	private boolean isTooOld(Instant now) {
		Instant last = this.fetched;
		return last == null || last.plus(this.settings.maximumAge()).isBefore(now);
	}

	/**
	 * Return whether the feed is too old to count.
	 * @return {@code true} also before it was read first
	 */
	public boolean isStale() {
		return this.stale;
	}

	/**
	 * Return why it could not be read.
	 * @return a few words, or {@code null} if it could
	 */
	public @Nullable String failure() {
		return this.failure;
	}

	/**
	 * Return whether the feed names an address. A stale one names none.
	 */
	boolean names(String address) {
		return !this.stale && this.content.names(address);
	}

	/**
	 * Describe the feed as the endpoint shows it.
	 * @param now the time
	 * @return its state, free of secrets
	 */
	public Map<String, Object> describe(Instant now) {
		Map<String, Object> shown = new LinkedHashMap<>();
		shown.put("name", this.name);
		shown.put("mode", this.settings.mode());
		shown.put("state", this.stale ? "STALE" : "CURRENT");
		shown.put("networks", this.content.networks().size());
		shown.put("leftOut", this.content.left());
		Instant last = this.fetched;
		if (last != null) {
			shown.put("fetchedAt", last);
			shown.put("ageSeconds", Duration.between(last, now).toSeconds());
		}
		String why = this.failure;
		if (why != null) {
			shown.put("failure", why);
		}
		return shown;
	}

}
