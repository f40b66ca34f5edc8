package io.github.raspspring.demo.books;

import java.util.List;

import jakarta.validation.Valid;

import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@RequestMapping("/api/books")
class BookController {

	private final BookRepository books;

	private final ReviewRepository reviews;

	BookController(BookRepository books, ReviewRepository reviews) {
		this.books = books;
		this.reviews = reviews;
	}

	@GetMapping
	List<Book> search(@RequestParam String title) {
		return this.books.search(title);
	}

	@GetMapping("/{id}")
	Book book(@PathVariable long id) {
		return this.books.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	@PostMapping("/{id}/reviews")
	@ResponseStatus(HttpStatus.CREATED)
	Review review(@PathVariable long id, @Valid @RequestBody ReviewRequest review) {
		return this.reviews.add(book(id).id(), review);
	}

	@ExceptionHandler
	ProblemDetail cannotRun(DataAccessException ex) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "The database can't answer this.");
	}

}
