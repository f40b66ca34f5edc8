package io.github.raspspring.web;

import java.io.ByteArrayInputStream;
import java.util.Collection;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import io.github.raspspring.document.XmlProlog;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;

/**
 * Reads the prolog, the texts and the attributes of an XML body. Resolves nothing: no
 * DTD, no entity, no schema.
 */
final class XmlLeaves {

	private final XMLInputFactory factory = XMLInputFactory.newDefaultFactory();

	XmlLeaves() {
		this.factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		this.factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		this.factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
		this.factory.setProperty(XMLInputFactory.IS_COALESCING, true);
	}

	/**
	 * Read a body.
	 * @param body the bytes
	 * @param values takes what is found
	 * @return {@code false} if it ends before the body does, because the body is no XML
	 */
	boolean read(byte[] body, Collection<InputValue> values) {
		addProlog(body, values);
		try {
			XMLStreamReader reader = this.factory.createXMLStreamReader(new ByteArrayInputStream(body));
			while (reader.hasNext()) {
				take(reader, reader.next(), values);
			}
			return true;
		}
		catch (XMLStreamException | RuntimeException ex) {
			return false;
		}
	}

	private static void take(XMLStreamReader reader, int event, Collection<InputValue> values) {
		switch (event) {
			case XMLStreamConstants.START_ELEMENT -> addElement(reader, values);
			case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> addText(reader, "text", values);
			case XMLStreamConstants.PROCESSING_INSTRUCTION ->
				values.add(new InputValue(InputLocation.XML, reader.getPITarget(), String.valueOf(reader.getPIData())));
			case XMLStreamConstants.COMMENT -> addText(reader, "comment", values);
			default -> {
				// The end of elements carries nothing an application binds.
			}
		}
	}

	private static void addElement(XMLStreamReader reader, Collection<InputValue> values) {
		values.add(InputValue.ofName(InputLocation.XML, reader.getLocalName()));
		for (int i = 0; i < reader.getNamespaceCount(); i++) {
			String uri = reader.getNamespaceURI(i);
			if (uri != null) {
				values.add(new InputValue(InputLocation.XML, "xmlns", uri));
			}
		}
		for (int i = 0; i < reader.getAttributeCount(); i++) {
			values.add(new InputValue(InputLocation.XML, reader.getLocalName() + "/@" + reader.getAttributeLocalName(i),
					reader.getAttributeValue(i)));
		}
	}

	private static void addText(XMLStreamReader reader, String name, Collection<InputValue> values) {
		String text = reader.getText();
		if (!text.isBlank()) {
			values.add(new InputValue(InputLocation.XML, name, text));
		}
	}

	/**
	 * What stands before the root element can declare entities: it is judged as it is.
	 */
	private static void addProlog(byte[] body, Collection<InputValue> values) {
		String type = XmlProlog.documentType(body);
		if (type != null) {
			values.add(new InputValue(InputLocation.XML, "prolog", type));
		}
	}

}
