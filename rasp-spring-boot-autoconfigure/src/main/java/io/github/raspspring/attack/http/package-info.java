/**
 * Attacks on HTTP itself: header injection (CWE-113), broken messages, excessive GraphQL,
 * scanners; and headers judged before they are sent. Imports inspect, sink, text, the
 * engine and the JDK. Start with
 * {@link io.github.raspspring.attack.http.ProtocolDetector} and
 * {@link io.github.raspspring.attack.http.HeaderJudge}.
 */
@NullMarked
package io.github.raspspring.attack.http;

import org.jspecify.annotations.NullMarked;
