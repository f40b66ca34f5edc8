package io.github.raspspring.carrier.jvm.hook;

import java.util.List;

import io.github.raspspring.attack.xml.XmlCall;
import io.github.raspspring.carrier.jvm.HookPoint;
import io.github.raspspring.carrier.jvm.JvmHook;
import io.github.raspspring.sink.SinkCall;
import io.github.raspspring.sink.SinkKind;
import org.jspecify.annotations.Nullable;

/**
 * What a stylesheet imports, includes, reads with {@code document()}, or names as the one
 * to take in its place. A parser opens it as a document of its own, and can't tell who
 * has asked for it.
 */
final class StylesheetHook implements JvmHook {

	private static final String XSLTC = "com/sun/org/apache/xalan/internal/xsltc/";

	private static final String TEXT = "Ljava/lang/String;";

	@Override
	public SinkKind kind() {
		return SinkKind.XML;
	}

	@Override
	public String name() {
		return "stylesheets of the JDK, Xalan";
	}

	@Override
	public List<HookPoint> points() {
		return List.of(
				HookPoint.of("com.sun.org.apache.xml.internal.utils.SystemIDResolver", "getAbsoluteURI", TEXT + TEXT,
						1),
				HookPoint.of("com.sun.org.apache.xalan.internal.xsltc.dom.LoadDocument", "document",
						TEXT + TEXT + "L" + XSLTC + "runtime/AbstractTranslet;L" + XSLTC + "DOM;Z", 1),
				HookPoint.of("com.sun.org.apache.xalan.internal.xsltc.compiler.Parser", "loadExternalStylesheet", TEXT,
						1),
				HookPoint.of("org.apache.xml.utils.SystemIDResolver", "getAbsoluteURI", TEXT + TEXT, 1));
	}

	/**
	 * What lies beside the stylesheet is as harmless as that is.
	 */
	@Override
	public @Nullable SinkCall describe(@Nullable Object first, @Nullable Object second) {
		return (first instanceof String address && leads(address)) ? XmlCall.ofExternal("stylesheet", address, false)
				: null;
	}

	private static boolean leads(String address) {
		return address.indexOf(':') >= 0 || address.startsWith("/") || address.startsWith("\\")
				|| address.contains("..");
	}

}
