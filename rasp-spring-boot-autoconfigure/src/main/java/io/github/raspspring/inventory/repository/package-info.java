/**
 * What Spring Data REST exports, for the inventory. Imports inventory and Spring Data
 * REST. Start with {@link io.github.raspspring.inventory.repository.RepositoryEndpoints}.
 */
@NullMarked
package io.github.raspspring.inventory.repository;

import org.jspecify.annotations.NullMarked;
