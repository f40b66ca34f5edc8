package io.github.raspspring.demo.labels;

/**
 * What the printer command said.
 */
record Label(String output) {

}
