package io.github.raspspring.demo.books;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * What a reader sends.
 */
record ReviewRequest(@NotBlank @Size(max = 100) String author, @NotBlank @Size(max = 4000) String text) {

}
