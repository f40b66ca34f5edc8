package io.github.raspspring.document;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Random;

import io.github.raspspring.autoconfigure.FamilyTraits;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.ValueReader;
import io.github.raspspring.engine.ValueView;
import io.github.raspspring.engine.pipeline.WalkingReader;
import io.github.raspspring.inspect.CanonicalValueReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a walk over a body found in its texts shows the same of them as another walk.
 */
class WalkedValuesTests {

	private static final String[] PIECES = { "a", "Select 1", " ", "\\n", "\\\"", "\\/", "\\u0027", "%27", "&lt;",
			"\u00e4", "\uff07", "\u65e5\u672c", "' or 1=1 --", "<b>", "//", "union", "0x", "cGFzc3dvcmQgMTIzNDU2",
			"=" };

	private final CanonicalValueReader reader = new CanonicalValueReader(FamilyTraits.reader());

	private final Random random = new Random(5);

	@Test
	void readWhenTextWasWalkedOverThenShowsTheSame() {
		int read = 0;
		for (int i = 0; i < 50_000; i++) {
			byte[] body = ("{\"" + string(2) + "\":\"" + string(8) + "\",\"url\":[\"" + string(8) + "\"]}")
				.getBytes(StandardCharsets.UTF_8);
			long interest = this.random.nextLong();
			List<Long> texts = new ArrayList<>();
			ValueReader.Sieve sieve = Objects.requireNonNull(this.reader.sieve(interest));
			BoundedValues values = new BoundedValues();
			assertThat(JsonLeaves.strict().scan(body, new Noting(sieve, texts), values)).isTrue();
			List<InputValue> kept = List.copyOf(values);
			assertThat(texts).hasSameSizeAs(kept);
			for (int n = 0; n < kept.size(); n++) {
				assertThat(shown(kept.get(n), texts.get(n), interest))
					.isEqualTo(shown(kept.get(n), WalkingReader.UNKNOWN, interest));
				read += (texts.get(n) != WalkingReader.UNKNOWN) ? 1 : 0;
			}
		}
		assertThat(read).isGreaterThan(50_000);
	}

	private List<String> shown(InputValue value, long found, long interest) {
		List<String> shown = new ArrayList<>();
		this.reader.read(value, found, interest, (view) -> shown.add(describe(view)));
		return shown;
	}

	private static String describe(ValueView view) {
		return view.traits() + " " + view.encodings() + view.unusualEncoding() + view.text();
	}

	private String string(int most) {
		if (this.random.nextInt(8) == 0) {
			byte[] data = new byte[170 + this.random.nextInt(300)];
			this.random.nextBytes(data);
			String base64 = Base64.getEncoder().encodeToString(data);
			return this.random.nextBoolean() ? base64 : base64.replace("/", "\\/");
		}
		StringBuilder text = new StringBuilder();
		for (int n = this.random.nextInt(most); n >= 0; n--) {
			text.append(PIECES[this.random.nextInt(PIECES.length)]);
		}
		return text.toString();
	}

	/**
	 * Hands on to a sieve, and notes what it found in what is kept.
	 *
	 * @param sieve the sieve
	 * @param texts takes what it found
	 */
	private record Noting(ValueReader.Sieve sieve, List<Long> texts) implements WalkingReader.WalkingSieve {

		@Override
		public int walk(byte[] bytes, int start, int end) {
			return this.sieve.walk(bytes, start, end);
		}

		@Override
		public void walk(String text) {
			this.sieve.walk(text);
		}

		@Override
		public boolean keeps(InputValue.Kind kind, @Nullable String name) {
			return this.sieve.keeps(kind, name);
		}

		@Override
		public long walked() {
			long found = ((WalkingReader.WalkingSieve) this.sieve).walked();
			this.texts.add(found);
			return found;
		}

	}

}
