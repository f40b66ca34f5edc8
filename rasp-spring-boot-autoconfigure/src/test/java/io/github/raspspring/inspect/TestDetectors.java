package io.github.raspspring.inspect;

import java.util.ArrayList;
import java.util.List;

import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.ValueDetector;
import io.github.raspspring.engine.ValueReader;
import io.github.raspspring.engine.ValueView;

/**
 * All detectors of this room, run as the pipeline runs them.
 */
final class TestDetectors {

	private static final ValueReader READER = new CanonicalValueReader();

	private TestDetectors() {
	}

	/**
	 * Every detector of the room takes part in the gate.
	 */
	static List<ValueDetector> all() {
		return List.of(new SqlInjectionDetector(), new CrossSiteScriptingDetector(), new PathTraversalDetector(),
				new CommandInjectionDetector(), new ExpressionInjectionDetector(), new JndiInjectionDetector(),
				new ServerSideRequestForgeryDetector(), new NoSqlInjectionDetector(), new LdapInjectionDetector(),
				new XPathInjectionDetector(), new XmlExternalEntityDetector(), new DeserializationDetector(),
				new HeaderInjectionDetector(), new ClassAccessDetector(),
				new GraphQlLimitsDetector(GraphQlLimits.defaults()), new ScannerClientDetector(),
				new ServerSideIncludeDetector());
	}

	static List<Finding> findings(String text) {
		return findings(text, all());
	}

	static List<Finding> findings(String text, List<ValueDetector> detectors) {
		return findings(new InputValue(InputLocation.QUERY, "q", text), detectors);
	}

	static List<Finding> findings(InputValue value, List<ValueDetector> detectors) {
		List<Finding> findings = new ArrayList<>();
		long interest = 0;
		for (ValueDetector detector : detectors) {
			interest |= detector.triggers();
		}
		READER.read(value, interest, (view) -> {
			for (ValueDetector detector : detectors) {
				if ((detector.triggers() & view.traits()) != 0 && detector.supports(value)) {
					detector.detect(view, findings::add);
				}
			}
		});
		return findings;
	}

	/**
	 * Find without asking the traits first, to tell what they would have hidden.
	 */
	static List<Finding> findingsWithoutPrefilter(String text, ValueDetector detector) {
		List<Finding> findings = new ArrayList<>();
		ValueView view = ValueView.asArrived(new InputValue(InputLocation.QUERY, "q", text));
		detector.detect(view, findings::add);
		return findings;
	}

	static boolean blocks(List<Finding> findings) {
		return findings.stream().anyMatch((finding) -> finding.confidence() != Confidence.WEAK);
	}

}
