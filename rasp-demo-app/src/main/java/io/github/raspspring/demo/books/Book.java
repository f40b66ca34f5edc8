package io.github.raspspring.demo.books;

import java.math.BigDecimal;

/**
 * A book of the catalog.
 */
record Book(long id, String title, String author, BigDecimal price) {

}
