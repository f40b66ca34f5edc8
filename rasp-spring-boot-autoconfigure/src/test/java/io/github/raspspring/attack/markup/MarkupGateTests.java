package io.github.raspspring.attack.markup;

import java.util.Base64;
import java.util.Random;

import io.github.raspspring.attack.GateTexts;
import io.github.raspspring.autoconfigure.FamilyTraits;
import io.github.raspspring.text.Base64Data;
import io.github.raspspring.text.TraitReader;
import io.github.raspspring.text.Traits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the gate says no to must hold no evidence, and honest markup must not get through.
 */
class MarkupGateTests {

	private static final TraitReader TRAITS = FamilyTraits.reader();

	@Test
	void mayMatterWhenEvidenceIsFoundThenIsTrue() {
		assertThat(
				GateTexts.hidden((text) -> isAsked(text) && !mayMatter(text) && MarkupEvidence.weighed(text) != null))
			.isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "<x onclick=alert(1)>", "<div\tONLOAD\n=\n'x()'>", "<a v-on:click='$event.view.alert()'>",
			"<a @click=constructor.constructor('x')()>", "<a @='$event.x'>", "<a :href='constructor'>",
			"<b srcdoc='x'>", "<p style='wi\\64th: ex/**/pression(1)'>", "<p style=x> b e h a v i o r:url(x)",
			"java\tscript\n:alert(1)", "javascript&colon;alert(1)", "jav&#x61;script:x()", "'-alert(1)-'", "</script>",
			"mo cha:x()", "d\\ata:text/html,x", "x:expression(1)", "\"&{alert(1)}", "</ /x/onload=1",
			"javascript&#58;x()", "java&Tab;script:x()", "<\u0001script>" })
	void mayMatterWhenEvidenceBeginsInAnOddWayThenIsTrue(String text) {
		assertThat(mayMatter(text)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = {
			"<p class=\"x\">It&rsquo;s, it&#39;s &#8211; <em>so</em> &lt;b&gt; <a href=\"https://docs.example.org/a?b=1&amp;c=2\">x</a></p>",
			"<li style=\"color: #555; margin: 0\">Run <code>find . -name \"*.gz\" -delete</code></li>",
			"<pre>String sql = \"select id from book where a = ?\"</pre>", "o.s.jdbc.core.JdbcTemplate : executing",
			"<img src=\"/a.png?w=640\" alt=\"before &amp; after\"><h2 id=x>y</h2>", "port: 80, host : none",
			"<pre>read(connection.prepareStatement(\"select id from book\")); close();</pre>",
			"<pre>const list = await document.querySelector('#list'); list.textContent = 'a' + b;</pre>" })
	void mayMatterWhenMarkupOnlyFormatsThenIsFalse(String text) {
		assertThat(mayMatter(text)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "x';a();'", "\"-a()-\"", "x\"+a(1)+\"", "x`;a()//", "x' && document.write('')",
			"${alert(1)}", "1;eval(2)" })
	void mayMatterWhenScriptRunsBehindWhatEndsAStringThenIsTrue(String text) {
		for (String before : new String[] { "", "'' \n", "it's\n", "\"" }) {
			assertThat(mayMatter(before + text)).isTrue();
		}
		assertThat(MarkupEvidence.weighed(text)).isNotNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "x');a();('", "document.cookie", "say \"a\"; then 'b'; end" })
	void mayMatterWhenNothingRunsBehindWhatEndsAStringThenIsFalse(String text) {
		assertThat(mayMatter(text)).isFalse();
	}

	/**
	 * Which is why data in Base64 does not interest the detector.
	 */
	@Test
	void weighedWhenTextIsDataThenFindsNothing() {
		String[] words = { "onload", "+ADwscript", "xpression", "alert", "javascript", "data", "style", "on" };
		Random random = new Random(11);
		int data = 0;
		for (int i = 0; i < 2_000; i++) {
			byte[] bytes = new byte[192 + random.nextInt(300)];
			random.nextBytes(bytes);
			StringBuilder text = new StringBuilder(Base64.getEncoder().withoutPadding().encodeToString(bytes));
			String word = words[i % words.length];
			text.insert(random.nextInt(text.length()), word).append(word).append((i % 2 == 0) ? "=" : "==");
			if (Base64Data.is(text.toString())) {
				assertThat(MarkupEvidence.weighed(text.toString())).as("%s", text).isNull();
				data++;
			}
		}
		assertThat(data).isGreaterThan(1_500);
	}

	@Test
	void mayMatterWhenTextsAreOfAllKindsThenSaysNoToMany() {
		assertThat(GateTexts.kept(MarkupGateTests::mayMatter)).isGreaterThan(1_000);
	}

	private static boolean mayMatter(String text) {
		return MarkupGate.mayMatter(text, TRAITS.read(text));
	}

	/**
	 * Whether the detector looks at a text at all, which the gate takes for granted.
	 */
	private static boolean isAsked(String text) {
		return (TRAITS.read(text) & Traits.MARKUP) != 0;
	}

}
