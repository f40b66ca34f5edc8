package io.github.raspspring.demo;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MultipartException;

/**
 * Answers requests that Spring MVC itself would count as a failure of the server.
 */
@RestControllerAdvice
class BadRequestAdvice {

	@ExceptionHandler
	ProblemDetail malformedMultipart(MultipartException ex) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "The multipart body can't be read.");
	}

}
