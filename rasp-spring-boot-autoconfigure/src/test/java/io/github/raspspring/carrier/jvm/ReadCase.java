package io.github.raspspring.carrier.jvm;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.StringReader;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.List;
import java.util.Set;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMResult;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlValue;
import org.xml.sax.InputSource;
import org.xml.sax.XMLReader;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.FileUrlResource;

/**
 * Resources, documents and objects that are read.
 */
final class ReadCase {

	private static final String CLIMB = "../../../../../../../etc/passwd";

	private ReadCase() {
	}

	static List<HookCase> all() throws Exception {
		Path folder = Files.createDirectories(Files.createTempDirectory("reads").resolve("a/static"));
		Files.writeString(folder.resolve("dune.txt"), "dune");
		Files.writeString(folder.resolveSibling("secret.yml"), "password: x");
		ClassLoader loader = new URLClassLoader(new URL[] { folder.getParent().toUri().toURL() }, null);
		return List.of(resource("ClassLoader.getResource", (input) -> loader.getResource("static/" + input)),
				resource("ClassLoader.getResourceAsStream",
						(input) -> close(loader.getResourceAsStream("static/" + input))),
				resource("ClassLoader.getResources", (input) -> loader.getResources("static/" + input)),
				resource("Class.getResourceAsStream",
						(input) -> close(ReadCase.class.getResourceAsStream("/static/" + input))),
				resource("Class.getResource", (input) -> ReadCase.class.getResource("static/" + input)),
				resource("ClassPathResource", (input) -> new ClassPathResource("static/" + input, loader).exists()),
				resource("ResourceLoader",
						(input) -> new DefaultResourceLoader(loader).getResource("classpath:static/" + input).exists()),
				file("FileSystemResource",
						(input) -> close(new FileSystemResource(folder + "/" + input).getInputStream())),
				new HookCase("FileUrlResource", "url-sink", CLIMB, "dune.txt",
						(input) -> close(new FileUrlResource(folder + "/" + input).getInputStream())),
				file("SecureDirectoryStream.newByteChannel", (input) -> {
					try (SecureDirectoryStream<?> stream = (SecureDirectoryStream<?>) Files
						.newDirectoryStream(folder)) {
						open(stream, Path.of(input));
					}
				}), new HookCase("ObjectInputStream", "deserialization-sink", gadget(), GadgetChains.honest(),
						(input) -> new ObjectInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(input))) {
							@Override
							protected Class<?> resolveClass(java.io.ObjectStreamClass described)
									throws IOException, ClassNotFoundException {
								return described.getName().startsWith("org.apache.")
										? Libraries.of("commons-collections").load(described.getName())
										: super.resolveClass(described);
							}
						}.readObject()),
				xml("JAXB",
						(input) -> JAXBContext.newInstance(Page.class)
							.createUnmarshaller()
							.unmarshal(new StringReader(input))),
				xml("XMLReader", (input) -> {
					XMLReader reader = SAXParserFactory.newInstance().newSAXParser().getXMLReader();
					reader.parse(new InputSource(new StringReader(input)));
				}), xml("events of StAX", (input) -> {
					XMLEventReader reader = XMLInputFactory.newInstance().createXMLEventReader(new StringReader(input));
					while (reader.hasNext()) {
						reader.nextEvent();
					}
				}),
				xml("a validator", (input) -> SchemaFactory.newDefaultInstance()
					.newSchema(new StreamSource(new StringReader(
							"<schema xmlns=\"http://www.w3.org/2001/XMLSchema\"><element name=\"a\"/></schema>")))
					.newValidator()
					.validate(new StreamSource(new StringReader(input)))),
				xml("a stylesheet",
						(input) -> TransformerFactory.newInstance()
							.newTemplates(new StreamSource(new StringReader(input)))),
				new HookCase("stylesheet with an instruction", "xml-sink",
						"<?xml-stylesheet type=\"text/xsl\" href=\"file:///etc/hostname\"?><a/>",
						"<a x:version=\"1.0\" xmlns:x=\"http://www.w3.org/1999/XSL/Transform\"/>", ReadCase::transform),
				stylesheet("a document", reading("document('file:///etc/hostname')"), reading("document('')")),
				stylesheet("a document of the network", reading("document('http://127.0.0.1:9/x')/a"),
						reading("'http://127.0.0.1:9/x'")),
				xml("TrAX to a tree",
						(input) -> TransformerFactory.newInstance()
							.newTransformer()
							.transform(new StreamSource(new StringReader(input)), new DOMResult())),
				new HookCase("XML by an inclusion", "xml-sink",
						"<a xmlns:i=\"http://www.w3.org/2001/XInclude\">"
								+ "<i:include href=\"file:///etc/hostname\" parse=\"xml\"/></a>",
						"<a><b/></a>", ReadCase::include),
				new HookCase("URL of an archive", "url-sink", "jar:file:///srv/none.jar!/x", "file.txt",
						(input) -> close(URI.create(input).toURL().openStream())));
	}

	@SuppressWarnings("unchecked")
	private static void open(SecureDirectoryStream<?> stream, Path path) throws IOException {
		((SecureDirectoryStream<Path>) stream).newByteChannel(path, Set.of(StandardOpenOption.READ)).close();
	}

	private static HookCase stylesheet(String name, String attack, String honest) {
		String start = "<x:stylesheet version=\"1.0\" xmlns:x=\"http://www.w3.org/1999/XSL/Transform\">";
		return new HookCase("stylesheet with " + name, "xml-sink", start + attack + "</x:stylesheet>",
				start + honest + "</x:stylesheet>", ReadCase::transform);
	}

	private static void transform(String input) throws Exception {
		TransformerFactory.newDefaultInstance()
			.newTransformer(new StreamSource(new StringReader(input)))
			.transform(new StreamSource(new StringReader("<a/>")), new DOMResult());
	}

	private static String reading(String expression) {
		return "<x:template match=\"/\"><a><x:value-of select=\"" + expression + "\"/></a></x:template>";
	}

	private static void include(String input) throws Exception {
		DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
		factory.setNamespaceAware(true);
		factory.setXIncludeAware(true);
		factory.newDocumentBuilder().parse(new InputSource(new StringReader(input)));
	}

	private static String gadget() throws Exception {
		Thread thread = Thread.currentThread();
		ClassLoader loader = thread.getContextClassLoader();
		try {
			return GadgetChains.write(Libraries.of("commons-collections")
				.make("org.apache.commons.collections.functors.InvokerTransformer", "toString", new Class<?>[0],
						new Object[0])
				.target());
		}
		finally {
			thread.setContextClassLoader(loader);
		}
	}

	private static void close(InputStream stream) throws IOException {
		if (stream != null) {
			stream.close();
		}
	}

	private static HookCase resource(String name, HookCase.Action action) {
		return new HookCase(name, "file-sink", "../secret.yml", "dune.txt", action);
	}

	private static HookCase file(String name, HookCase.Action action) {
		return new HookCase(name, "file-sink", CLIMB, "dune.txt", action);
	}

	private static HookCase xml(String name, HookCase.Action action) {
		return new HookCase("XML by " + name, "xml-sink",
				"<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><a>&x;</a>",
				"<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>", action);
	}

	/** What a document is read into. */
	@XmlRootElement(name = "a")
	public static final class Page {

		/** What stands in it. */
		@XmlValue
		public String text;

	}

}
