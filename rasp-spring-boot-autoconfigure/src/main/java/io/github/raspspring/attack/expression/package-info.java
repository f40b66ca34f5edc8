/**
 * Expression and template injection (CWE-917, CWE-1336): recognized in values, and judged
 * when an expression is about to be evaluated. Imports inspect, sink, text, the engine
 * and the JDK. Start with
 * {@link io.github.raspspring.attack.expression.ExpressionInjectionDetector} and
 * {@link io.github.raspspring.attack.expression.ExpressionJudge}.
 */
@NullMarked
package io.github.raspspring.attack.expression;

import org.jspecify.annotations.NullMarked;
