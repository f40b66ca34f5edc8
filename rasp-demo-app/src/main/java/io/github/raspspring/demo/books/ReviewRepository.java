package io.github.raspspring.demo.books;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

@Repository
class ReviewRepository {

	private final JdbcClient jdbc;

	ReviewRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Review add(long bookId, ReviewRequest review) {
		KeyHolder key = new GeneratedKeyHolder();
		this.jdbc.sql("INSERT INTO reviews (book_id, author, text) VALUES (?, ?, ?)")
			.params(bookId, review.author(), review.text())
			.update(key, "id");
		return this.jdbc.sql("SELECT id, book_id, author, text FROM reviews WHERE id = ?")
			.param(key.getKey())
			.query(Review.class)
			.single();
	}

}
