package io.github.raspspring.attack.xml;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.raspspring.attack.Judgement;
import io.github.raspspring.engine.InputLocation;

import static org.assertj.core.api.Assertions.assertThat;

class DocumentTypesTests {

	private final Judgement judgement = Judgement.by(new XmlExternalEntityDetector()).at(InputLocation.XML, "/");

	@ParameterizedTest
	@ValueSource(strings = { "<!DOCTYPE cXML SYSTEM \"http://xml.cxml.org/schemas/cXML/1.2.050/cXML.dtd\"><cXML/>",
			"<!DOCTYPE article PUBLIC \"-//NLM//DTD JATS (Z39.96) Journal Publishing DTD v1.2 20190208//EN\" \"JATS-journalpublishing1.dtd\"><article/>",
			"<!DOCTYPE article PUBLIC \"-//NLM//DTD Journal Archiving DTD v2.3 20070202//EN\" \"http://dtd.nlm.nih.gov/archiving/2.3/archivearticle.dtd\"><article/>",
			"<!DOCTYPE book PUBLIC \"-//OASIS//DTD DocBook XML V4.5//EN\" \"http://www.oasis-open.org/docbook/xml/4.5/docbookx.dtd\"><book/>",
			"<!DOCTYPE book PUBLIC '-//OASIS//DTD DocBook XML V4.2//EN' 'docbookx.dtd'><book/>",
			"<?xml version='1.0'?>\n<!DOCTYPE cXML SYSTEM 'http://xml.cxml.org/schemas/cXML/1.1.010/cXML.dtd'><cXML/>" })
	void detectWhenDocumentTypeIsOfIndustryThenPasses(String xml) {
		assertThat(this.judgement.refuses(xml)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = {
			"<!DOCTYPE cXML SYSTEM \"http://xml.cxml.org/schemas/cXML/1.2/cXML.dtd\" [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><cXML/>",
			"<!DOCTYPE cXML SYSTEM \"http://evil.example/schemas/cXML/1.2/cXML.dtd\"><cXML/>",
			"<!DOCTYPE book PUBLIC \"-//OASIS//DTD DocBook XML V4.5//EN\" \"http://evil.example/x.dtd\"><book/>",
			"<!DOCTYPE book PUBLIC \"-//OASIS//DTD DocBook XML V4.5//EN\" \"file:///etc/passwd\"><book/>",
			"<!DOCTYPE book PUBLIC \"-//OASIS//DTD DocBook XML V4.5//EN\" \"../../x.dtd\"><book/>",
			"<!DOCTYPE book PUBLIC \"-//x//y\" \"docbookx.dtd\"><book/>",
			"<!DOCTYPE article PUBLIC \"-//NLM//DTD JATS//EN\" \"x.dtd\" [<!ENTITY a \"b\">]><article/>" })
	void detectWhenDocumentTypeOnlyLooksLikeItThenRefuses(String xml) {
		assertThat(this.judgement.refuses(xml)).isTrue();
	}

	@Test
	void detectWhenListIsOwnThenUsesIt() {
		Judgement own = Judgement
			.by(new XmlExternalEntityDetector(new DocumentTypes(List.of("-//ACME//DTD Order//EN"))))
			.at(InputLocation.XML, "/");
		assertThat(own.refuses("<!DOCTYPE order PUBLIC \"-//ACME//DTD Order//EN\" \"order.dtd\"><order/>")).isFalse();
		assertThat(own.refuses("<!DOCTYPE order PUBLIC \"-//ACME//DTD Order//EN2\" \"order.dtd\"><order/>")).isTrue();
		assertThat(own.refuses("<!DOCTYPE book PUBLIC '-//OASIS//DTD DocBook XML V4.2//EN' 'docbookx.dtd'><book/>"))
			.isTrue();
	}

}
