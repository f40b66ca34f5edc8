package io.github.raspspring.demo.reports;

/**
 * How many books there are of an author.
 */
record AuthorReport(String author, long books) {

}
