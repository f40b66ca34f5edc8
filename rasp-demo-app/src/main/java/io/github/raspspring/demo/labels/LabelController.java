package io.github.raspspring.demo.labels;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class LabelController {

	/**
	 * VULNERABLE on purpose (CWE-78): text and printer become part of a shell command.
	 */
	@PostMapping("/api/labels")
	Label print(@Valid @RequestBody LabelRequest label) throws IOException {
		Process process = new ProcessBuilder("sh", "-c", "echo " + label.text() + " to " + label.printer())
			.redirectErrorStream(true)
			.start();
		process.getOutputStream().close();
		return new Label(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
	}

	@ExceptionHandler
	ProblemDetail cannotPrint(IOException ex) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "This can't be printed.");
	}

}
