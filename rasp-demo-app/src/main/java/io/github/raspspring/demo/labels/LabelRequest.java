package io.github.raspspring.demo.labels;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * What to print where.
 */
record LabelRequest(@NotBlank @Size(max = 200) String printer, @NotBlank @Size(max = 200) String text) {

}
