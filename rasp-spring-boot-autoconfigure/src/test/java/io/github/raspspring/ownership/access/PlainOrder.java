package io.github.raspspring.ownership.access;

import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * An order as Spring Data JDBC knows it.
 */
@Table("orders")
record PlainOrder(@Id Long id, String customer, Long bookId, int quantity, String status) {

}
