package io.github.raspspring.demo.books;

/**
 * A stored review.
 */
record Review(long id, long bookId, String author, String text) {

}
