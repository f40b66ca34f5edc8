package io.github.raspspring.demo.login;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Who wants in.
 */
record LoginRequest(@NotNull @Size(max = 100) String user, @NotNull @Size(max = 100) String password) {

}
