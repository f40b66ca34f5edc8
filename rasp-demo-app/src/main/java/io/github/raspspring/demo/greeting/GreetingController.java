package io.github.raspspring.demo.greeting;

import org.springframework.expression.ExpressionParser;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class GreetingController {

	private final ExpressionParser parser = new SpelExpressionParser();

	/**
	 * VULNERABLE on purpose (CWE-917): the whole parameter is evaluated.
	 */
	@GetMapping("/api/greeting")
	Greeting greet(@RequestParam String template) {
		Object value = this.parser.parseExpression(template).getValue(new Visitor("dear reader"));
		return new Greeting("Hello " + value);
	}

	@ExceptionHandler({ RuntimeException.class, StackOverflowError.class })
	ProblemDetail noTemplate() {
		return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "This is no template.");
	}

}
