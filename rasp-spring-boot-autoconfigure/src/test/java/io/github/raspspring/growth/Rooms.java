package io.github.raspspring.growth;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;

import io.github.raspspring.attack.path.UploadNames;
import io.github.raspspring.client.IpAddress;
import io.github.raspspring.document.BasicCredentials;
import io.github.raspspring.document.BodyMemory;
import io.github.raspspring.document.CsvCells;
import io.github.raspspring.document.InnerDocuments;
import io.github.raspspring.document.MultipartArrivals;
import io.github.raspspring.document.PartDisposition;
import io.github.raspspring.document.QueryString;
import io.github.raspspring.document.TextArrivals;
import io.github.raspspring.document.XmlArrivals;
import io.github.raspspring.document.XmlProlog;
import io.github.raspspring.document.YamlScalars;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.Redaction;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.event.form.JsonLine;
import io.github.raspspring.ownership.statement.GuardedTable;
import io.github.raspspring.ownership.statement.StatementReader;
import io.github.raspspring.policy.PatternTrie;
import io.github.raspspring.policy.pattern.LinearPattern;
import io.github.raspspring.profile.LeafType;
import io.github.raspspring.profile.PrivilegedNames;
import io.github.raspspring.token.claims.Glob;
import io.github.raspspring.token.form.TokenForm;

import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Hands a text to what reads texts in the rooms besides detectors, sinks and bodies:
 * ownership, policies, profiles, inventory, events, clients and tokens, and the readers
 * of single values.
 */
public final class Rooms implements Function<String, Object[]> {

	private static final Rule RULE = new Rule("a", "CWE-20", "b", "c");

	private static final String PACKAGE = "io.github.raspspring.";

	private final StatementReader statements = new StatementReader(
			List.of(GuardedTable.of(0, "orders", "customer", "id")));

	private final LinearPattern pattern = LinearPattern.compile("(a|b)*c[^d]{2,9}(e?f)+|[\"'(]+x");

	private final PatternTrie paths = new PatternTrie(
			List.of(path("/a/{b}/**"), path("/a?/{*c}"), path("/{d:[a-z]+}/*"), path("/a*"), path("/{x}-{y}/b")));

	private final TokenForm tokens = new TokenForm(1 << 20, Set.of("RS256"), Set.of());

	private final UploadNames uploads = new UploadNames(List.of("jsp"));

	private final Map<String, Long> taken = new LinkedHashMap<>();

	@Override
	public Object[] apply(String text) {
		this.taken.clear();
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		int middle = text.length() / 2;
		statements(text);
		policies(text);
		profiles(text, bytes);
		inventory(text);
		events(text, middle);
		documents(text, bytes);
		others(text);
		return new Object[] { new ArrayList<>(this.taken.keySet()),
				this.taken.values().stream().mapToLong(Long::longValue).toArray() };
	}

	private void statements(String text) {
		count("statement with a literal", () -> this.statements
			.read("SELECT * FROM orders WHERE customer = 1 AND note = '" + text.replace("'", "''") + "'"));
	}

	private void policies(String text) {
		count("pattern", () -> LinearPattern.compile(text));
		count("text for a pattern", () -> this.pattern.isFoundIn(text));
		count("path", () -> this.paths.first("/" + text, (number) -> false));
		count("graphql",
				() -> call("policy.patch.GraphQlArguments", "of",
						List.of(new InputValue(InputLocation.JSON, "/query", "{a(b: " + text + ")}"),
								new InputValue(InputLocation.JSON, "/variables", text))));
	}

	private void profiles(String text, byte[] bytes) {
		byte[] json = ("{\"a\":\"" + text + "\",\"secret\":1}").getBytes(StandardCharsets.UTF_8);
		count("features", () -> call("profile.learnt.ValueFeatures", "of", LeafType.TEXT, text));
		count("features in a body", () -> call("profile.learnt.ValueFeatures", "of", LeafType.TEXT,
				text.getBytes(StandardCharsets.US_ASCII), 0));
		count("answer of text", () -> call("profile.answer.AnswerScan", "of", bytes, bytes.length, false));
		count("answer of json", () -> call("profile.answer.AnswerScan", "of", json, json.length, true));
		count("answer to redact",
				() -> call("profile.answer.JsonRedaction", "of", json, json.length, Set.of("secret")));
		count("name of property", () -> PrivilegedNames.contains(text));
	}

	private void inventory(String text) {
		count("kind of value", () -> call("inventory.SensitiveKind", "of", text));
		count("name of parameter", () -> call("inventory.SensitiveNames", "isSensitive", text));
		count("tables", () -> call("inventory.TableNames", "of", "SELECT * FROM a " + text));
	}

	private void events(String text, int middle) {
		count("evidence", () -> Redaction.evidence(RULE, text, middle, middle + 4));
		count("evidence around", () -> Redaction.around(text, middle, middle + 4));
		count("evidence of others", () -> Redaction.evidence(text));
		count("line of event",
				() -> Redaction.line(text) + Redaction.label(text) + Redaction.name(text) + Redaction.method(text));
		count("path of event", () -> Redaction.path("/" + text) + Redaction.where(null, "/" + text));
		count("line of audit",
				() -> make("event.AuditLine", "a").toString() + call("event.AuditLine", "harmless", text));
		count("line of json", () -> JsonLine.of(Map.of("a", text)));
	}

	private void documents(String text, byte[] bytes) {
		String encoded = Base64.getEncoder().encodeToString(bytes);
		count("cells", () -> read((cells) -> CsvCells.read(text, (cell) -> cells.add(value(cell)))));
		count("scalars", () -> read((scalars) -> YamlScalars.read("a: " + text, (one) -> scalars.add(value(one)))));
		count("credentials", () -> read((values) -> BasicCredentials.read(encoded, values)));
		count("credentials that are none", () -> read((values) -> BasicCredentials.read(text, values)));
		count("disposition",
				() -> PartDisposition.fileNames("form-data; name=a; filename=" + text).size()
						+ String.valueOf(PartDisposition.parameter("form-data; " + text, "name"))
						+ PartDisposition.hasMore(text));
		count("prolog", () -> XmlProlog.documentType(bytes));
		count("query", () -> read((values) -> QueryString.read(text, InputLocation.QUERY, values)));
		count("arrivals of text", () -> new TextArrivals(StandardCharsets.UTF_8).read(bytes));
		count("arrivals of xml", () -> new XmlArrivals().read(("<a>" + text).getBytes(StandardCharsets.UTF_8)));
		count("arrivals of parts",
				() -> new MultipartArrivals("multipart/mixed; boundary=b", 1 << 20, new BodyMemory(1L << 30).lease())
					.read(("--b\r\nA: b\r\n\r\n" + text + "\r\n--b--").getBytes(StandardCharsets.UTF_8)));
		count("inner json", () -> unfolded("a", "{\"a\": \"" + text + "\"}"));
		count("inner graphql", () -> unfolded("query", "{a(b: \"" + text + "\")}"));
	}

	private void others(String text) {
		count("address", () -> String.valueOf(IpAddress.parse(text)) + call("client.NodeName", "addressOf", text)
				+ call("client.ForwardedElement", "addressOf", text));
		count("token",
				() -> String.valueOf(this.tokens.judge(text + "." + text + ".a")) + TokenForm.looksLikeJwt(text));
		count("glob", () -> new Glob("a*'*(*b").matches(text));
		count("name of upload", () -> call(this.uploads, "refuse", text));
		count("id", () -> call("behavior.ObjectSegments", "plain", "/" + text)
				+ String.valueOf(call("behavior.ObjectNames", "name", text)));
	}

	private static List<InputValue> read(Consumer<List<InputValue>> reader) {
		List<InputValue> values = new ArrayList<>();
		reader.accept(values);
		return values;
	}

	private static List<InputValue> unfolded(String name, String text) {
		return read((values) -> InnerDocuments.unfold(List.of(new InputValue(InputLocation.QUERY, name, text)),
				values::add));
	}

	private static InputValue value(String text) {
		return new InputValue(InputLocation.BODY, "a", text);
	}

	private static PathPattern path(String pattern) {
		return PathPatternParser.defaultInstance.parse(pattern);
	}

	/**
	 * Refusing a text is a way to read it.
	 */
	private void count(String name, Callable<?> reader) {
		long before = Steps.taken();
		try {
			reader.call();
		}
		catch (IllegalArgumentException ex) {
			// It does not fit, and that was read.
		}
		catch (Exception ex) {
			throw new IllegalStateException(name, ex);
		}
		this.taken.put(name, Steps.taken() - before);
	}

	private static Object make(String type, Object... arguments) throws Exception {
		for (Constructor<?> constructor : Class.forName(PACKAGE + type).getDeclaredConstructors()) {
			if (constructor.getParameterCount() == arguments.length) {
				constructor.setAccessible(true);
				return constructor.newInstance(arguments);
			}
		}
		throw new NoSuchMethodException(type);
	}

	private static Object call(Object target, String name, Object... arguments) throws Exception {
		Class<?> type = (target instanceof String text) ? Class.forName(PACKAGE + text) : target.getClass();
		Method method = Arrays.stream(type.getDeclaredMethods())
			.filter((one) -> one.getName().equals(name) && one.getParameterCount() == arguments.length)
			.findFirst()
			.orElseThrow(() -> new NoSuchMethodException(type + " " + name));
		method.setAccessible(true);
		try {
			return String.valueOf(method.invoke(target, arguments));
		}
		catch (InvocationTargetException ex) {
			throw (ex.getCause() instanceof Exception cause) ? cause : ex;
		}
	}

}
