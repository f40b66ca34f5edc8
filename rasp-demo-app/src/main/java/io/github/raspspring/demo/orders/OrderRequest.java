package io.github.raspspring.demo.orders;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * What a customer may say of an order.
 */
record OrderRequest(@Min(1) long bookId, @Min(1) @Max(100) int quantity) {

}
