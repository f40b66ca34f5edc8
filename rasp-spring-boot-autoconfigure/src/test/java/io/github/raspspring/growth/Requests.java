package io.github.raspspring.growth;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.raspspring.attack.Judgement;
import io.github.raspspring.autoconfigure.FamilyTraits;
import io.github.raspspring.document.BodyMemory;
import io.github.raspspring.document.BoundedValues;
import io.github.raspspring.document.FormArrivals;
import io.github.raspspring.document.JsonLeaves;
import io.github.raspspring.document.MultipartBody;
import io.github.raspspring.document.XmlLeaves;
import io.github.raspspring.engine.ClientIdentity;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.Phase;
import io.github.raspspring.engine.Policy;
import io.github.raspspring.engine.ValueReader;
import io.github.raspspring.engine.pipeline.Exchange;
import io.github.raspspring.engine.pipeline.InspectionPipeline;
import io.github.raspspring.engine.pipeline.RequestFacts;
import io.github.raspspring.inspect.CanonicalValueReader;

/**
 * Brings a text in the bodies of requests, and counts what each reader of bodies takes
 * for it, and the judgement of what was read, from the begin of the request to its end.
 */
public final class Requests implements Function<String, Object[]> {

	private static final String MULTIPART = "multipart/form-data; boundary=part";

	private final ValueReader reader = new CanonicalValueReader(FamilyTraits.reader());

	private final JsonLeaves json = JsonLeaves.strict();

	private final JsonLeaves lenient = new JsonLeaves();

	private final XmlLeaves xml = new XmlLeaves();

	private final Policy policy = Policy.of(EnforcementMode.MONITOR);

	private final InspectionPipeline pipeline = new InspectionPipeline((method, path) -> this.policy,
			List.copyOf(Judgement.byAll().detectors()), this.reader, List.of(), (event) -> {
			}, () -> "reference", Clock.systemUTC());

	@Override
	public Object[] apply(String text) {
		Map<String, Long> taken = new LinkedHashMap<>();
		byte[] document = bytes(
				"[{\"text\":\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"}]");
		byte[] form = bytes("a=" + text.replace("&", "%26").replace("\n", "%0A"));
		byte[] parts = bytes(
				"--part\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n" + text + "\r\n--part--\r\n");
		count("json", taken, () -> scan(document));
		count("json that is none", taken, () -> this.lenient.read(bytes(text), text.length(), values()));
		count("xml", taken, () -> this.xml.read(bytes("<a><![CDATA[" + text + "]]></a>"), values()));
		count("xml that is none", taken, () -> this.xml.read(bytes("<a>" + text), values()));
		count("form", taken, () -> new FormArrivals().read(form));
		count("form that is none", taken, () -> new FormArrivals().read(bytes(text)));
		count("multipart", taken, () -> MultipartBody.pieces(parts, MULTIPART));
		count("judgement", taken, () -> judge(List.of(new InputValue(InputLocation.JSON, "/text", text))));
		return new Object[] { new ArrayList<>(taken.keySet()),
				taken.values().stream().mapToLong(Long::longValue).toArray() };
	}

	private static void count(String name, Map<String, Long> taken, Supplier<Object> what) {
		long before = Steps.taken();
		what.get();
		taken.put(name, Steps.taken() - before);
	}

	private Object scan(byte[] document) {
		ValueReader.Sieve sieve = Objects.requireNonNull(this.reader.sieve(-1L));
		return this.json.scan(document, sieve, values());
	}

	private Object judge(Collection<InputValue> values) {
		Exchange exchange = this.pipeline
			.begin(new RequestFacts("POST", "/texts", new ClientIdentity("192.0.2.1"), false));
		this.pipeline.enter(exchange, Phase.REQUEST, values);
		this.pipeline.complete(exchange, 200);
		return exchange;
	}

	private static BoundedValues values() {
		return new BoundedValues(new BodyMemory(1L << 30).lease());
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
