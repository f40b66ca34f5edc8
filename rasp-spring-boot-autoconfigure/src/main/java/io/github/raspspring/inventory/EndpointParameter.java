package io.github.raspspring.inventory;

/**
 * What a handler takes from the request.
 *
 * @param location where it comes from: path, query, header, cookie, body, multipart,
 * form, or request for the request itself
 * @param name its name there
 * @param type its declared Java type
 */
public record EndpointParameter(String location, String name, String type) {

}
