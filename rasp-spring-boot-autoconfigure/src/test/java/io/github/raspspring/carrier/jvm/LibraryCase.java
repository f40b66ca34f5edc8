package io.github.raspspring.carrier.jvm;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamReader;

/**
 * Languages and drivers that an application may bring along, each by its own library.
 */
final class LibraryCase {

	private static final Libraries MONGO = Libraries.of("mongodb-driver-sync", "mongodb-driver-core", "bson-");

	private LibraryCase() {
	}

	static List<HookCase> all() {
		return Stream.of(expressions(), templates(), queries(), documents()).flatMap((cases) -> cases).toList();
	}

	private static Stream<HookCase> expressions() {
		String code = "(''.getClass().forName('java.lang.Runtime'))";
		return Stream.of(
				expression("OGNL", "@java.lang.Runtime@getRuntime()",
						(input) -> Libraries.of("ognl", "javassist").type("ognl.Ognl").call("parseExpression", input)),
				expression("MVEL", "Runtime.getRuntime()",
						(input) -> Libraries.of("mvel2").type("org.mvel2.MVEL").call("compileExpression", input)),
				expression("MVEL of characters", "Runtime.getRuntime()",
						(input) -> Libraries.of("mvel2")
							.type("org.mvel2.MVEL")
							.call("compileExpression", char[].class, input.toCharArray())),
				expression("JEXL", code, (input) -> {
					Libraries jexl = Libraries.of("commons-jexl3", "commons-logging-1.2");
					jexl.make("org.apache.commons.jexl3.JexlBuilder").call("create").call("createExpression", input);
				}),
				expression("Groovy", "Runtime.getRuntime().halt(1)",
						(input) -> Libraries.of("groovy-all")
							.make("groovy.lang.GroovyCodeSource", input, "Page.groovy", "/groovy/page")),
				expression("Nashorn", "java.lang.Runtime.getRuntime()",
						(input) -> Libraries.of("nashorn-core", "asm-")
							.make("org.openjdk.nashorn.api.scripting.NashornScriptEngineFactory")
							.call("getScriptEngine")
							.call("eval", input)),
				expression("Rhino", "java.lang.Runtime.getRuntime()", LibraryCase::rhino));
	}

	private static Stream<HookCase> templates() {
		return Stream.of(new HookCase("FreeMarker", "expression-sink",
				"${\"freemarker.template.utility.Execute\"?new()(\"id\")}", "Hello you", KnownAttack::freeMarker),
				new HookCase("Velocity", "expression-sink",
						"#set($r=$name.class.forName('java.lang.Runtime'))$r.getRuntime().exec('id')", "Hello you",
						KnownAttack::velocity),
				new HookCase("Thymeleaf", "expression-sink", "${T(java.lang.Runtime).getRuntime().exec('id')}", "dune",
						(input) -> LanguageAttack.thymeleaf(input)),
				new HookCase("Groovy template", "expression-sink", "<% Runtime.getRuntime().exec('id') %>", "Hello you",
						LanguageAttack::groovy),
				new HookCase("Pebble", "expression-sink", "{{ ''.class.forName('java.lang.Runtime') }}", "dune",
						(input) -> pebble().call("getLiteralTemplate", input)),
				new HookCase("MVEL template", "expression-sink", "@{Runtime.getRuntime()}", "dune",
						(input) -> Libraries.of("mvel2")
							.type("org.mvel2.templates.TemplateCompiler")
							.call("compileTemplate", input)));
	}

	private static Stream<HookCase> queries() {
		return Stream.of(new HookCase("Jaxen", "xpath-sink", "' or '1'='1", "alice", (input) -> {
			Libraries jaxen = Libraries.of("jaxen");
			jaxen.make("org.jaxen.dom.DOMXPath", "//user[name='" + input + "']");
		}), new HookCase("UnboundID", "ldap-sink", "*)(uid=*", "alice",
				(input) -> Libraries.of("unboundid-ldapsdk")
					.type("com.unboundid.ldap.sdk.Filter")
					.call("create", "(uid=" + input + ")")),
				cypher("Neo4j", "' OR 1=1 //", "'"), cypher("Neo4j by double quotes", "\" OR 1=1 //", "\""),
				new HookCase("XML by Woodstox", "xml-sink",
						"<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><a>&x;</a>",
						"<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>", LibraryCase::woodstox));
	}

	private static Stream<HookCase> documents() {
		return Stream.of(mongo("find", (collection, filter) -> collection.call("find", bson(), filter).call("first")),
				mongo("countDocuments", (collection, filter) -> collection.call("countDocuments", bson(), filter)),
				mongo("deleteMany", (collection, filter) -> collection.call("deleteMany", bson(), filter)),
				mongo("updateOne",
						(collection, filter) -> collection.call("updateOne", bson(), filter, bson(),
								document("{$set: {read: true}}"))),
				mongo("bulkWrite",
						(collection,
								filter) -> collection.call("bulkWrite", List.class,
										List.of(MONGO.make("com.mongodb.client.model.DeleteOneModel", filter)
											.target()))),
				mongo("aggregate",
						(collection, filter) -> collection
							.call("aggregate", List.class,
									List.of(MONGO.make("org.bson.Document", Map.of("$match", filter)).target()))
							.call("first")));
	}

	private static HookCase expression(String name, String attack, HookCase.Action action) {
		return new HookCase(name, "expression-sink", attack, "name", action);
	}

	private static HookCase cypher(String name, String attack, String quote) {
		return new HookCase(name, "sql-sink", attack, "Dune", (input) -> Libraries.of("neo4j-java-driver")
			.make("org.neo4j.driver.Query",
					"MATCH (b:Book {year: 1965})-[:BY]->(a) WHERE b.title = " + quote + input + quote + " RETURN a"));
	}

	private static HookCase mongo(String method, Operation operation) {
		return new HookCase("MongoDB " + method, "nosql-sink", "x', $where: 'true", "Dune",
				(input) -> operation.run(books(), document("{title: '" + input + "'}")));
	}

	/** Nobody listens there: what is sent at all has been let pass. */
	private static Libraries.Thing books() throws Exception {
		return MONGO.type("com.mongodb.client.MongoClients")
			.call("create", "mongodb://127.0.0.1:9/?serverSelectionTimeoutMS=1&connectTimeoutMS=50")
			.call("getDatabase", "shop")
			.call("getCollection", "books");
	}

	private static Object document(String json) throws Exception {
		return MONGO.type("org.bson.Document").call("parse", json).target();
	}

	private static Class<?> bson() throws ClassNotFoundException {
		return MONGO.load("org.bson.conversions.Bson");
	}

	private static Libraries.Thing pebble() throws Exception {
		return Libraries.of("pebble", "slf4j-api", "unbescape")
			.make("io.pebbletemplates.pebble.PebbleEngine$Builder")
			.call("build");
	}

	private static void rhino(String input) throws Exception {
		Libraries rhino = Libraries.of("rhino");
		Libraries.Thing context = rhino.type("org.mozilla.javascript.Context").call("enter");
		context.call("compileString", String.class, input, String.class, "page", int.class, 1, Object.class, null);
	}

	private static void woodstox(String input) throws Exception {
		XMLInputFactory factory = (XMLInputFactory) Libraries.of("woodstox-core-7", "stax2-api")
			.make("com.ctc.wstx.stax.WstxInputFactory")
			.target();
		XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(input));
		while (reader.hasNext()) {
			reader.next();
		}
	}

	/** What is done with a collection. */
	@FunctionalInterface
	private interface Operation {

		void run(Libraries.Thing collection, Object filter) throws Exception;

	}

}
