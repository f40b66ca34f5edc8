package io.github.raspspring.carrier.jvm;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Driver;
import java.sql.DriverManager;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.TransformerFactory;
import javax.xml.XMLConstants;

import org.xml.sax.InputSource;

import org.springframework.expression.spel.standard.SpelExpressionParser;

/**
 * An attack that the world has seen, on the library that it was seen with.
 *
 * @param name what it is called
 * @param attack what the client sends
 * @param honest what an honest client sends
 * @param use what the application does with it
 */
record KnownAttack(String name, String attack, String honest, Use use) {

	static List<KnownAttack> all(Damage damage) throws Exception {
		String factory = "jdbc:postgresql://127.0.0.1:" + damage.port()
				+ "/a?socketFactory=java.io.FileOutputStream&socketFactoryArg=" + damage.marker();
		List<KnownAttack> chains = List.of(
				new KnownAttack("Groovy chain", ProxyChains.groovy(damage), GadgetChains.honest(),
						ProxyChains::readGroovy),
				new KnownAttack("spring-core chain", ProxyChains.spring(damage), GadgetChains.honest(),
						ProxyChains::readSpring),
				new KnownAttack("XSLT", stylesheet("r:exec(r:getRuntime(),'touch " + damage.marker() + "')"),
						stylesheet("1 + 1"), KnownAttack::transform));
		return Stream.of(first(damage), chains, DataAttack.all(damage, factory), LanguageAttack.all(damage))
			.flatMap(List::stream)
			.toList();
	}

	private static List<KnownAttack> first(Damage damage) throws Exception {
		String url = "http://127.0.0.1:" + damage.port() + "/";
		String ldap = "ldap://127.0.0.1:" + damage.port() + "/x";
		String init = "jdbc:h2:mem:a;INIT=CALL FILE_WRITE('x'\\, '" + damage.marker() + "')";
		String factory = "jdbc:postgresql://127.0.0.1:" + damage.port()
				+ "/a?socketFactory=java.io.FileOutputStream&socketFactoryArg=" + damage.marker();
		return List.of(new KnownAttack("Log4Shell", "${jndi:" + ldap + "}", "hello", KnownAttack::log),
				new KnownAttack("commons-collections", GadgetChains.collections(damage), GadgetChains.honest(),
						GadgetChains::readCollections),
				new KnownAttack("commons-beanutils", GadgetChains.beanutils(factory), GadgetChains.honest(),
						GadgetChains::readBeanutils),
				new KnownAttack("SnakeYAML",
						"!!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[!!java.net.URL [\"" + url
								+ "\"]]]]",
						"[1, 2]",
						(input) -> Libraries.of("snakeyaml").make("org.yaml.snakeyaml.Yaml").call("load", input)),
				new KnownAttack("fastjson",
						"{\"@type\":\"com.zaxxer.hikari.HikariConfig\",\"metricRegistry\":\"" + ldap + "\"}",
						"{\"a\":1}",
						(input) -> Libraries.of("fastjson", "HikariCP", "slf4j-api")
							.type("com.alibaba.fastjson.JSON")
							.call("parse", input)),
				new KnownAttack("Text4Shell", "${url:UTF-8:" + url + "}", "${date:yyyy}",
						(input) -> Libraries.of("commons-text", "commons-lang3")
							.type("org.apache.commons.text.StringSubstitutor")
							.call("createInterpolator")
							.call("replace", input)),
				new KnownAttack("H2 URL", init, "a",
						(input) -> DriverManager.getConnection(within("jdbc:h2:mem:", input)).close()),
				new KnownAttack("PostgreSQL socketFactory", factory, "shop",
						(input) -> ((Driver) Libraries.of("postgresql-42.3.1").make("org.postgresql.Driver").target())
							.connect(within("jdbc:postgresql://127.0.0.1:1/", input), new Properties())),
				new KnownAttack("FreeMarker",
						"${\"freemarker.template.utility.Execute\"?new()(\"touch " + damage.marker() + "\")}",
						"Hello you", KnownAttack::freeMarker),
				new KnownAttack("Velocity",
						"#set($r=$name.class.forName('java.lang.Runtime'))$r.getRuntime().exec('touch "
								+ damage.marker() + "').waitFor()",
						"Hello you", KnownAttack::velocity),
				new KnownAttack("SpEL in a header",
						"T(java.lang.Runtime).getRuntime().exec('touch " + damage.marker() + "').waitFor()", "name",
						(input) -> new SpelExpressionParser().parseExpression(input).getValue("x")),
				new KnownAttack("XXE", "<!DOCTYPE a [<!ENTITY x SYSTEM \"" + url + "\">]><a>&x;</a>", "<a>b</a>",
						(input) -> DocumentBuilderFactory.newInstance()
							.newDocumentBuilder()
							.parse(new InputSource(new StringReader(input)))),
				new KnownAttack("Zip slip", "../../" + damage.marker().getFileName(), "a.txt",
						(input) -> unzip(damage.marker().getParent(), input)));
	}

	private static String stylesheet(String expression) {
		return "<x:stylesheet version=\"1.0\" xmlns:x=\"http://www.w3.org/1999/XSL/Transform\" "
				+ "xmlns:r=\"http://xml.apache.org/xalan/java/java.lang.Runtime\"><x:template match=\"/\">"
				+ "<x:value-of select=\"" + expression + "\"/></x:template></x:stylesheet>";
	}

	private static void transform(String input) throws Exception {
		TransformerFactory factory = TransformerFactory.newDefaultInstance();
		factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, false);
		// Off by itself in later versions of the JDK.
		factory.setFeature("jdk.xml.enableExtensionFunctions", true);
		factory.newTransformer(new StreamSource(new StringReader(input)))
			.transform(new StreamSource(new StringReader("<a/>")), new StreamResult(new StringWriter()));
	}

	/** Clients may give the name of a database, or a whole URL. */
	static String within(String start, String input) {
		return input.startsWith("jdbc:") ? input : start + input;
	}

	private static void log(String input) throws Exception {
		System.setProperty("log4j2.StatusLogger.level", "OFF");
		Libraries log4j = Libraries.of("log4j-api-2.14.1", "log4j-core");
		Libraries.Thing logger = log4j.type("org.apache.logging.log4j.LogManager").call("getLogger", "shop");
		logger.call("error", input);
	}

	static void freeMarker(String input) throws Exception {
		Libraries library = Libraries.of("freemarker");
		Libraries.Thing configuration = library.make("freemarker.template.Configuration");
		library.make("freemarker.template.Template", "page", input, configuration.target())
			.call("process", Object.class, null, Writer.class, new StringWriter());
	}

	static void velocity(String input) throws Exception {
		Libraries library = Libraries.of("velocity", "commons-lang3", "slf4j-api");
		Libraries.Thing context = library.make("org.apache.velocity.VelocityContext");
		context.call("put", String.class, "name", Object.class, "you");
		library.make("org.apache.velocity.app.VelocityEngine")
			.call("evaluate", library.load("org.apache.velocity.context.Context"), context.target(), Writer.class,
					new StringWriter(), String.class, "page", String.class, input);
	}

	/**
	 * Extract an archive as it should not be done.
	 */
	private static void unzip(Path folder, String name) throws Exception {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream out = new ZipOutputStream(bytes)) {
			out.putNextEntry(new ZipEntry(name));
			out.write("x".getBytes(StandardCharsets.UTF_8));
		}
		Path target = Files.createDirectories(folder.resolve("a/b"));
		ByteArrayInputStream archive = new ByteArrayInputStream(bytes.toByteArray());
		try (ZipInputStream in = new ZipInputStream(archive)) {
			ZipEntry entry = in.getNextEntry();
			Files.copy(in, new File(target.toFile(), entry.getName()).toPath(), StandardCopyOption.REPLACE_EXISTING);
		}
	}

	@Override
	public String toString() {
		return this.name;
	}

	/** What an application does with input. */
	@FunctionalInterface
	interface Use {

		void of(String input) throws Exception;

	}

}
