/**
 * The patterns of use that are looked for, one rule per file. Imports behavior, the
 * engine and path patterns of Spring. Start with
 * {@link io.github.raspspring.behavior.rule.ObjectEnumerationRule}.
 */
@NullMarked
package io.github.raspspring.behavior.rule;

import org.jspecify.annotations.NullMarked;
