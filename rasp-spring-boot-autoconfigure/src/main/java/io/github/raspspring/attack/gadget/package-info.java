/**
 * Chains of objects and evaluations that end in execution (CWE-502, CWE-917), recognized
 * by the path of calls that leads there, whatever the input looked like. Imports sink and
 * the engine. Start with {@link io.github.raspspring.attack.gadget.CallPathJudge}.
 */
@NullMarked
package io.github.raspspring.attack.gadget;

import org.jspecify.annotations.NullMarked;
