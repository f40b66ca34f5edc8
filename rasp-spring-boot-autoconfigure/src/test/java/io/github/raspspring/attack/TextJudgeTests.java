package io.github.raspspring.attack;

import java.util.stream.Stream;

import io.github.raspspring.attack.expression.ExpressionJudge;
import io.github.raspspring.attack.query.LdapJudge;
import io.github.raspspring.attack.query.XPathJudge;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.sink.SinkInputs;
import io.github.raspspring.sink.SinkRequests;
import io.github.raspspring.sink.SinkVerdict;
import io.github.raspspring.sink.TextCall;
import io.github.raspspring.sink.TextCall.Language;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ExpressionJudge}, {@link LdapJudge} and {@link XPathJudge}.
 */
class TextJudgeTests {

	private final SinkRequests requests = new SinkRequests(EnforcementMode.BLOCK);

	private final ExpressionJudge expressions = new ExpressionJudge();

	private final LdapJudge ldap = new LdapJudge();

	private final XPathJudge xpath = new XPathJudge();

	@ParameterizedTest
	@MethodSource("attacks")
	void judgeWhenInputChangesTextThenSeesIt(String language, String text, String input) {
		assertThat(judge(language, text, input)).isNotNull();
	}

	@ParameterizedTest
	@MethodSource("benign")
	void judgeWhenInputIsValueThenSafe(String language, String text, String input) {
		assertThat(judge(language, text, input)).isNull();
	}

	@Test
	void judgeWhenTextIsKnownFromOtherRequestsThenInputCoincides() {
		assertThat(judge("LDAP_FILTER", "(&(objectClass=*)(uid={}))", "alice")).isNull();
		assertThat(judge("LDAP_FILTER", "(&(objectClass=*)(uid=x))", "*")).isNull();
		assertThat(judge("LDAP_FILTER", "(&(objectClass=*)(uid={}))", "*)(cn=*")).isNotNull();
		assertThat(judge("EXPRESSION", "price > 10 and stock > 0", "dune")).isNull();
		assertThat(judge("EXPRESSION", "price > 10 and stock > 0", "10 and stock")).isNull();
		assertThat(judge("XPATH", "//book[price > 10]", "dune")).isNull();
		assertThat(judge("XPATH", "//book[price > 10]", "price > 10")).isNull();
	}

	private @Nullable SinkVerdict judge(String language, String text, String input) {
		TextCall call = new TextCall(Language.valueOf(language), text.replace("{}", input));
		SinkInputs inputs = this.requests.inputs(input);
		return switch (call.kind()) {
			case LDAP -> this.ldap.judge(call, inputs);
			case XPATH -> this.xpath.judge(call, inputs);
			default -> this.expressions.judge(call, inputs);
		};
	}

	private static Stream<Arguments> attacks() {
		return tables("attacks.txt");
	}

	private static Stream<Arguments> benign() {
		return tables("benign.txt");
	}

	private static Stream<Arguments> tables(String name) {
		Stream<Arguments> xpath = SinkCorpus.read("xpath-sink/" + name)
			.map((row) -> Arguments.of("XPATH", row.get()[0], row.get()[1]));
		return Stream.of(SinkCorpus.read("expression-sink/" + name), SinkCorpus.read("ldap-sink/" + name), xpath)
			.flatMap((rows) -> rows);
	}

}
