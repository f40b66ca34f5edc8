/**
 * Search, detail and reviews of books. Imports Spring only. Start with
 * {@link io.github.raspspring.demo.books.BookController}, whose search is open to SQL
 * injection.
 */
@NullMarked
package io.github.raspspring.demo.books;

import org.jspecify.annotations.NullMarked;
