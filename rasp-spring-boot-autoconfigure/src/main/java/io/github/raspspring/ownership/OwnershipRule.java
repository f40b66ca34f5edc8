package io.github.raspspring.ownership;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.Subject;
import org.jspecify.annotations.Nullable;

/**
 * Says to whom the rows of some tables belong, so that a request reaches only those of
 * its subject. Immutable.
 *
 * @param id its name
 * @param tables names of tables and views, with or without their schema
 * @param column the column that names the owner
 * @param idColumn the column that identifies a row
 * @param claim the claim that the column has to equal; {@code sub} stands for the name of
 * the subject where there are no claims
 * @param exemptAuthorities authorities, any of which may read and change everybody's rows
 * @param routes the requests it holds for
 * @param mode its strictest mode, which can only soften that of the route
 */
public record OwnershipRule(String id, List<String> tables, String column, String idColumn, String claim,
		Set<String> exemptAuthorities, Predicate<Inspection> routes, EnforcementMode mode) {

	/** The name of the source of findings. */
	public static final String SOURCE = "ownership";

	private static final String SUBJECT = "sub";

	public OwnershipRule {
		tables = List.copyOf(tables);
		exemptAuthorities = Set.copyOf(exemptAuthorities);
	}

	/**
	 * Return whether a request has to keep to the rule.
	 * @param inspection the request
	 * @param subject who it is of
	 * @return {@code false} if the rule is off or is about other routes or subjects
	 */
	public boolean holdsFor(Inspection inspection, Subject subject) {
		if (this.mode == EnforcementMode.OFF || inspection.policy().modeOf(SOURCE) == EnforcementMode.OFF) {
			return false;
		}
		return this.routes.test(inspection) && !isExempt(subject);
	}

	private boolean isExempt(Subject subject) {
		if (this.exemptAuthorities.isEmpty()) {
			return false;
		}
		for (String authority : subject.authorities()) {
			if (this.exemptAuthorities.contains(authority)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Return what the subject owns rows by.
	 * @param subject the subject
	 * @return the value of the claim, several for a list, or {@code null} if there is
	 * none
	 */
	public @Nullable Object ownerOf(Subject subject) {
		Object claim = subject.claims().get(this.claim);
		return (claim == null && this.claim.equals(SUBJECT)) ? subject.name() : claim;
	}

	/**
	 * Return whether a row belongs to a subject.
	 * @param owner what {@link #ownerOf} returns
	 * @param value what stands in the column; numbers are compared as such
	 * @param folded whether case and blanks around it don't count
	 * @return {@code true} if it does
	 */
	public static boolean owns(@Nullable Object owner, Object value, boolean folded) {
		if (owner instanceof Collection<?> several) {
			for (Object each : several) {
				if (owns(each, value, folded)) {
					return true;
				}
			}
			return false;
		}
		if (owner == null) {
			return false;
		}
		String expected = owner.toString();
		String actual = value.toString();
		if (folded) {
			return expected.strip().equalsIgnoreCase(actual.strip());
		}
		return expected.equals(actual) || (value instanceof Number && sameNumber(expected, actual));
	}

	/**
	 * Return whether a row whose owner is a number belongs to a subject.
	 * @param owner what {@link #ownerOf} returns
	 * @param value the text of the number; {@code 7} and {@code 7.00} are the same
	 * @return {@code true} if it does
	 */
	public static boolean ownsNumber(@Nullable Object owner, String value) {
		if (owner instanceof Collection<?> several) {
			return several.stream().anyMatch((each) -> ownsNumber(each, value));
		}
		return owner != null && (owner.toString().equals(value) || sameNumber(owner.toString(), value));
	}

	private static boolean sameNumber(String expected, String actual) {
		try {
			return expected.length() < 100 && actual.length() < 100
					&& new BigDecimal(expected).compareTo(new BigDecimal(actual)) == 0;
		}
		catch (NumberFormatException ex) {
			return false;
		}
	}

}
