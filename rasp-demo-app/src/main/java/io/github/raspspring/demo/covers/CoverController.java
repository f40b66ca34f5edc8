package io.github.raspspring.demo.covers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;

import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClientException;

@RestController
@RequestMapping("/api/covers")
class CoverController {

	private final CoverFolder folder;

	private final CoverImporter importer;

	CoverController(CoverFolder folder, CoverImporter importer) {
		this.folder = folder;
		this.importer = importer;
	}

	@GetMapping(produces = MediaType.TEXT_PLAIN_VALUE)
	String cover(@RequestParam String file) throws IOException {
		return new String(this.folder.read(file), StandardCharsets.UTF_8);
	}

	@PostMapping("/import")
	ImportedCover fetch(@Valid @RequestBody ImportRequest request) {
		return new ImportedCover(request.url(), this.importer.fetch(request.url()));
	}

	@ExceptionHandler
	ProblemDetail noSuchCover(IOException ex) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "There is no such cover.");
	}

	@ExceptionHandler
	ProblemDetail noFileName(InvalidPathException ex) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "This is no file name.");
	}

	@ExceptionHandler
	ProblemDetail noUrl(IllegalArgumentException ex) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "This is no URL of a cover.");
	}

	@ExceptionHandler
	ProblemDetail noAnswer(RestClientException ex) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_GATEWAY, "The host of the cover doesn't answer.");
	}

}
