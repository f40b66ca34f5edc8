/**
 * A bookshop API with an attack lab: vulnerable on purpose, so that the product has
 * something to defend. Imports Spring, and of the product the SPI only. Start with
 * {@link io.github.raspspring.demo.BookshopApplication}.
 */
@NullMarked
package io.github.raspspring.demo;

import org.jspecify.annotations.NullMarked;
