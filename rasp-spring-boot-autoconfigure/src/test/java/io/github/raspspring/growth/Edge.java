package io.github.raspspring.growth;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

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
import io.github.raspspring.engine.Findings;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.ValueDetector;
import io.github.raspspring.engine.ValueView;
import io.github.raspspring.inspect.CanonicalValueReader;

/**
 * Reads a text as a value of a request, and counts what each detector takes for it,
 * whether or not the text has what triggers it: anything else may stand in front.
 */
public final class Edge implements Function<String, Object[]> {

	private static final Findings NOWHERE = (finding) -> {
	};

	private static final long EVERY_TRAIT = -1L;

	private final CanonicalValueReader reader = new CanonicalValueReader(FamilyTraits.reader());

	private final List<ValueDetector> detectors = List.of(new SqlInjectionDetector(), new CommandInjectionDetector(),
			new ExpressionInjectionDetector(), new CrossSiteScriptingDetector(), new PathTraversalDetector(),
			new ServerSideRequestForgeryDetector(), new JndiInjectionDetector(), new ServerSideIncludeDetector(),
			new NoSqlInjectionDetector(), new LdapInjectionDetector(), new XPathInjectionDetector(),
			new XmlExternalEntityDetector(), new DeserializationDetector(), new HeaderInjectionDetector(),
			new ClassAccessDetector(), new ScannerClientDetector(), new GraphQlLimitsDetector(GraphQlLimits.defaults()),
			new ForwardDetector(), new LogForgingDetector());

	private final long[] taken = new long[this.detectors.size() + 1];

	@Override
	public Object[] apply(String text) {
		java.util.Arrays.fill(this.taken, 0);
		long before = Steps.taken();
		this.reader.read(new InputValue(InputLocation.QUERY, "query", text), -1L, this::visit);
		long all = Steps.taken() - before;
		for (long steps : this.taken) {
			all -= steps;
		}
		this.taken[this.detectors.size()] = all;
		List<String> names = new ArrayList<>(this.detectors.stream().map(ValueDetector::name).toList());
		names.add("decoding");
		return new Object[] { names, this.taken.clone() };
	}

	private void visit(ValueView view) {
		for (int i = 0; i < this.detectors.size(); i++) {
			long before = Steps.taken();
			this.detectors.get(i).detect(new Anything(view), NOWHERE);
			this.taken[i] += Steps.taken() - before;
		}
	}

	/**
	 * A reading that has every trait.
	 */
	private record Anything(ValueView view) implements ValueView {

		@Override
		public InputValue input() {
			return this.view.input();
		}

		@Override
		public String text() {
			return this.view.text();
		}

		@Override
		public int encodings() {
			return this.view.encodings();
		}

		@Override
		public long traits() {
			return EVERY_TRAIT;
		}

	}

}
