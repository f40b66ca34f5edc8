package io.github.raspspring.autoconfigure.inspect;

import java.util.List;

import io.github.raspspring.attack.xml.DocumentTypes;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which document types XML may name.
 *
 * @param documentTypes Public or system identifiers of document types that XML may name
 * without an internal subset, with an asterisk at the end for any rest.
 */
@ConfigurationProperties("rasp.detectors.xml-external-entity")
public record RaspXmlExternalEntityProperties(@DefaultValue( {
		"http://xml.cxml.org/schemas/cXML/*", "-//NLM//DTD *", "http://jats.nlm.nih.gov/*",
		"https://jats.nlm.nih.gov/*", "http://dtd.nlm.nih.gov/*", "-//OASIS//DTD DocBook *",
		"http://www.oasis-open.org/docbook/*", "https://www.oasis-open.org/docbook/*" }) List<String> documentTypes){

	DocumentTypes types() {
		return new DocumentTypes(this.documentTypes);
	}

}
