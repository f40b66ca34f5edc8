/**
 * Classes that input chooses (CWE-470, CWE-502): recognized in values, and judged when an
 * object is about to be read. Imports attack.url, inspect, sink, text, the engine and the
 * JDK. Start with
 * {@link io.github.raspspring.attack.serialization.DeserializationDetector} and
 * {@link io.github.raspspring.attack.serialization.DeserializationJudge}.
 */
@NullMarked
package io.github.raspspring.attack.serialization;

import org.jspecify.annotations.NullMarked;
