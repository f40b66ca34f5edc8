/**
 * Server-side request forgery (CWE-918) and open redirects (CWE-601): how URLs and hosts
 * are read, recognized in values, and judged when something is about to connect or
 * redirect. Imports attack.path, inspect, sink, text, the engine, Caffeine and the JDK.
 * Start with {@link io.github.raspspring.attack.url.ServerSideRequestForgeryDetector},
 * {@link io.github.raspspring.attack.url.UrlJudge} and
 * {@link io.github.raspspring.attack.url.RedirectJudge}.
 */
@NullMarked
package io.github.raspspring.attack.url;

import org.jspecify.annotations.NullMarked;
