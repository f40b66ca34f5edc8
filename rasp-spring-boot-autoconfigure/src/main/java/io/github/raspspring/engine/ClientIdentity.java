package io.github.raspspring.engine;

/**
 * Who sends the request, as far as the network tells.
 *
 * @param address the address of the client behind trusted proxies, in canonical text form
 */
public record ClientIdentity(String address) {

}
