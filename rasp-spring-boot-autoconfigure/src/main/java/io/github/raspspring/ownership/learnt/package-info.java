/**
 * Learns without configuration who reads which object and who uses which function
 * (CWE-639, CWE-285). Imports the engine and Caffeine. Start with
 * {@link io.github.raspspring.ownership.learnt.LearntOwnershipDetector}.
 */
@NullMarked
package io.github.raspspring.ownership.learnt;

import org.jspecify.annotations.NullMarked;
