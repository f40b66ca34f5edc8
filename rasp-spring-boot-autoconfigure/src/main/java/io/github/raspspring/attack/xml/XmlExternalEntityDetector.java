package io.github.raspspring.attack.xml;

import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.Findings;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.RepeatableDetector;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.engine.ValueView;
import io.github.raspspring.inspect.CodeFields;
import io.github.raspspring.text.Traits;

/**
 * Recognizes XML that makes its parser read other resources or grow without bound
 * (CWE-611, CWE-776): document types, entities, inclusions, and encodings that hide them.
 * Judges raw XML bodies as well as XML within other values.
 * <p>
 * Lets pass the document types of HTML, plain XML, references to predefined entities and
 * the words of DTDs in a sentence. Locations of schemas that a document only hints at,
 * and style sheets and schemas of its own host, are not judged: few parsers follow them.
 * Costs one pass over texts with a less-than sign.
 */
public final class XmlExternalEntityDetector implements RepeatableDetector {

	/** Rule {@code entity}: an entity is declared. */
	public static final Rule ENTITY = new Rule("entity", "CWE-611",
			"The XML declares an entity, which can read files, reach internal hosts or exhaust memory.",
			"Switch off document types in the parser (disallow-doctype-decl).");

	/** Rule {@code document-type}: a document type is declared. */
	public static final Rule DOCUMENT_TYPE = new Rule("document-type", "CWE-611",
			"The XML brings a document type, by which entities are declared or fetched.",
			"Switch off document types in the parser (disallow-doctype-decl).");

	/** Rule {@code inclusion}: another resource is included. */
	public static final Rule INCLUSION = new Rule("inclusion", "CWE-611",
			"The XML includes another resource by XInclude, a style sheet or a link.",
			"Keep XInclude switched off (setXIncludeAware(false)) and use secure processing for style sheets.");

	/** Rule {@code encoding}: the encoding hides markup. */
	public static final Rule ENCODING = new Rule("encoding", "CWE-172",
			"The XML declares an encoding that hides its markup from filters.", "Accept UTF-8 only.");

	private final DocumentTypes types;

	/**
	 * Create a detector that accepts the document types of common industry standards.
	 */
	public XmlExternalEntityDetector() {
		this(DocumentTypes.defaults());
	}

	/**
	 * Create a detector.
	 * @param types document types that XML may name
	 */
	public XmlExternalEntityDetector(DocumentTypes types) {
		this.types = types;
	}

	@Override
	public String name() {
		return "xml-external-entity";
	}

	@Override
	public Category category() {
		return Category.FILE_ACCESS;
	}

	@Override
	public long triggers() {
		return Traits.TAG;
	}

	/**
	 * Comments of a document that was read as XML are left out: whoever reads them knows
	 * that they are none of its markup.
	 */
	@Override
	public boolean supports(InputValue value) {
		return value.location() != InputLocation.XML || !value.name().equals("comment");
	}

	@Override
	public void detect(ValueView view, Findings findings) {
		String text = view.text();
		if (!XmlGate.mayMatter(text, view.traits())) {
			return;
		}
		XmlDeclarations declarations = new XmlDeclarations(text, this.types);
		XmlDeclarations.Evidence evidence = declarations.find();
		if (evidence == XmlDeclarations.Evidence.NONE) {
			return;
		}
		findings.add(Finding.of(this, ruleOf(evidence))
			.confidence(confidenceOf(evidence, view.input()))
			.at(view.input())
			.evidence(text, declarations.position(), declarations.position() + 32)
			.build());
	}

	private static Confidence confidenceOf(XmlDeclarations.Evidence evidence, InputValue input) {
		boolean xml = input.location() == InputLocation.XML || input.location() == InputLocation.BODY;
		return switch (evidence) {
			case ENTITY -> Confidence.CERTAIN;
			case REFERENCE -> Confidence.WEAK;
			case DOCUMENT_TYPE ->
				xml ? Confidence.CERTAIN : CodeFields.hold(input) ? Confidence.WEAK : Confidence.STRONG;
			default -> Confidence.STRONG;
		};
	}

	private static Rule ruleOf(XmlDeclarations.Evidence evidence) {
		return switch (evidence) {
			case ENTITY -> ENTITY;
			case INCLUSION -> INCLUSION;
			case ENCODING -> ENCODING;
			default -> DOCUMENT_TYPE;
		};
	}

}
