package io.github.raspspring.testing;

import java.time.Clock;
import java.util.List;

import io.github.raspspring.engine.Answer;
import io.github.raspspring.engine.ClientIdentity;
import io.github.raspspring.engine.Decision;
import io.github.raspspring.engine.Detector;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.Phase;
import io.github.raspspring.engine.Policy;
import io.github.raspspring.engine.Subject;
import io.github.raspspring.engine.ValueReader;
import io.github.raspspring.engine.event.DetectorFailed;
import io.github.raspspring.engine.event.SecurityEvent;
import io.github.raspspring.engine.pipeline.Exchange;
import io.github.raspspring.engine.pipeline.InspectionPipeline;
import io.github.raspspring.engine.pipeline.RequestFacts;
import io.github.raspspring.inspect.CanonicalValueReader;
import io.github.raspspring.text.TraitReader;
import org.jspecify.annotations.Nullable;

/**
 * Runs one detector over requests that exist in a test only, as the product would run it:
 * through all phases, and on the readings of each value, as it arrived and with encodings
 * removed. Nothing is published or counted. Immutable, so that it may be shared.
 */
public final class DetectorTester {

	private final Detector detector;

	private final ValueReader reader;

	private final String method;

	private final String path;

	private final @Nullable Subject subject;

	private DetectorTester(Detector detector, ValueReader reader, String method, String path,
			@Nullable Subject subject) {
		this.detector = detector;
		this.reader = reader;
		this.method = method;
		this.path = path;
		this.subject = subject;
	}

	/**
	 * Create a tester of a detector of the application's own.
	 * @param detector what to test
	 * @return a tester of {@code GET /}, without a subject
	 */
	public static DetectorTester of(Detector detector) {
		return of(detector, new CanonicalValueReader(new TraitReader(List.of())));
	}

	/**
	 * Create a tester that reads values as a given application does. The detectors of the
	 * product need this, since they skip values by what their application's reader tells.
	 * @param detector what to test
	 * @param reader the application's bean
	 * @return a tester of {@code GET /}, without a subject
	 */
	public static DetectorTester of(Detector detector, ValueReader reader) {
		return new DetectorTester(detector, reader, "GET", "/", null);
	}

	/**
	 * Name the request.
	 * @param method the HTTP method
	 * @param path the path within the application
	 * @return a tester of that request
	 */
	public DetectorTester request(String method, String path) {
		return new DetectorTester(this.detector, this.reader, method, path, this.subject);
	}

	/**
	 * Tell who sends the request.
	 * @param subject the verified subject
	 * @return a tester of requests of that subject
	 */
	public DetectorTester subject(Subject subject) {
		return new DetectorTester(this.detector, this.reader, this.method, this.path, subject);
	}

	/**
	 * Judge a request with one value.
	 * @param location where the value is
	 * @param name its name there; a JSON pointer for JSON, lower case for headers
	 * @param value the value, as it arrives
	 * @return what the detector saw
	 */
	public List<Finding> judge(InputLocation location, String name, String value) {
		return judge(new InputValue(location, name, value));
	}

	/**
	 * Judge a request.
	 * @param values all that it brings
	 * @return what the detector saw
	 */
	public List<Finding> judge(InputValue... values) {
		return decide(values).findings();
	}

	/**
	 * Judge a request in mode {@code block}.
	 * @param values all that it brings
	 * @return what would be decided if this detector were the only one
	 * @throws AssertionError if the detector throws, with what it threw as the cause
	 */
	public Decision decide(InputValue... values) {
		Policy policy = Policy.of(EnforcementMode.BLOCK);
		InspectionPipeline pipeline = new InspectionPipeline((method, path) -> policy, List.of(this.detector),
				this.reader, List.of(), DetectorTester::failWithDetector, () -> "test", Clock.systemUTC());
		Exchange exchange = pipeline
			.begin(new RequestFacts(this.method, this.path, new ClientIdentity("192.0.2.1"), this.subject != null));
		pipeline.enter(exchange, Phase.REQUEST, List.of(values));
		exchange.identifiedAs(this.subject);
		pipeline.enter(exchange, Phase.IDENTITY, List.of());
		exchange.routedTo(this.path);
		pipeline.answeredWith(exchange, Answer.ANYTHING);
		return pipeline.enter(exchange, Phase.HANDLER, List.of());
	}

	/**
	 * In an application a failure never breaks a request; in a test it is to be seen.
	 */
	private static void failWithDetector(SecurityEvent event) {
		if (event instanceof DetectorFailed failure) {
			throw new AssertionError("The detector " + failure.source() + " failed", failure.cause());
		}
	}

}
