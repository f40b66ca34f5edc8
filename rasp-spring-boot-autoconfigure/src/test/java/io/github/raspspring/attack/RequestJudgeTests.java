package io.github.raspspring.attack;

import java.util.List;
import java.util.stream.Stream;

import io.github.raspspring.attack.http.HeaderCall;
import io.github.raspspring.attack.http.HeaderJudge;
import io.github.raspspring.attack.lookup.JndiCall;
import io.github.raspspring.attack.lookup.JndiJudge;
import io.github.raspspring.attack.query.NoSqlCall;
import io.github.raspspring.attack.query.NoSqlJudge;
import io.github.raspspring.attack.serialization.ClassPatterns;
import io.github.raspspring.attack.serialization.ClassPolicy;
import io.github.raspspring.attack.serialization.DeserializationCall;
import io.github.raspspring.attack.serialization.DeserializationJudge;
import io.github.raspspring.attack.serialization.SerialSize;
import io.github.raspspring.attack.url.ForwardCall;
import io.github.raspspring.attack.url.ForwardJudge;
import io.github.raspspring.attack.url.HostPatterns;
import io.github.raspspring.attack.url.PathPatterns;
import io.github.raspspring.attack.url.RedirectCall;
import io.github.raspspring.attack.url.RedirectJudge;
import io.github.raspspring.attack.xml.XmlCall;
import io.github.raspspring.attack.xml.XmlJudge;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.sink.SinkInputs;
import io.github.raspspring.sink.SinkRequests;
import io.github.raspspring.sink.SinkVerdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of the judges of objects, lookups, XML, filters of documents, redirects, forwards
 * and headers, each by tables of attacks and of innocent look-alikes.
 */
class RequestJudgeTests {

	private static final String SEPARATOR = " :: ";

	private static final ClassPolicy CLASSES = new ClassPolicy(ClassPatterns.NONE,
			new ClassPatterns(List.of("com.shop.legacy.Denied", "com.shop.denied.**")), 64, 1000, 1000, 10_000);

	private static final PathPatterns PATHS = new PathPatterns(List.of("/help/**"));

	private static final HostPatterns ALLOWED = new HostPatterns(List.of("allowed.example", "*.allowed.example"));

	private final SinkRequests requests = new SinkRequests(EnforcementMode.BLOCK);

	@ParameterizedTest
	@MethodSource("attacks")
	void judgeWhenInputDecidesThenSeesIt(String sink, String line) {
		assertThat(judge(sink, line)).isNotNull();
	}

	@ParameterizedTest
	@MethodSource("benign")
	void judgeWhenInputIsValueThenSafe(String sink, String line) {
		assertThat(judge(sink, line)).isNull();
	}

	private @Nullable SinkVerdict judge(String sink, String line) {
		String[] row = line.split(SEPARATOR);
		String input = row[row.length - 1];
		String text = row[row.length - 2].replace("{strip}", input.replace("../", "")).replace("{}", input);
		String[] kind = row[0].split(" ");
		return switch (sink) {
			case "deserialization-sink" -> new DeserializationJudge(CLASSES).judge(new DeserializationCall("test", text,
					DeserializationCall.Format.valueOf(kind[0]), kind[1].equals("request"), SerialSize.UNKNOWN),
					inputs(input));
			case "jndi-sink" -> refusing(new JndiJudge(ALLOWED).judge(new JndiCall("test", text), inputs(input)));
			case "xml-sink" -> new XmlJudge().judge(
					new XmlCall("test", text, XmlCall.Part.valueOf(kind[0]), kind[1].equals("request")), inputs(input));
			case "nosql-sink" -> new NoSqlJudge().judge(new NoSqlCall("test", text), inputs(input));
			case "redirect-sink" -> new RedirectJudge(ALLOWED).judge(new RedirectCall("test", text), inputs(input));
			case "forward-sink" -> new ForwardJudge(PATHS)
				.judge(new ForwardCall("test", text, ForwardCall.Target.valueOf(kind[0])), inputs(input));
			default -> header(text, input);
		};
	}

	private @Nullable SinkVerdict header(String line, String input) {
		int colon = line.indexOf(": ");
		return new HeaderJudge().judge(new HeaderCall(line.substring(0, colon), line.substring(colon + 2)),
				inputs(input));
	}

	private static @Nullable SinkVerdict refusing(@Nullable SinkVerdict verdict) {
		return (verdict != null && verdict.cap() == EnforcementMode.BLOCK) ? verdict : null;
	}

	private SinkInputs inputs(String input) {
		InputValue value = input.startsWith("name ")
				? InputValue.ofName(InputLocation.QUERY, input.substring("name ".length()))
				: new InputValue(InputLocation.QUERY, "q", input);
		return this.requests.inputs(new InputValue(InputLocation.HEADER, "host", "shop.example"),
				new InputValue(InputLocation.HEADER, "user-agent", "Mozilla/5.0 (X11; Linux x86_64)"), value);
	}

	private static Stream<Arguments> attacks() {
		return tables("attacks.txt");
	}

	private static Stream<Arguments> benign() {
		return tables("benign.txt");
	}

	private static Stream<Arguments> tables(String name) {
		return Stream
			.of("deserialization-sink", "jndi-sink", "xml-sink", "nosql-sink", "redirect-sink", "forward-sink",
					"header-sink")
			.flatMap((sink) -> SinkCorpus.read(sink + "/" + name)
				.map((row) -> Arguments.of(sink, String.join(SEPARATOR, Stream.of(row.get()).toArray(String[]::new)))));
	}

}
