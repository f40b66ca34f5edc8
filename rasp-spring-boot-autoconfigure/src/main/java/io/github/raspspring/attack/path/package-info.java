/**
 * Path traversal (CWE-22): how paths are read, recognized in values, and judged when a
 * file is about to be opened. Imports inspect, sink, text, the engine and the JDK. Start
 * with {@link io.github.raspspring.attack.path.PathTraversalDetector} and
 * {@link io.github.raspspring.attack.path.FileJudge}.
 */
@NullMarked
package io.github.raspspring.attack.path;

import org.jspecify.annotations.NullMarked;
