package io.github.raspspring.attack;

import java.util.ArrayList;
import java.util.List;

import io.github.raspspring.attack.command.CommandInjectionDetector;
import io.github.raspspring.attack.expression.ExpressionInjectionDetector;
import io.github.raspspring.attack.http.GraphQlLimits;
import io.github.raspspring.attack.http.GraphQlLimitsDetector;
import io.github.raspspring.attack.http.HeaderInjectionDetector;
import io.github.raspspring.attack.http.LogForgingDetector;
import io.github.raspspring.attack.http.ScannerClientDetector;
import io.github.raspspring.attack.lookup.JndiInjectionDetector;
import io.github.raspspring.attack.markup.CrossSiteScriptingDetector;
import io.github.raspspring.attack.markup.ServerSideIncludeDetector;
import io.github.raspspring.attack.path.PathTraversalDetector;
import io.github.raspspring.attack.query.LdapInjectionDetector;
import io.github.raspspring.attack.query.NoSqlInjectionDetector;
import io.github.raspspring.attack.query.XPathInjectionDetector;
import io.github.raspspring.attack.serialization.ClassAccessDetector;
import io.github.raspspring.attack.serialization.DeserializationDetector;
import io.github.raspspring.attack.sql.SqlInjectionDetector;
import io.github.raspspring.attack.url.ForwardDetector;
import io.github.raspspring.attack.url.ServerSideRequestForgeryDetector;
import io.github.raspspring.attack.xml.XmlExternalEntityDetector;
import io.github.raspspring.autoconfigure.FamilyTraits;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.ValueDetector;
import io.github.raspspring.engine.ValueReader;
import io.github.raspspring.inspect.CanonicalValueReader;

/**
 * Puts values before detectors as the pipeline does: all readings of a value, and of each
 * reading those detectors only whose triggers its traits meet.
 */
public record Judgement(List<ValueDetector> detectors, InputLocation location, String name) {

	private static final ValueReader READER = new CanonicalValueReader(FamilyTraits.reader());

	/**
	 * Judge by every detector of this room that looks at values.
	 */
	public static Judgement byAll() {
		return new Judgement(
				List.of(new SqlInjectionDetector(), new CrossSiteScriptingDetector(), new PathTraversalDetector(),
						new CommandInjectionDetector(), new ExpressionInjectionDetector(), new JndiInjectionDetector(),
						new ServerSideRequestForgeryDetector(), new NoSqlInjectionDetector(),
						new LdapInjectionDetector(), new XPathInjectionDetector(), new XmlExternalEntityDetector(),
						new DeserializationDetector(), new HeaderInjectionDetector(), new ClassAccessDetector(),
						new GraphQlLimitsDetector(GraphQlLimits.defaults()), new ScannerClientDetector(),
						new ServerSideIncludeDetector(), new ForwardDetector(), new LogForgingDetector()),
				InputLocation.QUERY, "q");
	}

	public static Judgement by(ValueDetector detector) {
		return new Judgement(List.of(detector), InputLocation.QUERY, "q");
	}

	public Judgement at(InputLocation location, String name) {
		return new Judgement(this.detectors, location, name);
	}

	public List<Finding> of(String text) {
		return of(new InputValue(this.location, this.name, text));
	}

	public List<Finding> ofName(String text) {
		return of(InputValue.ofName(this.location, text));
	}

	public List<Finding> of(InputValue value) {
		List<Finding> findings = new ArrayList<>();
		long interest = 0;
		for (ValueDetector detector : this.detectors) {
			interest |= detector.triggers();
		}
		READER.read(value, interest, (view) -> {
			for (ValueDetector detector : this.detectors) {
				if ((detector.triggers() & view.traits()) != 0 && detector.supports(value)) {
					detector.detect(view, findings::add);
				}
			}
		});
		return findings;
	}

	public boolean refuses(String text) {
		return refuses(of(text));
	}

	public static boolean refuses(List<Finding> findings) {
		return findings.stream().anyMatch((finding) -> finding.confidence() != Confidence.WEAK);
	}

}
