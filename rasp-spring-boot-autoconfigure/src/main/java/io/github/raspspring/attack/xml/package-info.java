/**
 * External entities of XML (CWE-611): recognized in values, and judged when a document is
 * about to be parsed. Imports attack.path, attack.url, inspect, sink, text, the engine
 * and the JDK. Start with
 * {@link io.github.raspspring.attack.xml.XmlExternalEntityDetector} and
 * {@link io.github.raspspring.attack.xml.XmlJudge}.
 */
@NullMarked
package io.github.raspspring.attack.xml;

import org.jspecify.annotations.NullMarked;
