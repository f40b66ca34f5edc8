/**
 * What a stolen token opens. Imports Spring only. Start with
 * {@link io.github.raspspring.demo.vault.VaultController}.
 */
@NullMarked
package io.github.raspspring.demo.vault;

import org.jspecify.annotations.NullMarked;
