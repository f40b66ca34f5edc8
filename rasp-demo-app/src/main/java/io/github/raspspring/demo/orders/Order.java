package io.github.raspspring.demo.orders;

/**
 * A stored order. Discount, role and status are the shop's to set.
 */
record Order(long id, String customer, long bookId, int quantity, int discount, String role, String status) {

}
