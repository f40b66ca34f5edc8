package io.github.raspspring.autoconfigure.web;

/**
 * Where the inspection filter stands among the servlet filters.
 *
 * @param value the order
 */
public record RaspFilterOrder(int value) {

}
