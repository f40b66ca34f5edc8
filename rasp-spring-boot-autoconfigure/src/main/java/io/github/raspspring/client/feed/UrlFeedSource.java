package io.github.raspspring.client.feed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;

/**
 * A feed that is fetched with a client of its own. Nothing waits for it but the thread in
 * the background, and that not longer than the timeout for the whole of it. Redirects are
 * followed, never from https to http.
 */
public final class UrlFeedSource implements FeedSource {

	private static final int OK = 200;

	private static final int NOT_MODIFIED = 304;

	private static final int CHUNK = 16 * 1024;

	private final HttpClient client;

	private final URI url;

	private final Map<String, String> headers;

	private final Duration timeout;

	private final long maximumSize;

	private volatile @Nullable String tag;

	private volatile @Nullable InputStream open;

	/**
	 * Create a source.
	 * @param url where the feed is
	 * @param headers headers that are sent, such as a key
	 * @param timeout how long all of it may take
	 * @param maximumSize bytes that it may have
	 */
	public UrlFeedSource(URI url, Map<String, String> headers, Duration timeout, long maximumSize) {
		this.url = url;
		this.headers = Map.copyOf(headers);
		this.timeout = timeout;
		this.maximumSize = maximumSize;
		this.client = HttpClient.newBuilder()
			.connectTimeout(timeout)
			// What headers hold, such as a key, is for this host alone.
			.followRedirects(headers.isEmpty() ? HttpClient.Redirect.NORMAL : HttpClient.Redirect.NEVER)
			.build();
	}

	@Override
	public byte @Nullable [] read() throws IOException {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.url).timeout(this.timeout);
		this.headers.forEach(request::header);
		if (this.tag != null) {
			request.header("If-None-Match", this.tag);
		}
		CompletableFuture<byte @Nullable []> content = this.client
			.sendAsync(request.build(), BodyHandlers.ofInputStream())
			.thenApply(this::content);
		try {
			return content.get(this.timeout.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException ex) {
			abandon(content);
			throw new IOException("It took longer than timeout", ex);
		}
		catch (ExecutionException ex) {
			Throwable cause = ex.getCause();
			throw new IOException((cause instanceof FeedRefused) ? cause.getMessage()
					: "It can't be fetched: " + ((cause != null) ? cause.getClass().getSimpleName() : "unknown"), ex);
		}
		catch (InterruptedException ex) {
			abandon(content);
			Thread.currentThread().interrupt();
			throw new IOException("It was interrupted", ex);
		}
	}

	/**
	 * Whoever sends slowly without end holds up no thread.
	 */
	private void abandon(CompletableFuture<?> content) {
		content.cancel(true);
		InputStream body = this.open;
		if (body != null) {
			try {
				body.close();
			}
			catch (IOException ex) {
				// It is given up anyhow.
			}
		}
	}

	private byte @Nullable [] content(HttpResponse<InputStream> response) {
		try (InputStream body = response.body()) {
			this.open = body;
			if (response.statusCode() == NOT_MODIFIED) {
				return null;
			}
			if (response.statusCode() != OK) {
				throw new FeedRefused("It is answered with status " + response.statusCode());
			}
			byte[] content = bounded(body);
			this.tag = response.headers().firstValue("ETag").orElse(null);
			return content;
		}
		catch (IOException ex) {
			throw new FeedRefused("It broke off");
		}
	}

	private byte[] bounded(InputStream body) throws IOException {
		ByteArrayOutputStream content = new ByteArrayOutputStream();
		byte[] chunk = new byte[CHUNK];
		for (int length = body.read(chunk); length >= 0; length = body.read(chunk)) {
			content.write(chunk, 0, length);
			if (content.size() > this.maximumSize) {
				throw new FeedRefused("It is larger than maximum-size");
			}
		}
		return content.toByteArray();
	}

	@Override
	public void forget() {
		this.tag = null;
	}

	/**
	 * What is wrong with an answer.
	 */
	private static final class FeedRefused extends RuntimeException {

		private static final long serialVersionUID = 1L;

		FeedRefused(String message) {
			super(message);
		}

	}

}
