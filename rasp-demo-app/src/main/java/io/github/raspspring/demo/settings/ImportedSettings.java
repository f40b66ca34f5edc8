package io.github.raspspring.demo.settings;

/**
 * What was read.
 */
record ImportedSettings(String settings) {

}
