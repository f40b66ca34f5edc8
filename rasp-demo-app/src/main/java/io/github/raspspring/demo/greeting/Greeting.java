package io.github.raspspring.demo.greeting;

/**
 * The words for the visitor.
 */
record Greeting(String greeting) {

}
