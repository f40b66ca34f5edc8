package io.github.raspspring.demo.books;

import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;

@Repository
class BookRepository {

	private static final RowMapper<Book> BOOK = new DataClassRowMapper<>(Book.class);

	private final JdbcTemplate jdbc;

	BookRepository(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * VULNERABLE on purpose (CWE-89): the title becomes part of the statement.
	 */
	List<Book> search(String title) {
		return this.jdbc.query("SELECT id, title, author, price FROM books WHERE title ILIKE '%" + title + "%'", BOOK);
	}

	Optional<Book> find(long id) {
		return this.jdbc.query("SELECT id, title, author, price FROM books WHERE id = ?", BOOK, id)
			.stream()
			.findFirst();
	}

}
