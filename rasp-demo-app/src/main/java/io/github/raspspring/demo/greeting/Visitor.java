package io.github.raspspring.demo.greeting;

/**
 * Who is greeted.
 */
public record Visitor(String name) {

}
