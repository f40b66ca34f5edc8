/**
 * Command injection (CWE-78): how command lines are read, recognized in values, and
 * judged when a process is about to start. Imports attack.path, attack.url, inspect,
 * sink, text, the engine and the JDK. Start with
 * {@link io.github.raspspring.attack.command.CommandInjectionDetector} and
 * {@link io.github.raspspring.attack.command.ProcessJudge}.
 */
@NullMarked
package io.github.raspspring.attack.command;

import org.jspecify.annotations.NullMarked;
