package io.github.raspspring.grammar;

import java.util.List;

import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.ValueDetector;
import io.github.raspspring.engine.ValueReader;
import io.github.raspspring.inspect.CanonicalValueReader;
import io.github.raspspring.inspect.ClassAccessDetector;
import io.github.raspspring.inspect.CommandInjectionDetector;
import io.github.raspspring.inspect.CrossSiteScriptingDetector;
import io.github.raspspring.inspect.DeserializationDetector;
import io.github.raspspring.inspect.ExpressionInjectionDetector;
import io.github.raspspring.inspect.GraphQlLimits;
import io.github.raspspring.inspect.GraphQlLimitsDetector;
import io.github.raspspring.inspect.HeaderInjectionDetector;
import io.github.raspspring.inspect.JndiInjectionDetector;
import io.github.raspspring.inspect.LdapInjectionDetector;
import io.github.raspspring.inspect.NoSqlInjectionDetector;
import io.github.raspspring.inspect.PathTraversalDetector;
import io.github.raspspring.inspect.ScannerClientDetector;
import io.github.raspspring.inspect.ServerSideIncludeDetector;
import io.github.raspspring.inspect.ServerSideRequestForgeryDetector;
import io.github.raspspring.inspect.SqlInjectionDetector;
import io.github.raspspring.inspect.XPathInjectionDetector;
import io.github.raspspring.inspect.XmlExternalEntityDetector;

/**
 * Judges values by every detector, as the pipeline does.
 */
final class Judge {

	private static final List<ValueDetector> DETECTORS = List.of(new SqlInjectionDetector(),
			new CrossSiteScriptingDetector(), new PathTraversalDetector(), new CommandInjectionDetector(),
			new ExpressionInjectionDetector(), new JndiInjectionDetector(), new ServerSideRequestForgeryDetector(),
			new NoSqlInjectionDetector(), new LdapInjectionDetector(), new XPathInjectionDetector(),
			new XmlExternalEntityDetector(), new DeserializationDetector(), new HeaderInjectionDetector(),
			new ClassAccessDetector(), new GraphQlLimitsDetector(GraphQlLimits.defaults()), new ScannerClientDetector(),
			new ServerSideIncludeDetector());

	private static final long INTEREST = DETECTORS.stream()
		.mapToLong(ValueDetector::triggers)
		.reduce(0, (a, b) -> a | b);

	private static final ValueReader READER = new CanonicalValueReader();

	private Judge() {
	}

	/**
	 * Tell whether block would refuse a value.
	 */
	static boolean refuses(InputValue value) {
		Refusal refusal = new Refusal();
		READER.read(value, INTEREST, (view) -> {
			for (ValueDetector detector : DETECTORS) {
				if ((detector.triggers() & view.traits()) != 0 && detector.supports(value)) {
					detector.detect(view, refusal::add);
				}
			}
		});
		return refusal.found;
	}

	/**
	 * Remembers whether a finding refuses.
	 */
	private static final class Refusal {

		private boolean found;

		void add(Finding finding) {
			this.found |= finding.confidence() != Confidence.WEAK;
		}

	}

}
