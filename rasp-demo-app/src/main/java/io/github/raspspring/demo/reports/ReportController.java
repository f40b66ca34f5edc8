package io.github.raspspring.demo.reports;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Grew before the shop had a pool, and opens a connection of its own.
 */
@RestController
class ReportController {

	private final JdbcConnectionDetails database;

	ReportController(JdbcConnectionDetails database) {
		this.database = database;
	}

	/**
	 * VULNERABLE on purpose (CWE-89): the author becomes part of a statement that passes
	 * no bean of Spring.
	 */
	@GetMapping("/api/reports")
	List<AuthorReport> report(@RequestParam String author) throws SQLException {
		List<AuthorReport> report = new ArrayList<>();
		try (Connection connection = DriverManager.getConnection(this.database.getJdbcUrl(),
				this.database.getUsername(), this.database.getPassword());
				Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery(
						"SELECT author, COUNT(*) FROM books WHERE author ILIKE '%" + author + "%' GROUP BY author")) {
			while (rows.next()) {
				report.add(new AuthorReport(rows.getString(1), rows.getLong(2)));
			}
		}
		return report;
	}

	@ExceptionHandler
	ProblemDetail noReport(SQLException ex) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "There is no such report.");
	}

}
