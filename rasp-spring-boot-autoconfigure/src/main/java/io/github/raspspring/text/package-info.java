/**
 * Characters, encodings, folding, tables of words and traits: how any text is read,
 * whatever the attack. Imports the JDK only. Start with
 * {@link io.github.raspspring.text.Traits}.
 */
@NullMarked
package io.github.raspspring.text;

import org.jspecify.annotations.NullMarked;
