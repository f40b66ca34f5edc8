package io.github.raspspring.document;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.github.raspspring.engine.InputValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class XmlArrivalsTests {

	private static final String ATTACK = "x' union";

	@Test
	void readWhenCutAnywhereThenFindsEveryValue() {
		byte[] bytes = "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b \"c\">]><a b=\"d>'e\"><!-- f --><g>\u00e9<![CDATA[<h>]]></g></a>"
			.getBytes(StandardCharsets.UTF_8);
		for (int cut = 1; cut <= bytes.length; cut++) {
			assertThat(read(bytes, cut)).as("cut " + cut)
				.contains("<?xml version='1.0'?", "<!DOCTYPE a [<!ENTITY b \"c\">]", "d>'e", " f ", "\u00e9<h>");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "<a>%s", "<a b=\"%s", "<a b='c' d=\"%s\"", "<!-- -->%s", "<a><!--%s", "<a><![CDATA[%s",
			"<a>x' <!-- -->union", "<a>x'<?b?> uni<![CDATA[on]]>", "<!DOCTYPE a [ %s", "%s", "<a b='<!--'>%s",
			"<a/>%s" })
	void readWhenTextHasBegunThenGivesWhatThereIs(String document) {
		assertThat(read(document.formatted(ATTACK).getBytes(StandardCharsets.UTF_8), 3))
			.anyMatch((value) -> value.contains(ATTACK));
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-8", "ISO-8859-1" })
	void readWhenEncodingHasSignsOfAsciiThenFindsTheText(String charset) {
		assertThat(read("<a><b>x' union</b></a>".getBytes(Charset.forName(charset)), 5)).contains(ATTACK);
	}

	@Test
	void readWhenTextIsLongThenKeepsItsEnd() {
		byte[] bytes = ("<a>" + "b".repeat(200_000) + ATTACK).getBytes(StandardCharsets.UTF_8);
		assertThat(read(bytes, 8192)).allMatch((value) -> value.length() <= 2 * TextArrivals.OVERLAP)
			.anyMatch((value) -> value.endsWith(ATTACK));
	}

	private static List<String> read(byte[] bytes, int cut) {
		XmlArrivals arrivals = new XmlArrivals();
		List<InputValue> values = new ArrayList<>();
		for (int start = 0; start < bytes.length; start += cut) {
			values.addAll(arrivals.read(Arrays.copyOfRange(bytes, start, Math.min(bytes.length, start + cut))));
		}
		return values.stream().map(InputValue::value).toList();
	}

}
