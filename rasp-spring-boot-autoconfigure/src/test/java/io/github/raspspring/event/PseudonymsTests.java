package io.github.raspspring.event;

import java.nio.charset.StandardCharsets;

import io.github.raspspring.engine.event.EventPlace;
import io.github.raspspring.engine.event.EventRecord;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PseudonymsTests {

	private final Pseudonyms names = Pseudonyms.keyed("a key of the tests".getBytes(StandardCharsets.UTF_8));

	@Test
	void ofWhenNameIsTheSameThenPseudonymIs() {
		assertThat(this.names.of("alice")).isEqualTo(this.names.of("alice")).matches("id-[0-9a-f]{16}");
		assertThat(this.names.of("alice")).isNotEqualTo(this.names.of("bob"));
		assertThat(Pseudonyms.keyed(new byte[] { 1 }).of("alice")).isNotEqualTo(this.names.of("alice"));
		assertThat(this.names.of(null)).isNull();
	}

	@Test
	void ofClientWhenKindIsToldThenIsKept() {
		assertThat(this.names.ofClient("network:192.0.2.1")).isEqualTo("network:" + this.names.of("192.0.2.1"));
		assertThat(this.names.ofClient("2001:db8::1")).isEqualTo(this.names.of("2001:db8::1"));
	}

	@Test
	void lookupWhenAskedEitherWayThenIsTheSame() {
		String pseudonym = this.names.lookup("192.0.2.1");
		assertThat(this.names.lookup(pseudonym)).isEqualTo(pseudonym);
		assertThat(Pseudonyms.none().lookup("192.0.2.1")).isEqualTo("192.0.2.1");
	}

	@Test
	void recordWhenNamesAreHiddenThenNobodyIsNamed() {
		EventRecord event = new EventRecorder(this.names, () -> "trace\n1")
			.record(EventSamples.attack("r", "192.0.2.1"));
		assertThat(event.where()).isEqualTo(
				new EventPlace("GET", "/api/books", "/api/books", this.names.of("192.0.2.1"), this.names.of("alice")));
		assertThat(event.toString()).doesNotContain("192.0.2.1", "alice");
		assertThat(event.trace()).isEqualTo("trace?1");
	}

	@Test
	void recordWhenSomethingWasSeenThenTellsAllOfIt() {
		EventRecord event = EventSamples.record("r");
		assertThat(event.why().mode()).isEqualTo("BLOCK");
		assertThat(event.findings()).singleElement().satisfies((finding) -> {
			assertThat(finding.owasp()).isEqualTo("API8:2019");
			assertThat(finding.cwe()).isEqualTo("CWE-89");
			assertThat(finding.hint()).contains("param(title)");
			assertThat(finding.reading()).isEqualTo("as sent");
			assertThat(finding.parameter()).isEqualTo("query:title");
			assertThat(finding.call()).isNotNull();
			assertThat(finding.call().frame()).isEqualTo("BookRepository.find:12");
		});
	}

}
