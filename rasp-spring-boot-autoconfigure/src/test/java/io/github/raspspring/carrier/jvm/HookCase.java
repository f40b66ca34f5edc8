package io.github.raspspring.carrier.jvm;

import java.beans.XMLDecoder;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.FileReader;
import java.io.RandomAccessFile;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.zip.ZipFile;

import javax.naming.InitialContext;
import javax.naming.directory.InitialDirContext;
import javax.naming.directory.SearchControls;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamReader;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;
import javax.xml.xpath.XPathFactory;

import org.apache.el.ExpressionFactoryImpl;
import org.apache.el.lang.EvaluationContext;
import org.xml.sax.InputSource;
import org.xml.sax.helpers.DefaultHandler;

import org.springframework.expression.spel.standard.SpelExpressionParser;

/**
 * One API that an application may call with input, past all beans of Spring.
 *
 * @param name what is called
 * @param source the sink that is expected to judge
 * @param attack input that must not run
 * @param honest input that must
 * @param action what the application does
 */
record HookCase(String name, String source, String attack, String honest, Action action) {

	private static final String CLIMB = "../../../../../../../etc/passwd";

	static List<HookCase> all() throws Exception {
		Path folder = Files.createDirectories(Files.createTempDirectory("hooks").resolve("a/b"));
		Files.writeString(folder.resolve("dune.txt"), "dune");
		String base = folder + "/";
		return List.of(process("ProcessBuilder", (input) -> new ProcessBuilder("sh", "-c", "echo " + input).start()),
				process("Runtime.exec(String[])",
						(input) -> Runtime.getRuntime().exec(new String[] { "sh", "-c", "echo " + input })),
				process("ProcessBuilder.startPipeline",
						(input) -> ProcessBuilder.startPipeline(
								List.of(new ProcessBuilder("sh", "-c", "echo " + input), new ProcessBuilder("cat")))),
				file("FileInputStream(String)", (input) -> new FileInputStream(base + input)),
				file("FileInputStream(File)", (input) -> new FileInputStream(new File(base, input))),
				new HookCase("Path with slashes", "file-sink", "..//..//..//..//..//..//..//etc//passwd", "dune.txt",
						(input) -> Files.readString(Path.of(base + input))),
				new HookCase("File with slashes", "file-sink", "..//..//..//..//..//..//..//etc//passwd", "dune.txt",
						(input) -> new FileInputStream(base + input)),
				file("FileReader", (input) -> new FileReader(base + input)),
				file("File.listFiles", (input) -> new File(base + input).listFiles()),
				file("File.list", (input) -> new File(base + input).list()),
				file("File.delete", (input) -> new File(base + "x" + input).delete()),
				file("File.mkdir", (input) -> new File(base + input).mkdir()),
				file("File.renameTo", (input) -> new File(base + "x").renameTo(new File(base + input))),
				file("RandomAccessFile", (input) -> new RandomAccessFile(base + input, "r")),
				file("ZipFile", (input) -> new ZipFile(base + input)),
				file("Files.readString", (input) -> Files.readString(Path.of(base + input))),
				file("Files.newInputStream", (input) -> Files.newInputStream(folder.resolve(input))),
				file("Files.lines", (input) -> Files.lines(folder.resolve(input)).close()),
				file("Files.list", (input) -> Files.list(folder.resolve(input)).close()),
				file("Files.copy", (input) -> Files.copy(folder.resolve(input), folder.resolve("copy"))),
				file("Files.copy to", (input) -> Files.copy(folder.resolve("dune.txt"), folder.resolve(input))),
				file("Files.move", (input) -> Files.move(folder.resolve("none"), folder.resolve(input))),
				file("Files.delete", (input) -> Files.delete(folder.resolve("x" + input))),
				file("Files.createDirectory", (input) -> Files.createDirectory(folder.resolve(input))),
				file("Files.createSymbolicLink",
						(input) -> Files.createSymbolicLink(folder.resolve("link"), folder.resolve(input))),
				file("FileChannel.open", (input) -> FileChannel.open(folder.resolve(input))),
				new HookCase("FileOutputStream", "file-sink", "shell.jsp", "notes.txt",
						(input) -> new FileOutputStream(base + input).close()),
				new HookCase("Files.write", "file-sink", "shell.jsp", "notes.txt",
						(input) -> Files.writeString(folder.resolve(input), "x")),
				url("Socket", (input) -> new Socket(input, 9).close()),
				url("Socket.connect", (input) -> new Socket().connect(new InetSocketAddress(input, 9), 500)),
				url("SocketChannel", (input) -> SocketChannel.open(new InetSocketAddress(input, 9))),
				url("URL.openStream", (input) -> URI.create("http://" + input + ":9/").toURL().openStream()),
				url("HttpClient",
						(input) -> HttpClient.newHttpClient()
							.send(HttpRequest.newBuilder(URI.create("http://" + input + ":9/")).build(),
									BodyHandlers.discarding())),
				new HookCase("URL of a file", "url-sink", "file:///etc/passwd", "file.txt",
						(input) -> URI.create(input).toURL().openStream()),
				new HookCase("InetAddress", "url-sink", "localhost", "example.invalid",
						(input) -> InetAddress.getByName(input)),
				new HookCase("DriverManager", "url-sink", "jdbc:h2:mem:x;INIT=CREATE TABLE y(z INT)", "x",
						(input) -> DriverManager.getConnection(input)),
				sql("Statement", (connection, sql) -> connection.createStatement().executeQuery(sql)),
				sql("PreparedStatement", (connection, sql) -> connection.prepareStatement(sql).executeQuery()),
				sql("batch", (connection, sql) -> {
					Statement statement = connection.createStatement();
					statement.addBatch(sql);
				}), new HookCase("InitialContext", "jndi-sink", "ldap://192.0.2.7/x", "jdbc/books", (input) -> {
					new InitialContext().lookup(input);
				}), new HookCase("Naming", "jndi-sink", "rmi://127.0.0.1:9/x", "books", (input) -> {
					Class.forName("java.rmi.Naming").getMethod("lookup", String.class).invoke(null, input);
				}),
				new HookCase("InitialDirContext.search", "ldap-sink", "*)(uid=*", "alice",
						(input) -> new InitialDirContext().search("ou=people", "(uid=" + input + ")",
								new SearchControls())),
				new HookCase("XPath", "xpath-sink", "' or '1'='1", "alice",
						(input) -> XPathFactory.newInstance().newXPath().compile("//user[name='" + input + "']")),
				expression("SpEL", (input) -> new SpelExpressionParser().parseExpression(input).getValue()),
				new HookCase("Jakarta EL", "expression-sink", "${''.getClass().forName('java.lang.Runtime')}", "name",
						(input) -> new ExpressionFactoryImpl()
							.createValueExpression(new EvaluationContext(null, null, null), input, Object.class)),
				new HookCase("XMLDecoder", "deserialization-sink", decoded("java.lang.ProcessBuilder"), "word",
						(input) -> decode(input)),
				xml("DOM",
						(input) -> DocumentBuilderFactory.newInstance()
							.newDocumentBuilder()
							.parse(new InputSource(new StringReader(input)))),
				xml("SAX",
						(input) -> SAXParserFactory.newInstance()
							.newSAXParser()
							.parse(new InputSource(new StringReader(input)), new DefaultHandler())),
				xml("StAX", (input) -> {
					XMLStreamReader reader = XMLInputFactory.newInstance()
						.createXMLStreamReader(new StringReader(input));
					while (reader.hasNext()) {
						reader.next();
					}
				}),
				xml("TrAX", (input) -> TransformerFactory.newInstance()
					.newTransformer()
					.transform(new StreamSource(new StringReader(input)), new StreamResult(new StringWriter()))),
				xml("XPath on a document",
						(input) -> XPathFactory.newInstance()
							.newXPath()
							.evaluate("/a", new InputSource(new StringReader(input)))));
	}

	private static HookCase process(String name, Action action) {
		return new HookCase(name, "process-sink", "hello; paste /etc/?asswd #", "hello", action);
	}

	private static HookCase file(String name, Action action) {
		return new HookCase(name, "file-sink", CLIMB, "dune.txt", action);
	}

	private static HookCase url(String name, Action action) {
		return new HookCase(name, "url-sink", "127.0.0.1", "host.invalid", action);
	}

	private static HookCase expression(String name, Action action) {
		return new HookCase(name, "expression-sink", "T(java.lang.Runtime).getRuntime()", "name", action);
	}

	private static HookCase sql(String name, Query query) {
		return new HookCase(name, "sql-sink", "' OR '1'='1", "Dune", (input) -> {
			try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:books")) {
				query.run(connection, "SELECT * FROM INFORMATION_SCHEMA.USERS WHERE USER_NAME = '" + input + "'");
			}
		});
	}

	private static HookCase xml(String name, Action action) {
		return new HookCase("XML by " + name, "xml-sink",
				"<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><a>&x;</a>",
				"<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>", action);
	}

	/** A decoder goes on after a failure unless its listener throws. */
	private static void decode(String document) {
		XMLDecoder decoder = new XMLDecoder(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)));
		decoder.setExceptionListener((ex) -> {
			throw new IllegalStateException(ex);
		});
		decoder.readObject();
	}

	private static String decoded(String type) {
		return "<java><object class=\"" + type + "\"/></java>";
	}

	@Override
	public String toString() {
		return this.name;
	}

	/** What an application does with input. */
	@FunctionalInterface
	interface Action {

		void run(String input) throws Exception;

	}

	/** What an application does with a statement. */
	@FunctionalInterface
	interface Query {

		void run(Connection connection, String sql) throws Exception;

	}

}
