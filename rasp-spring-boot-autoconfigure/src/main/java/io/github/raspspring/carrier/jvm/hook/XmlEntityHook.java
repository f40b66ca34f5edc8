package io.github.raspspring.carrier.jvm.hook;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.raspspring.attack.xml.XmlCall;
import io.github.raspspring.carrier.jvm.HookPoint;
import io.github.raspspring.carrier.jvm.JvmHook;
import io.github.raspspring.sink.SinkCall;
import io.github.raspspring.sink.SinkKind;
import org.jspecify.annotations.Nullable;

/**
 * What an XML parser is about to read from outside the document: entities, document
 * types, schemas, inclusions.
 */
final class XmlEntityHook implements JvmHook {

	private static final StackWalker WALKER = StackWalker.getInstance();

	/** What opens or includes a document is not far away. */
	private static final int FRAMES = 60;

	private static final String INCLUDING = "handleIncludeElement";

	private static final Set<String> OPENING = Set.of("determineDocVersion", "startDocumentEntity");

	private static final String WOODSTOX = "com.ctc.wstx.io.DefaultInputResolver";

	private static final String TEXT = "Ljava/lang/String;";

	@Override
	public SinkKind kind() {
		return SinkKind.XML;
	}

	@Override
	public String name() {
		return "XML parsers of the JDK, Xerces, Woodstox";
	}

	@Override
	public List<HookPoint> points() {
		Stream<HookPoint> xerces = Stream
			.of("com.sun.org.apache.xerces.internal.impl.XMLEntityManager", "org.apache.xerces.impl.XMLEntityManager")
			.map((manager) -> HookPoint.of(manager, "expandSystemId", "Ljava/lang/String;Ljava/lang/String;Z", 1));
		Stream<HookPoint> woodstox = Stream.of(
				HookPoint.of(WOODSTOX, "resolveEntity",
						"Lcom/ctc/wstx/io/WstxInputSource;Ljava/net/URL;" + TEXT + TEXT + TEXT + "*", 5),
				HookPoint.of(WOODSTOX, "resolveEntityUsing",
						"Lcom/ctc/wstx/io/WstxInputSource;" + TEXT + TEXT + TEXT + "*", 4));
		return Stream.concat(xerces, woodstox).toList();
	}

	@Override
	public @Nullable SinkCall describe(@Nullable Object first, @Nullable Object second) {
		return (first instanceof String address && !isDocument()) ? XmlCall.ofExternal("XML parser", address, false)
				: null;
	}

	/**
	 * Return whether it is the document that is opened, which the application has asked
	 * for by its address: that is judged as any URL or file. What a document includes is
	 * opened alike.
	 */
	private static boolean isDocument() {
		Set<String> methods = WALKER.walk((
				frames) -> frames.limit(FRAMES).map(StackWalker.StackFrame::getMethodName).collect(Collectors.toSet()));
		return !methods.contains(INCLUDING) && !Collections.disjoint(methods, OPENING);
	}

}
