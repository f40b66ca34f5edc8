package io.github.raspspring.attack.lookup;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class LookupReaderTests {

	@ParameterizedTest
	@CsvSource(delimiterString = "=>", textBlock = """
			${jndi:x}                        => jndi:
			${${lower:j}ndi:x}               => jndi:
			${${upper:jn}di:x}               => jndi:
			${${::-j}${x:-n}di:x}            => jndi:
			${${a:${b:-c}:-jndi}:x}          => jndi:
			${${lower:${lower:jndi:x}}}      => jndi:x
			${${base64:am5kaTp4}}            => jndi:x
			${${date:"jn"di}:x}              => "jn"di:
			${j${env:HOME}ndi:x}             => jndi:
			""")
	void readWhenLookupsAreNestedThenResolvesThem(String text, String resolved) {
		assertThat(reached(text)).contains(resolved);
	}

	@Test
	void readWhenNestedDeeperThanItFollowsThenStillReadsTheRest() {
		String text = "${".repeat(1000) + "}".repeat(1000) + "${jndi:x}";
		assertThat(reached(text)).contains("jndi:");
	}

	@Test
	void readWhenLookupIsLongThenKeepsItsStartOnly() {
		assertThat(reached("${jndi:" + "x".repeat(100_000) + ":}")).allMatch((lookup) -> lookup.length() <= 256);
	}

	@ParameterizedTest
	@CsvSource(delimiterString = "=>", textBlock = """
			$x {y}                       => -1
			${order.total} of ${count}   => -1
			${order.total: x             => 0
			${order.total                => -1
			${a|b} and ${sys:java.home}  => 11
			${a} ${b${c}}                => 5
			""")
	void nextWhenLookupsStandForValuesThenSkipsThem(String text, int index) {
		assertThat(LookupReader.next(text, 0)).isEqualTo(index);
	}

	private static List<String> reached(String text) {
		List<String> reached = new ArrayList<>();
		new LookupReader(text, new LookupReader.Visitor() {

			@Override
			public void reach(CharSequence content, int start, int index) {
				reached.add(content.subSequence(start, content.length()).toString());
			}

			@Override
			public void evade(int index) {
				assertThat(index).isBetween(0, text.length());
			}

		}).read();
		return reached;
	}

}
