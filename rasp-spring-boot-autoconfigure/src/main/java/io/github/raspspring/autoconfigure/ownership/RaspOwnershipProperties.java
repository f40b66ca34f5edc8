package io.github.raspspring.autoconfigure.ownership;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import io.github.raspspring.engine.EnforcementMode;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose data it is: which rows belong to whom, judged where they are read and written.
 *
 * @param enabled Whether it is judged whose rows requests read and write.
 * @param annotations Whether classes of the application are searched for the annotation
 * Owned at the start.
 * @param unrestrictedStatements Strictest mode for statements that nothing restricts to
 * the rows of the subject, unless their rows tell whose they are.
 * @param rules Rules that say to whom the rows of tables belong.
 * @param learnt How objects of others are noticed without rules.
 * @param functions How functions of others are noticed without rules.
 */
@ConfigurationProperties("rasp.ownership")
public record RaspOwnershipProperties(@DefaultValue("true") boolean enabled, @DefaultValue("true") boolean annotations,
		@DefaultValue("monitor") EnforcementMode unrestrictedStatements, @DefaultValue List<Rule> rules,
		@DefaultValue Learnt learnt, @DefaultValue Functions functions) {

	/**
	 * Whose rows those of some tables are.
	 *
	 * @param id Name of the rule in events; that of the first table if not set.
	 * @param tables Tables and views, with or without their schema.
	 * @param column Column that names the owner of a row.
	 * @param idColumn Column that identifies a row, by which a request may change what it
	 * has read.
	 * @param claim Claim of the verified token that the column has to equal, any of it
	 * for a list; sub stands for the name of the subject where there are no claims.
	 * @param exemptAuthorities Authorities, any of which may read and change the rows of
	 * everybody.
	 * @param routes Path patterns of the requests it holds for, such as /api/**; all if
	 * empty.
	 * @param mode Strictest mode of the rule, which can only soften that of the route.
	 */
	public record Rule(@Nullable String id, @DefaultValue List<String> tables, @Nullable String column,
			@DefaultValue("id") String idColumn, @DefaultValue("sub") String claim,
			@DefaultValue Set<String> exemptAuthorities, @DefaultValue List<String> routes,
			@DefaultValue("block") EnforcementMode mode) {

	}

	/**
	 * How objects of others are noticed without rules.
	 *
	 * @param mode Strictest mode of what is learnt; off learns nothing.
	 * @param maxObjects Most objects that are remembered, about 20 bytes each.
	 * @param foreignObjects Objects that belong to one other subject each, from which on
	 * reading them is taken for enumeration.
	 * @param owners Subjects to whom those objects have to belong, at least.
	 * @param window Time in which those objects have to be read.
	 */
	public record Learnt(@DefaultValue("monitor") EnforcementMode mode, @DefaultValue("200000") int maxObjects,
			@DefaultValue("12") int foreignObjects, @DefaultValue("4") int owners,
			@DefaultValue("7d") Duration window) {

	}

	/**
	 * How functions of others are noticed without rules.
	 *
	 * @param mode Strictest mode of what is learnt of who uses which route; off learns
	 * nothing.
	 * @param uses Uses of a route by subjects of other authorities before it is known
	 * whose function it is.
	 */
	public record Functions(@DefaultValue("monitor") EnforcementMode mode, @DefaultValue("20") int uses) {

	}

}
