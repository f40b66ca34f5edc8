package io.github.raspspring.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;

import io.github.raspspring.client.ClientTraffic.Time;
import io.github.raspspring.engine.ClientIdentity;
import io.github.raspspring.engine.EnforcementMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ClientListTests {

	private final Time time = new Time();

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path folder;

	@ParameterizedTest
	@CsvSource({ "10.1.2.3, true", "192.0.2.7, true", "192.0.2.8, false", "2001:db8::7, true", "198.51.100.1, true",
			"203.0.113.1, false", "unknown, false" })
	void networksAreRefused(String address, boolean refused) throws IOException {
		ClientTraffic traffic = traffic(ListedKind.NETWORK, """
				# blocked by hand
				10.0.0.0/8

				192.0.2.7   # a scanner
				2001:db8::/32
				198.51.100.0/24 until 2030-01-02T00:00:00Z
				203.0.113.0/24 until 2029-12-31T00:00:00Z
				""");
		assertThat(traffic.send(address).refuses()).isEqualTo(refused);
	}

	@ParameterizedTest
	@CsvSource({ "sqlmap/1.8#stable (https://sqlmap.org), true", "Mozilla/5.0 (compatible; Nikto/2.5), true",
			"NIKTO, true", "Mozilla/5.0 nikto2, false", "curl/8, false", "'', false" })
	void agentsAreRefused(String agent, boolean refused) throws IOException {
		ClientTraffic traffic = traffic(ListedKind.AGENT, "sqlmap\nNikto\n");
		assertThat(traffic.sendAgent("9.9.9.9", agent).refuses()).isEqualTo(refused);
	}

	@Test
	void subjectsAreRefused() throws IOException {
		ClientTraffic traffic = traffic(ListedKind.SUBJECT, "mallory\n");
		assertThat(traffic.sendAs("mallory", "9.9.9.9").refuses()).isTrue();
		assertThat(traffic.sendAs("alice", "9.9.9.9").refuses()).isFalse();
		assertThat(traffic.send("9.9.9.9").refuses()).isFalse();
	}

	@Test
	void allowedClientsAreNotRefused() throws IOException {
		ClientList blocked = list("blocked", ListedKind.NETWORK, "10.0.0.0/8");
		ClientList allowed = list("allowed", ListedKind.NETWORK, "10.0.0.1");
		ClientLists lists = new ClientLists(List.of(blocked), List.of(allowed));
		ClientTraffic traffic = traffic(blocked, lists, EnforcementMode.BLOCK);
		assertThat(traffic.send("10.0.0.1").refuses()).isFalse();
		assertThat(traffic.send("10.0.0.2").refuses()).isTrue();
	}

	@Test
	void unknownClientIsRefusedForEveryAddressItMayHaveAndForNoProxy() throws IOException {
		ClientTraffic traffic = traffic(ListedKind.NETWORK, "6.6.6.6\n10.0.0.0/8");
		assertThat(traffic.send(ClientIdentity.unknown("10.0.0.5", List.of("9.9.9.9", "6.6.6.6"))).refuses()).isTrue();
		assertThat(traffic.send(ClientIdentity.unknown("10.0.0.5", List.of("9.9.9.9"))).refuses()).isFalse();
		assertThat(traffic.send(ClientIdentity.ofProxy("10.0.0.5", "10.0.0.5")).refuses()).isFalse();
	}

	@Test
	void unknownClientIsNotAllowedForWhatItClaims() throws IOException {
		ClientList blocked = list("blocked", ListedKind.NETWORK, "6.6.6.6");
		ClientList allowed = list("allowed", ListedKind.NETWORK, "9.9.9.9\n10.0.0.5");
		ClientTraffic traffic = traffic(blocked, new ClientLists(List.of(blocked), List.of(allowed)),
				EnforcementMode.BLOCK);
		assertThat(traffic.send(ClientIdentity.unknown("10.0.0.5", List.of("9.9.9.9", "6.6.6.6"))).refuses()).isTrue();
	}

	@Test
	void listInMonitorRefusesNobody() throws IOException {
		ClientList blocked = list("blocked", ListedKind.NETWORK, "10.0.0.0/8");
		ClientTraffic traffic = traffic(blocked, new ClientLists(List.of(blocked), List.of()), EnforcementMode.MONITOR);
		assertThat(traffic.send("10.0.0.1").findings()).hasSize(1);
		assertThat(traffic.send("10.0.0.1").refuses()).isFalse();
	}

	@Test
	void refreshWhenFileChangesThenReadsIt() throws IOException {
		ClientList list = list("blocked", ListedKind.NETWORK, "10.0.0.0/8");
		Path file = this.folder.resolve("blocked");
		Files.writeString(file, "10.0.0.0/8\n11.0.0.0/8\n13.0.0.0/8\n");
		Files.setLastModifiedTime(file, FileTime.from(this.time.instant()));
		list.refresh(this.time.instant());
		assertThat(list.size()).isEqualTo(2);
		assertThat(list.failure()).isNull();
	}

	@Test
	void refreshWhenEntryExpiresThenForgetsIt() throws IOException {
		ClientList list = list("blocked", ListedKind.NETWORK, "10.0.0.0/8\n12.0.0.0/8 until 2030-01-01T01:00:00Z");
		list.refresh(this.time.instant());
		assertThat(list.size()).isEqualTo(2);
		this.time.advance(Duration.ofHours(1));
		list.refresh(this.time.instant());
		assertThat(list.size()).isEqualTo(1);
	}

	@Test
	void refreshWhenFileIsBrokenThenKeepsTheListAndSaysSo() throws IOException {
		ClientList list = list("blocked", ListedKind.NETWORK, "10.0.0.0/8");
		Path file = this.folder.resolve("blocked");
		Files.writeString(file, "10.0.0.0/8\nbogus\n");
		Files.setLastModifiedTime(file, FileTime.from(this.time.instant()));
		list.refresh(this.time.instant());
		assertThat(list.size()).isEqualTo(1);
		assertThat(list.failure()).isEqualTo("Line 2 is no address or network");
		Files.delete(file);
		list.refresh(this.time.instant());
		assertThat(list.size()).isEqualTo(1);
		assertThat(list.failure()).isEqualTo("The file can't be read");
	}

	@ParameterizedTest
	@ValueSource(strings = { "10.0.0.0/33", "10.0.0.1 until tomorrow", "10.0.0.1 10.0.0.2" })
	void loadWhenLineIsInvalidThenNamesIt(String line) {
		assertThatIllegalArgumentException().isThrownBy(() -> list("broken", ListedKind.NETWORK, "::1\n" + line))
			.withMessageStartingWith("Line 2");
	}

	private ClientTraffic traffic(ListedKind kind, String content) throws IOException {
		ClientList list = list("blocked", kind, content);
		return traffic(list, new ClientLists(List.of(list), List.of()), EnforcementMode.BLOCK);
	}

	private ClientTraffic traffic(ClientList list, ClientLists lists, EnforcementMode mode) {
		return new ClientTraffic(this.time, EnforcementMode.BLOCK, List.of(new BlockListDetector(list, lists, mode)),
				List.of());
	}

	private ClientList list(String name, ListedKind kind, String content) throws IOException {
		Path file = this.folder.resolve(name);
		Files.writeString(file, content);
		ClientList list = new ClientList(name, file, kind);
		list.load(this.time.instant());
		return list;
	}

}
