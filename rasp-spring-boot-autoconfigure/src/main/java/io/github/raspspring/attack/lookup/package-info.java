/**
 * JNDI injection (CWE-917): how lookups in texts are read, recognized in values, and
 * judged when a name is about to be looked up. Imports attack.url, inspect, sink, text,
 * the engine and the JDK. Start with
 * {@link io.github.raspspring.attack.lookup.JndiInjectionDetector} and
 * {@link io.github.raspspring.attack.lookup.JndiJudge}.
 */
@NullMarked
package io.github.raspspring.attack.lookup;

import org.jspecify.annotations.NullMarked;
