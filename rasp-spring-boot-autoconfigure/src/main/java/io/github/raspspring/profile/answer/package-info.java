/**
 * What leaves: secrets, traces of failures and more data than usual in answers, and what
 * is left out of them by name. Imports the engine, engine.pipeline, and profile. Start
 * with {@link io.github.raspspring.profile.answer.AnswerFilter}.
 */
@NullMarked
package io.github.raspspring.profile.answer;

import org.jspecify.annotations.NullMarked;
