/**
 * Orders of customers, and the staff coupons they must not use. Imports Spring and the
 * SPI of the product. Start with
 * {@link io.github.raspspring.demo.orders.OrderController}, which shows everybody's order
 * to anybody with a token.
 */
@NullMarked
package io.github.raspspring.demo.orders;

import org.jspecify.annotations.NullMarked;
