package io.github.raspspring.document;

import java.io.ByteArrayInputStream;
import java.util.List;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.ValueReader;
import io.github.raspspring.engine.pipeline.OmittedValues;

/**
 * Reads the prolog, the texts and the attributes of an XML body. Resolves nothing: no
 * DTD, no entity, no schema.
 */
public final class XmlLeaves {

	/** Depth is bounded by what takes the values, on every JDK alike. */
	private static final String DEPTH = "jdk.xml.maxElementDepth";

	/** The limit of JDK 17; later ones stop at 200, which honest documents pass. */
	private static final String ATTRIBUTES = "jdk.xml.elementAttributeLimit";

	private final XMLInputFactory factory = XMLInputFactory.newDefaultFactory();

	private final XmlNames names = new XmlNames();

	private final KnownBodies bodies = new KnownBodies();

	public XmlLeaves() {
		this.factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		this.factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		this.factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
		this.factory.setProperty(XMLInputFactory.IS_COALESCING, true);
		limit(DEPTH, 0);
		limit(ATTRIBUTES, 10_000);
	}

	private void limit(String name, int limit) {
		if (this.factory.isPropertySupported(name)) {
			this.factory.setProperty(name, limit);
		}
	}

	/**
	 * Read a body.
	 * @param body the bytes
	 * @param values takes what is found
	 * @return {@code false} if it ends before the body does, because the body is no XML
	 */
	public boolean read(byte[] body, BoundedValues values) {
		addProlog(body, values);
		try {
			XMLStreamReader reader = this.factory.createXMLStreamReader(new ByteArrayInputStream(body));
			ElementText text = new ElementText(values);
			int depth = 0;
			while (!values.isFull() && reader.hasNext()) {
				int event = reader.next();
				depth += (event == XMLStreamConstants.START_ELEMENT) ? 1 : 0;
				depth -= (event == XMLStreamConstants.END_ELEMENT) ? 1 : 0;
				values.depth(depth);
				take(reader, event, text, values);
			}
			return true;
		}
		catch (XMLStreamException | RuntimeException ex) {
			return false;
		}
	}

	/**
	 * Read a body that is plain, and make those values only that the sieve keeps: the
	 * others can be made later.
	 * @param body the bytes
	 * @param sieve tells which texts are worth to be judged
	 * @param values takes what is found, within its bounds
	 * @return {@code false} if that takes a parser, so that nothing was taken
	 */
	public boolean scan(byte[] body, ValueReader.Sieve sieve, BoundedValues values) {
		int hash = KnownBodies.hash(body);
		KnownBodies.Known known = this.bodies.find(body, hash, sieve.judges());
		return known != null && known.addTo(values) || scanAnew(body, hash, sieve, values);
	}

	private boolean scanAnew(byte[] body, int hash, ValueReader.Sieve sieve, BoundedValues values) {
		BoundedValues leaves = values.another();
		if (!new XmlScan(body, sieve, this.names, leaves).read()) {
			return false;
		}
		int count = leaves.counted();
		OmittedValues omitted = new OmittedValues(leaves.size(), body.length,
				() -> all(body, EveryText.INSTANCE, count), (names) -> all(body, new NamedTexts(names), count), null,
				leaves.walked());
		if (!leaves.isFull()) {
			this.bodies.note(hash, body, sieve, leaves, omitted);
		}
		values.addAll(leaves);
		values.omitted(omitted);
		return true;
	}

	/**
	 * Make what was counted, as far as a sieve keeps it.
	 */
	private List<InputValue> all(byte[] body, ValueReader.Sieve sieve, int count) {
		BoundedValues all = BoundedValues.asCounted(count);
		new XmlScan(body, sieve, this.names, all).read();
		return List.copyOf(all);
	}

	private static void take(XMLStreamReader reader, int event, ElementText text, BoundedValues values) {
		switch (event) {
			case XMLStreamConstants.START_ELEMENT -> {
				text.end();
				text.begin(reader.getLocalName());
				addElement(reader, values);
			}
			case XMLStreamConstants.END_ELEMENT -> text.end();
			case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.add(reader.getText());
			case XMLStreamConstants.PROCESSING_INSTRUCTION ->
				values.add(new InputValue(InputLocation.XML, reader.getPITarget(), String.valueOf(reader.getPIData())));
			case XMLStreamConstants.COMMENT -> addComment(reader.getText(), values);
			default -> {
				// Nothing that an application binds.
			}
		}
	}

	private static void addElement(XMLStreamReader reader, BoundedValues values) {
		values.add(InputValue.ofName(InputLocation.XML, reader.getLocalName()));
		for (int i = 0; i < reader.getNamespaceCount(); i++) {
			String uri = reader.getNamespaceURI(i);
			if (uri != null) {
				values.add(new InputValue(InputLocation.XML, "xmlns", uri));
			}
		}
		for (int i = 0; i < reader.getAttributeCount(); i++) {
			values.add(new InputValue(InputLocation.XML,
					values.shared(reader.getLocalName() + "/@" + reader.getAttributeLocalName(i)),
					reader.getAttributeValue(i)));
		}
	}

	private static void addComment(String comment, BoundedValues values) {
		if (!comment.isBlank()) {
			values.add(new InputValue(InputLocation.XML, "comment", comment));
		}
	}

	/**
	 * What stands before the root element can declare entities: it is judged as it is.
	 */
	private static void addProlog(byte[] body, BoundedValues values) {
		String type = XmlProlog.documentType(body);
		if (type != null) {
			values.add(new InputValue(InputLocation.XML, "prolog", type));
		}
	}

}
