package io.github.raspspring.attack.xml;

import java.util.List;
import java.util.Locale;

import io.github.raspspring.attack.path.PathClimb;
import io.github.raspspring.attack.url.HostPatterns;
import io.github.raspspring.attack.url.UrlParts;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.sink.CharMask;
import io.github.raspspring.sink.Occurrence;
import io.github.raspspring.sink.SinkInputs;
import io.github.raspspring.sink.SinkJudge;
import io.github.raspspring.sink.SinkKind;
import io.github.raspspring.sink.SinkVerdict;
import io.github.raspspring.sink.TextSearch;
import org.jspecify.annotations.Nullable;

/**
 * Judges what an XML parser is about to read (CWE-611): does the client bring entities,
 * or name what is read from outside? Definitions published by standards bodies pass, and
 * so does all that documents of the application name. Thread-safe.
 */
public final class XmlJudge implements SinkJudge<XmlCall> {

	private static final String REMEDY = "Disallow document types: set the feature "
			+ "http://apache.org/xml/features/disallow-doctype-decl, or XMLInputFactory.SUPPORT_DTD to false.";

	private static final Rule EXTERNAL = new Rule("external-entity", "CWE-611",
			"The client names a file or address that the XML parser is about to read.", REMEDY);

	private static final Rule DECLARATION = new Rule("entity-declaration", "CWE-611",
			"The client brings declarations by which an XML parser reads other resources or grows.", REMEDY);

	/** Hosts at which definitions of common document types are published. */
	private static final HostPatterns PUBLISHERS = new HostPatterns(
			List.of("www.w3.org", "java.sun.com", "www.oasis-open.org", "docs.oasis-open.org", "xmlns.jcp.org",
					"schemas.xmlsoap.org", "www.springframework.org", "maven.apache.org", "jakarta.ee",
					"www.ibiblio.org", "www.docbook.org", "www.apple.com"));

	@Override
	public SinkKind kind() {
		return SinkKind.XML;
	}

	@Override
	public Class<XmlCall> callType() {
		return XmlCall.class;
	}

	@Override
	public @Nullable SinkVerdict judge(XmlCall call, SinkInputs inputs) {
		return (call.part() == XmlCall.Part.DOCUMENT) ? ofDocument(call, inputs) : ofExternal(call, inputs);
	}

	private static @Nullable SinkVerdict ofDocument(XmlCall call, SinkInputs inputs) {
		String document = call.argument();
		XmlDeclarations declarations = new XmlDeclarations(XmlText.markupOf(document), DocumentTypes.defaults());
		XmlDeclarations.Evidence evidence = declarations.find();
		if (evidence.compareTo(XmlDeclarations.Evidence.REFERENCE) <= 0) {
			return null;
		}
		int place = declarations.position();
		SinkVerdict verdict = TextSearch.firstAttack(document, inputs, (start,
				end) -> (start <= place && end > place + 2) || declares(document, start, end) ? DECLARATION : null);
		if (verdict == null) {
			InputValue source = carrier(document, inputs);
			return (source != null || call.fromRequest())
					? SinkVerdict.certain(DECLARATION, source, place, document.length()) : null;
		}
		return verdict;
	}

	/**
	 * Within a document type that is the application's own.
	 */
	private static boolean declares(String document, int start, int end) {
		return document.substring(start, end).toUpperCase(Locale.ROOT).contains("<!ENTITY");
	}

	private static @Nullable SinkVerdict ofExternal(XmlCall call, SinkInputs inputs) {
		String address = call.argument();
		UrlParts parts = UrlParts.of(address);
		boolean published = parts != null && parts.scheme().startsWith("http")
				&& PUBLISHERS.match(parts.host(), parts.port());
		if (published || address.isBlank()) {
			return null;
		}
		InputValue source = carrier(address, inputs);
		if (source != null || call.fromRequest()) {
			return SinkVerdict.certain(EXTERNAL, source, 0, address.length());
		}
		int decided = (parts != null) ? Math.max(parts.hostEnd(), parts.authorityEnd()) : 1;
		PathClimb climb = new PathClimb(address, 0);
		return TextSearch.firstAttack(address, inputs, (start,
				end) -> choosesTarget(address, start, end, decided) || climb.climbsOut(start, end) ? EXTERNAL : null);
	}

	/**
	 * A word behind what the application wrote is harmless as long as it climbs nowhere,
	 * and so is the last label of a host.
	 */
	private static boolean choosesTarget(String address, int start, int end, int decided) {
		if (start >= decided || end < decided || end - start <= 1) {
			return false;
		}
		boolean label = start > 0 && address.lastIndexOf('.', decided - 1) < start
				&& Character.isLetterOrDigit(address.charAt(start)) && !startsHost(address, start);
		return !label;
	}

	private static boolean startsHost(String address, int start) {
		return address.charAt(start - 1) == '/' && address.startsWith("//", Math.max(0, start - 2));
	}

	/**
	 * Return the value of the request in which a text was sent.
	 */
	private static @Nullable InputValue carrier(String text, SinkInputs inputs) {
		long characters = CharMask.of(text);
		for (int i = 0; i < inputs.size(); i++) {
			boolean possible = (characters & ~(inputs.mask(i) | CharMask.BLANK)) == 0
					&& inputs.text(i).length() >= text.length() && inputs.text(i).indexOf('<') >= 0;
			inputs.walk(possible ? inputs.text(i).length() : 1);
			if (possible && Occurrence.find(inputs.text(i), text, 0) != Occurrence.NONE) {
				return inputs.source(i);
			}
		}
		return null;
	}

}
