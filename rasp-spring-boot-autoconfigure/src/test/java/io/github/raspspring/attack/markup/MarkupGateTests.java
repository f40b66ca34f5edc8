package io.github.raspspring.attack.markup;

import io.github.raspspring.attack.GateTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the gate says no to must hold no evidence, and honest markup must not get through.
 */
class MarkupGateTests {

	@Test
	void mayMatterWhenEvidenceIsFoundThenIsTrue() {
		assertThat(GateTexts.hidden((text) -> !MarkupGate.mayMatter(text) && MarkupEvidence.weighed(text) != null))
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
		assertThat(MarkupGate.mayMatter(text)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = {
			"<p class=\"x\">It&rsquo;s, it&#39;s &#8211; <em>so</em> &lt;b&gt; <a href=\"https://docs.example.org/a?b=1&amp;c=2\">x</a></p>",
			"<li style=\"color: #555; margin: 0\">Run <code>find . -name \"*.gz\" -delete</code></li>",
			"<pre>String sql = \"select id from book where a = ?\"</pre>", "o.s.jdbc.core.JdbcTemplate : executing",
			"<img src=\"/a.png?w=640\" alt=\"before &amp; after\"><h2 id=x>y</h2>", "port: 80, host : none" })
	void mayMatterWhenMarkupOnlyFormatsThenIsFalse(String text) {
		assertThat(MarkupGate.mayMatter(text)).isFalse();
	}

	@Test
	void mayMatterWhenTextsAreOfAllKindsThenSaysNoToMany() {
		assertThat(GateTexts.kept(MarkupGate::mayMatter)).isGreaterThan(1_000);
	}

}
