package io.github.raspspring.profile.learnt;

import java.util.function.BiConsumer;

import io.github.raspspring.engine.ClientScores;
import io.github.raspspring.engine.FindingReporter;

/**
 * What profiles are connected with.
 *
 * @param reporter takes what deviates
 * @param scores tells how far clients are trusted
 * @param drift told of the endpoint and the parameter where so many deviate that it is
 * the application that has changed
 * @param progress told when an endpoint is known better
 */
public record ProfilePorts(FindingReporter reporter, ClientScores scores, BiConsumer<String, String> drift,
		ProfileProgress progress) {

}
