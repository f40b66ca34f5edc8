package io.github.raspspring.autoconfigure.inspect;

import io.github.raspspring.attack.http.GraphQlIntrospection;
import io.github.raspspring.attack.http.GraphQlLimits;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * How much one GraphQL request may ask for.
 *
 * @param maxDepth Levels of nested selections, fragments counted in.
 * @param maxAliases Number of aliases in a document.
 * @param maxRepetitions Number of occurrences of one field in a document.
 * @param maxDirectives Number of directives in a document.
 * @param maxBatch Number of operations in one request.
 * @param introspection What to do about documents that ask for the schema: allow them,
 * watch them, or deny them.
 * @param introspectionAuthority Authority whose holders may ask for the schema, whatever
 * is to be done about others.
 */
@ConfigurationProperties("rasp.detectors.graphql-limits")
public record RaspGraphQlLimitsProperties(@DefaultValue("12") int maxDepth, @DefaultValue("30") int maxAliases,
		@DefaultValue("100") int maxRepetitions, @DefaultValue("20") int maxDirectives,
		@DefaultValue("10") int maxBatch, @DefaultValue("watch") GraphQlIntrospection introspection,
		@Nullable String introspectionAuthority) {

	public RaspGraphQlLimitsProperties {
		check("max-depth", maxDepth);
		check("max-aliases", maxAliases);
		check("max-repetitions", maxRepetitions);
		check("max-directives", maxDirectives);
		check("max-batch", maxBatch);
	}

	GraphQlLimits limits() {
		return new GraphQlLimits(this.maxDepth, this.maxAliases, this.maxRepetitions, this.maxDirectives, this.maxBatch,
				this.introspection);
	}

	private static void check(String name, int value) {
		if (value < 1) {
			throw new InvalidConfigurationPropertyValueException("rasp.detectors.graphql-limits." + name, value,
					"Set it to 1 or more, or switch the detector off with rasp.detectors.graphql-limits.enabled.");
		}
	}

}
