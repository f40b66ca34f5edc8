package io.github.raspspring.event.evidence;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.ClientIdentity;
import io.github.raspspring.engine.ClientTreatment;
import io.github.raspspring.engine.Deliveries;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.Findings;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.Phase;
import io.github.raspspring.engine.Policy;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.engine.ValueDetector;
import io.github.raspspring.engine.ValueReader;
import io.github.raspspring.engine.ValueView;
import io.github.raspspring.engine.pipeline.ExchangeListeners;
import io.github.raspspring.engine.pipeline.InspectionBudget;
import io.github.raspspring.engine.pipeline.InspectionPipeline;
import io.github.raspspring.engine.pipeline.RequestFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Values are kept where somebody asked for it, until the date, and nowhere else.
 */
class KeptValuesTests {

	private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

	private static final String VALUE = "Ada's evil' OR 1=1";

	private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

	@Test
	void valueIsKeptInClearWhereThatIsConfigured() {
		assertThat(evidence(new ClearValue(), "/books", "marker", 1, "q")).endsWith(" value=\"Ada's evil' OR 1=1\"");
	}

	@Test
	void valueIsKeptSoThatWhoHasTheKeyCanReadIt() throws Exception {
		String evidence = evidence(new EncryptedValue(KEY), "/books", "marker", 1, "q");
		assertThat(evidence).doesNotContain("Ada", "evil");
		byte[] sealed = Base64.getUrlDecoder().decode(evidence.substring(evidence.indexOf("aes-gcm:") + 8));
		Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
		cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(KEY, "AES"),
				new GCMParameterSpec(128, Arrays.copyOf(sealed, 12)));
		assertThat(new String(cipher.doFinal(sealed, 12, sealed.length - 12), StandardCharsets.UTF_8)).isEqualTo(VALUE);
		assertThat(evidence(new EncryptedValue(KEY), "/books", "marker", 1, "q")).isNotEqualTo(evidence);
	}

	@ParameterizedTest
	@CsvSource({ "/orders, marker, 1, q", "/books, another, 1, q", "/books, marker, 0, q", "/books, marker, -5, q",
			"/books, marker, 1, password", "/books, marker, 1, access_token", "/books, marker, 1, cvc",
			"/books, marker, 1, client_secret" })
	void valueIsNotKeptElsewhereLaterOrWhereItIsASecret(String path, String detector, int seconds, String name) {
		assertThat(evidence(new ClearValue(), path, detector, seconds, name)).doesNotContain("value=", "Ada");
	}

	@ParameterizedTest
	@ValueSource(strings = { "evil\r\nevent=forged", "evil\" x=\"y", "evil\\", "evil\u001b[31m", "evil\u2028",
			"evil\u202e", "evil\u0000", "evilÄ" })
	void keptValueIsOneLineInQuotes(String value) {
		assertThat(new ClearValue().keep(value)).matches("value=\"([ !#-\\[\\]-~]|\\\\u[0-9a-f]{4})*\"");
	}

	@Test
	void longValueIsCut() {
		assertThat(new ClearValue().keep("x".repeat(5_000))).hasSizeLessThan(220).endsWith("...");
		assertThat(new EncryptedValue(KEY).keep("\u20ac".repeat(5_000))).hasSizeLessThan(340);
	}

	private static String evidence(ValueForm form, String path, String detector, int seconds, String name) {
		KeptValue wish = new KeptValue("test", "/books"::equals, detector, NOW.plusSeconds(seconds), form);
		KeptValues values = new KeptValues(List.of(wish), Clock.fixed(NOW, ZoneOffset.UTC));
		InspectionPipeline pipeline = new InspectionPipeline((method, any) -> Policy.of(EnforcementMode.MONITOR),
				List.of(new Marker()), ValueReader.AS_ARRIVED, new ExchangeListeners(List.of(), Deliveries.inline()),
				(event) -> {
				}, () -> "r", Clock.fixed(NOW, ZoneOffset.UTC), InspectionBudget.UNLIMITED, ClientTreatment.NONE,
				values);
		return pipeline
			.enter(pipeline.begin(new RequestFacts("GET", path, new ClientIdentity("192.0.2.1"), false)), Phase.REQUEST,
					List.of(new InputValue(InputLocation.QUERY, name, VALUE)))
			.findings()
			.get(0)
			.evidence();
	}

	private static final class Marker implements ValueDetector {

		@Override
		public String name() {
			return "marker";
		}

		@Override
		public Category category() {
			return Category.INJECTION;
		}

		@Override
		public void detect(ValueView view, Findings findings) {
			findings.add(Finding.of(this, new Rule("marker", "CWE-89", "Seen.", "Mend."))
				.at(view.input())
				.evidence(view.text(), 6, 11)
				.build());
		}

	}

}
