/**
 * Measures how much is answered. Imports the engine and the servlet API. Start with
 * {@link io.github.raspspring.behavior.answer.AnswerMeasureFilter}.
 */
@NullMarked
package io.github.raspspring.behavior.answer;

import org.jspecify.annotations.NullMarked;
