/**
 * Whose data it is: object-level authorization, judged where rows are read and written
 * (CWE-639). Imports the engine. Start with
 * {@link io.github.raspspring.ownership.OwnershipRule}.
 */
@NullMarked
package io.github.raspspring.ownership;

import org.jspecify.annotations.NullMarked;
