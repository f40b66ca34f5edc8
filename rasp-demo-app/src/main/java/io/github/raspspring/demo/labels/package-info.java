/**
 * Labels printed through a shell. Imports Spring only. Start with
 * {@link io.github.raspspring.demo.labels.LabelController}, open to command injection.
 */
@NullMarked
package io.github.raspspring.demo.labels;

import org.jspecify.annotations.NullMarked;
