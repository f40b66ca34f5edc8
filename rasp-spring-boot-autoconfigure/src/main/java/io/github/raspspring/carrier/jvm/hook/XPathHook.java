package io.github.raspspring.carrier.jvm.hook;

import java.util.List;

import io.github.raspspring.carrier.jvm.HookPoint;
import io.github.raspspring.carrier.jvm.JvmHook;
import io.github.raspspring.sink.TextCall;

/**
 * XPath expressions, where they are compiled.
 */
final class XPathHook {

	private XPathHook() {
	}

	static JvmHook create() {
		return new TextHook("XPath of the JDK, Xalan, Jaxen", TextCall.Language.XPATH,
				List.of(HookPoint.of("com.sun.org.apache.xpath.internal.XPath", "<init>",
						"Ljava/lang/String;Ljavax/xml/transform/SourceLocator;*", 1),
						HookPoint.of("org.apache.xpath.XPath", "<init>",
								"Ljava/lang/String;Ljavax/xml/transform/SourceLocator;*", 1),
						HookPoint.of("org.jaxen.BaseXPath", "<init>", "Ljava/lang/String;", 1)));
	}

}
