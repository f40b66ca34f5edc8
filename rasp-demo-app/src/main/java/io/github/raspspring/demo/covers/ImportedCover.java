package io.github.raspspring.demo.covers;

import org.jspecify.annotations.Nullable;

/**
 * What was fetched.
 */
record ImportedCover(String url, @Nullable String content) {

}
