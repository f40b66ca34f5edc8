package io.github.raspspring.engine.pipeline;

import io.github.raspspring.engine.ClientIdentity;

/**
 * What is known of a request before anything is judged.
 *
 * @param method the HTTP method
 * @param path the path within the application, as sent: encoded, parameters included
 * @param client who sends it
 * @param credentialsPresented whether it brings credentials of its own, verified or not
 */
public record RequestFacts(String method, String path, ClientIdentity client, boolean credentialsPresented) {

}
