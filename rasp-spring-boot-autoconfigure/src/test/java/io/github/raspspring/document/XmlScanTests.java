package io.github.raspspring.document;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;

import io.github.raspspring.autoconfigure.FamilyTraits;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.ValueReader;
import io.github.raspspring.inspect.CanonicalValueReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A walk over XML finds what a parser finds, or leaves the body to one.
 */
class XmlScanTests {

	private static final CanonicalValueReader READER = new CanonicalValueReader(FamilyTraits.reader());

	private static final String[] NAMES = { "a", "b", "entry", "_x", "a-1", "a.b", "xmlns", "id", "url", "select" };

	private static final String[] TEXTS = { "", " ", "\n\t", "x", "plain text", "' or 1=1 --", "\u0434\u0430", "&amp;",
			"&lt;b&gt;", "&quot;&apos;", "a\nb", "{\"a\":\"b\"}", "C:\\temp", "\ud83d\ude00", "\u3000", "]]", "a > b" };

	private static final String[] PIECES = { "<", ">", "/", "</", "/>", "<a>", "</a>", "<b/>", "=", "\"", "'", "a", ":",
			" ", "&", ";", "&#65;", "&x;", "<!--", "-->", "<![CDATA[", "]]>", "<?p i?>", "<!DOCTYPE a>", "\r", "\0",
			"\u0001", "\ufffe", "\ufffd", "\u0085", "\u2028", "xmlns", "a:b", "a=\"1\"", "\u00e9", "?>", "<?xml?>" };

	private final Random random = new Random(23);

	@ParameterizedTest
	@ValueSource(strings = { "<a/>", "<a />", "<a></a >", " \n<a>b</a>\t\n", "<a b='c' d=\"e'f\"/>",
			"<?xml version=\"1.0\"?><a>b</a>", "<?xml version='1.0' encoding='utf-8' standalone='yes' ?>\n<a b = 'c'/>",
			"<a>b<c>d</c>e<c/>f</a>", "<a>x &amp; y &lt; z</a>", "<a b='&quot;'>&apos;</a>", "<a>\u0434\u0430</a>",
			"<a>{\"b\":\"c\"}</a>", "<a> <b> </b> </a>", "<a>x ]] > y</a>" })
	void readWhenBodyIsPlainThenFindsWhatParserFinds(String xml) {
		assertThat(scanned(bytes(xml))).isEqualTo(parsed(bytes(xml)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a", "<", "<a", "<a>", "<a></b>", "<a></a></a>", "<a/><a/>", "<a/>b", "<a b/>",
			"<a b=c/>", "<a b='c'd='e'/>", "<a b='c' b='d'/>", "<a b='<'/>", "<a b='\n'/>", "<a>\r\n</a>", "<a>]]></a>",
			"<a>&x;</a>", "<a>&#65;</a>", "<a>&amp</a>", "<a>& b</a>", "<a><!-- b --></a>", "<a><![CDATA[b]]></a>",
			"<a><?b c?></a>", "<!DOCTYPE a><a/>", "<!-- b --><a/>", "<a xmlns='b'/>", "<b:a xmlns:b='c'/>",
			"<a b:c='d'/>", "<1/>", "<\u00e4/>", "<a>\u0001</a>", "<a>\ufffe</a>", "<a>\ufffd</a>", "\ufeff<a/>",
			"<?xml version='1.1'?><a/>", "<?xml version='1.0' encoding='ISO-8859-1'?><a/>",
			"<?xml  version='1.0'?><a/>", " <?xml version='1.0'?><a/>", "<a b='c'/ >", "< a/>", "</a>" })
	void readWhenBodyIsUnusualThenLeavesItToParser(String xml) {
		assertThat(scanned(bytes(xml))).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32LE", "UTF-32BE", "IBM037" })
	void readWhenBodyIsInOtherEncodingThenLeavesItToParser(String charset) {
		assertThat(scanned("<a>b</a>".getBytes(Charset.forName(charset)))).isNull();
	}

	@Test
	void readWhenBytesAreNoTextThenLeavesThemToParser() {
		byte[] xml = bytes("<a>bcd</a>");
		for (int sign : new int[] { 0x80, 0xC0, 0xC3, 0xE2, 0xED, 0xF5, 0xFF }) {
			xml[4] = (byte) sign;
			assertThat(scanned(xml)).isNull();
		}
	}

	@Test
	void readWhenNestedDeepOrLongThenLeavesItToParser() {
		assertThat(scanned(bytes("<a>".repeat(64) + "</a>".repeat(64)))).hasSize(64);
		assertThat(scanned(bytes("<a>".repeat(65) + "</a>".repeat(65)))).isNull();
		assertThat(scanned(bytes("<a>" + "b".repeat(XmlScan.LONGEST_BODY) + "</a>"))).isNull();
		assertThat(scanned(bytes("<" + "a".repeat(200) + "/>"))).isNull();
	}

	/**
	 * What a walk takes for XML, a parser takes for the same.
	 */
	@Test
	void readWhenBodyIsMadeOfPiecesThenIsOfOneMindWithParser() {
		int read = 0;
		for (int i = 0; i < 30_000; i++) {
			byte[] body = bytes((i % 3 == 0) ? document() : damaged(document()));
			List<InputValue> scanned = scanned(body);
			if (scanned != null) {
				read++;
				assertThat(scanned).as(new String(body, StandardCharsets.UTF_8)).isEqualTo(parsed(body));
			}
		}
		assertThat(read).isGreaterThan(10_000);
	}

	@Test
	void readWhenSieveLetsTextsThroughThenNothingWouldBeShownOfThem() {
		XmlLeaves leaves = new XmlLeaves();
		for (int i = 0; i < 5_000; i++) {
			byte[] body = bytes(document());
			long interest = this.random.nextLong();
			BoundedValues kept = new BoundedValues();
			assertThat(leaves.scan(body, READER.sieve(interest), kept)).isTrue();
			List<InputValue> left = new ArrayList<>(Objects.requireNonNull(parsed(body)));
			kept.forEach((value) -> assertThat(left.remove(value)).isTrue());
			left.forEach((value) -> {
				assertThat(value.kind() == InputValue.Kind.VALUE && InnerDocuments.mayBeJson(value.value())).isFalse();
				READER.read(value, interest, (view) -> {
					throw new AssertionError(view.text());
				});
			});
		}
	}

	@Test
	void omittedWhenSomebodyAsksThenIsMade() {
		XmlLeaves leaves = new XmlLeaves();
		byte[] body = bytes("<order id='7'><item orderId='8' note='x'>plain</item></order>");
		BoundedValues kept = new BoundedValues();
		assertThat(leaves.scan(body, READER.sieve(0), kept)).isTrue();
		assertThat(kept).isEmpty();
		assertThat(Objects.requireNonNull(kept.omitted()).all().get()).isEqualTo(parsed(body));
		assertThat(kept.omitted().named().apply("orderId"::equals)).extracting(InputValue::value).containsExactly("8");
		assertThat(kept.omitted().named().apply("text"::equals)).extracting(InputValue::value).containsExactly("plain");
	}

	private String document() {
		String declaration = this.random.nextInt(3) == 0 ? "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" : "";
		return declaration + element(3);
	}

	private String element(int depth) {
		String name = any(NAMES);
		StringBuilder element = new StringBuilder("<").append(name);
		for (int i = this.random.nextInt(3); i > 0; i--) {
			element.append(' ')
				.append(NAMES[i])
				.append("=\"")
				.append(any(TEXTS).replace('\n', ' ').replace('\t', ' ').replace("\"", "&quot;"))
				.append('"');
		}
		if (this.random.nextInt(6) == 0) {
			return element.append("/>").toString();
		}
		element.append('>').append(any(TEXTS));
		for (int i = (depth > 0) ? this.random.nextInt(3) : 0; i > 0; i--) {
			element.append(element(depth - 1)).append(any(TEXTS)).append(any(TEXTS));
		}
		return element.append("</").append(name).append('>').toString();
	}

	private String damaged(String xml) {
		StringBuilder damaged = new StringBuilder(xml);
		for (int i = this.random.nextInt(2); i >= 0; i--) {
			int index = this.random.nextInt(damaged.length() + 1);
			int end = Math.min(damaged.length(), index + this.random.nextInt(3));
			damaged.replace(index, end, any(PIECES));
		}
		return damaged.toString();
	}

	private String any(String[] of) {
		return of[this.random.nextInt(of.length)];
	}

	private static @Nullable List<InputValue> scanned(byte[] body) {
		BoundedValues values = new BoundedValues();
		return new XmlLeaves().scan(body, EveryText.INSTANCE, values) ? new ArrayList<>(values) : null;
	}

	private static @Nullable List<InputValue> parsed(byte[] body) {
		BoundedValues values = new BoundedValues();
		return new XmlLeaves().read(body, values) ? new ArrayList<>(values) : null;
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
