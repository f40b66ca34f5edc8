package io.github.raspspring.demo.covers;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Where to fetch a cover from.
 */
record ImportRequest(@NotBlank @Size(max = 2000) String url) {

}
