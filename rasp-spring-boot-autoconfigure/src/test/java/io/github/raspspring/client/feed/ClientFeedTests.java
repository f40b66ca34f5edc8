package io.github.raspspring.client.feed;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import com.sun.net.httpserver.HttpServer;
import io.github.raspspring.engine.SetClock;
import io.github.raspspring.client.feed.FeedFormat.Kind;
import io.github.raspspring.engine.ClientIdentity;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.event.FeedStateChanged;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ClientFeedTests {

	private static final FeedFormat PLAIN = new FeedFormat(Kind.PLAIN, "", ',');

	private static final String BAD = "45.9.20.5";

	private final Instant start = Instant.parse("2030-01-01T00:00:00Z");

	private final Scripted source = new Scripted();

	@TempDir
	private Path folder;

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			PLAIN |              | 45.9.20.5
			PLAIN |              | # remark\\n45.9.20.5 # seen scanning
			PLAIN |              | 45.9.20.5 ; SBL1234
			PLAIN |              | 1.1.1.1\\n45.9.20.0/24
			CIDR  |              | 45.9.16.0/20
			PLAIN |              | 1.1.1.1\\n45.9.20.5\\t12\\n9.9.9.9
			CSV   | 2            | "first, seen",45.9.20.5
			CSV   | ip           | id,IP,when\\n1,45.9.20.5,2029
			CSV   | address      | # remark\\n"id","Address"\\n"1","45.9.20.5"
			JSON  | /*           | ["1.1.1.1","45.9.20.5"]
			JSON  | /data/*/ip   | {"data":[{"ip":"45.9.20.5"},{"ip":"1.1.1.1","n":5}]}
			JSON  | /a/*/*/cidr  | {"a":{"x":[{"cidr":"45.9.0.0/16"}]}}
			""")
	void feedOfEachFormatNamesAddress(Kind kind, @Nullable String selector, String content) {
		FeedFormat format = new FeedFormat(kind, (selector != null) ? selector : "", ',');
		FeedContent read = FeedContent.of(bytes(content.translateEscapes()), format);
		assertThat(read.names(BAD)).isTrue();
		assertThat(read.names("45.10.0.1")).isFalse();
	}

	@Test
	void markOfByteOrderIsNoPartOfTheFirstEntry() {
		assertThat(FeedContent.of(bytes("\uFEFF" + BAD), PLAIN).names(BAD)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "<html><body>Too many requests</body></html>", "hello\nworld\n1.1.1.1", "0.0.0.0/0",
			"10.0.0.0/8\n192.168.1.1", "::/0" })
	void contentThatIsNoFeedIsNotTaken(String content) {
		assertThatIllegalArgumentException().isThrownBy(() -> FeedContent.of(bytes(content), PLAIN));
	}

	@ParameterizedTest
	@ValueSource(strings = { "0.0.0.0/0", "64.0.0.0/2", "127.0.0.1", "10.1.2.3", "192.168.0.0/16", "::1", "fe80::/10",
			"2000::/3" })
	void whatWouldLockOutEverybodyIsLeftOut(String entry) {
		FeedContent read = FeedContent.of(bytes(BAD + "\n" + entry), PLAIN);
		assertThat(read.networks().size()).isEqualTo(1);
		assertThat(read.left()).isEqualTo(1);
	}

	@Test
	void refreshWhenSourceFailsThenKeepsWhatWasReadUntilItIsTooOld() {
		ClientFeed feed = feed(null);
		this.source.content = BAD;
		assertThat(feed.refresh(this.start)).isFalse();
		this.source.content = null;
		assertThat(feed.refresh(this.start.plus(Duration.ofHours(2)))).isFalse();
		assertThat(feed.names(BAD)).isTrue();
		assertThat(feed.failure()).isEqualTo("scripted");
		assertThat(feed.refresh(this.start.plus(Duration.ofHours(30)))).isTrue();
		assertThat(feed.names(BAD)).isFalse();
		assertThat(feed.describe(this.start.plus(Duration.ofHours(30)))).containsEntry("state", "STALE")
			.containsEntry("ageSeconds", 30L * 3600);
	}

	@Test
	void refreshWhenAnswerIsEmptyThenKeepsWhatWasRead() {
		ClientFeed feed = feed(null);
		this.source.content = BAD;
		feed.refresh(this.start);
		this.source.content = "<html>maintenance</html>";
		feed.refresh(this.start.plus(Duration.ofHours(2)));
		assertThat(feed.names(BAD)).isTrue();
	}

	@Test
	void refreshWhenNotDueThenAsksNobody() {
		ClientFeed feed = feed(null);
		this.source.content = BAD;
		feed.refresh(this.start);
		feed.refresh(this.start.plus(Duration.ofMinutes(59)));
		assertThat(this.source.calls).isEqualTo(1);
		feed.refresh(this.start.plus(Duration.ofMinutes(60)));
		assertThat(this.source.calls).isEqualTo(2);
	}

	@Test
	void restoreAfterRestartThenNamesWhatTheLastGoodCopyNames() throws IOException {
		ClientFeed before = feed(this.folder);
		this.source.content = BAD;
		before.refresh(this.start);
		this.source.content = null;
		ClientFeed after = feed(this.folder);
		after.restore(this.start.plus(Duration.ofHours(3)));
		after.refresh(this.start.plus(Duration.ofHours(3)));
		assertThat(after.names(BAD)).isTrue();
		ClientFeed later = feed(this.folder);
		later.restore(this.start.plus(Duration.ofDays(3)));
		assertThat(later.names(BAD)).isFalse();
		Files.writeString(this.folder.resolve("scripted.feed"), "<broken>");
		ClientFeed broken = feed(this.folder);
		broken.restore(this.start);
		assertThat(broken.failure()).contains("not understood");
	}

	@Test
	void staleFeedIsAnEventOnceAndCountsForNothing() {
		SetClock time = new SetClock(this.start);
		List<FeedStateChanged> events = new ArrayList<>();
		ClientFeeds feeds = new ClientFeeds(List.of(feed(null)), (event) -> events.add((FeedStateChanged) event),
				() -> "reference", time);
		feeds.refresh();
		assertThat(events).extracting(FeedStateChanged::stale).containsExactly(true);
		feeds.refresh();
		assertThat(feeds.gaps()).singleElement().asString().contains("scripted");
		this.source.content = BAD;
		time.set(this.start.plus(Duration.ofHours(1)));
		feeds.refresh();
		assertThat(feeds.points(new ClientIdentity(BAD))).isEqualTo(2);
		assertThat(feeds.points(new ClientIdentity("1.2.3.4"))).isZero();
		assertThat(feeds.gaps()).isEmpty();
		this.source.content = null;
		time.set(this.start.plus(Duration.ofHours(40)));
		feeds.refresh();
		time.set(this.start.plus(Duration.ofHours(41)));
		feeds.refresh();
		assertThat(feeds.points(new ClientIdentity(BAD))).isZero();
		assertThat(events).extracting(FeedStateChanged::stale).containsExactly(true, false, true);
	}

	@Test
	void urlIsFetchedOnceAndThenAskedForChanges() throws IOException {
		List<String> asked = new ArrayList<>();
		HttpServer server = server();
		server.createContext("/feed", (exchange) -> {
			String tag = exchange.getRequestHeaders().getFirst("If-None-Match");
			asked.add(tag + " " + exchange.getRequestHeaders().getFirst("X-Key"));
			exchange.getResponseHeaders().set("ETag", "\"1\"");
			byte[] body = bytes(BAD);
			exchange.sendResponseHeaders((tag != null) ? 304 : 200, (tag != null) ? -1 : body.length);
			if (tag == null) {
				exchange.getResponseBody().write(body);
			}
			exchange.close();
		});
		try {
			UrlFeedSource url = new UrlFeedSource(uri(server), Map.of("X-Key", "secret"), Duration.ofSeconds(10), 100);
			assertThat(url.read()).isEqualTo(bytes(BAD));
			assertThat(url.read()).isNull();
			assertThat(asked).containsExactly("null secret", "\"1\" secret");
		}
		finally {
			server.stop(0);
		}
	}

	@ParameterizedTest
	@CsvSource({ "500, 20, status 500", "200, 101, larger than maximum-size", "200, -1, longer than timeout" })
	void urlThatAnswersBadlyIsAFailure(int status, int length, String message) throws IOException {
		CountDownLatch end = new CountDownLatch(1);
		HttpServer server = server();
		server.createContext("/feed", (exchange) -> {
			exchange.sendResponseHeaders(status, 0);
			exchange.getResponseBody().write(new byte[Math.max(1, length)]);
			exchange.getResponseBody().flush();
			await(end, length < 0);
			exchange.close();
		});
		try {
			Duration timeout = (length < 0) ? Duration.ofMillis(300) : Duration.ofSeconds(20);
			UrlFeedSource url = new UrlFeedSource(uri(server), Map.of(), timeout, 100);
			assertThatIOException().isThrownBy(url::read).withMessageContaining(message);
		}
		finally {
			end.countDown();
			server.stop(0);
		}
	}

	private static void await(CountDownLatch end, boolean wait) throws IOException {
		try {
			if (wait) {
				end.await();
			}
		}
		catch (InterruptedException ex) {
			throw new IOException(ex);
		}
	}

	private static HttpServer server() throws IOException {
		HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.start();
		return server;
	}

	private static URI uri(HttpServer server) {
		return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/feed");
	}

	private ClientFeed feed(@Nullable Path folder) {
		return new ClientFeed("scripted", this.source, PLAIN,
				new FeedSettings(EnforcementMode.MONITOR, 2, Duration.ofHours(1), Duration.ofHours(24), 1000), folder);
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * A source that says what it is told, or fails.
	 */
	private static final class Scripted implements FeedSource {

		private @Nullable String content;

		private int calls;

		@Override
		public byte[] read() throws IOException {
			this.calls++;
			if (this.content == null) {
				throw new IOException("scripted");
			}
			return bytes(this.content);
		}

	}

}
