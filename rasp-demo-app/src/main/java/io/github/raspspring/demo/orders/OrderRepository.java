package io.github.raspspring.demo.orders;

import java.util.Objects;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

@Repository
class OrderRepository {

	private final JdbcClient jdbc;

	OrderRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<Order> find(long id) {
		return this.jdbc.sql("SELECT * FROM orders WHERE id = ?").param(id).query(Order.class).optional();
	}

	Order add(String customer, OrderRequest order, int discount) {
		KeyHolder key = new GeneratedKeyHolder();
		this.jdbc.sql("INSERT INTO orders (customer, book_id, quantity, discount) VALUES (?, ?, ?, ?)")
			.params(customer, order.bookId(), order.quantity(), discount)
			.update(key, "id");
		return find(Objects.requireNonNull(key.getKey()).longValue()).orElseThrow();
	}

}
