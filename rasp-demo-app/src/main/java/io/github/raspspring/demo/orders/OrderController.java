package io.github.raspspring.demo.orders;

import java.security.Principal;

import jakarta.validation.Valid;

import org.springframework.dao.DataIntegrityViolationException;
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
@RequestMapping("/api/orders")
class OrderController {

	private final OrderRepository orders;

	OrderController(OrderRepository orders) {
		this.orders = orders;
	}

	/**
	 * VULNERABLE on purpose (CWE-639): doesn't ask whose order it is. The rule for
	 * orders.customer in application.yml does.
	 */
	@GetMapping("/{id}")
	Order order(@PathVariable long id) {
		return this.orders.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	Order order(@Valid @RequestBody OrderRequest order, @RequestParam(defaultValue = "") String coupon,
			Principal customer) {
		return this.orders.add(customer.getName(), order, Coupon.discountOf(coupon));
	}

	@ExceptionHandler
	ProblemDetail noSuchBook(DataIntegrityViolationException ex) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "There is no such book.");
	}

}
