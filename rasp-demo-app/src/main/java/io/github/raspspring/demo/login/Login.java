package io.github.raspspring.demo.login;

/**
 * The token to send as {@code Authorization: Bearer}.
 */
record Login(String token) {

}
