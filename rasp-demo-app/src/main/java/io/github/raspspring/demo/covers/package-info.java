/**
 * Book covers on disk and their import from other hosts. Imports Spring only. Start with
 * {@link io.github.raspspring.demo.covers.CoverController}, open to path traversal and
 * server-side request forgery.
 */
@NullMarked
package io.github.raspspring.demo.covers;

import org.jspecify.annotations.NullMarked;
