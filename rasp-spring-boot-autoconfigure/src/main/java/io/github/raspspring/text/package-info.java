/**
 * Decoders, canonical views and lexers: how text is read. Imports the JDK only. Start
 * with {@link io.github.raspspring.text.Traits}.
 */
@NullMarked
package io.github.raspspring.text;

import org.jspecify.annotations.NullMarked;
