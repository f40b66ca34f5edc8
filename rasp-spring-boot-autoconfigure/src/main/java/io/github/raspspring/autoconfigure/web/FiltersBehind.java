package io.github.raspspring.autoconfigure.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.github.raspspring.web.InspectionFilter;
import io.github.raspspring.web.answer.OwnFilters;
import io.github.raspspring.web.answer.SecurityHeaders;
import io.github.raspspring.web.answer.WalkedFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.web.servlet.AbstractFilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.boot.web.servlet.ServletContextInitializerBeans;

/**
 * Finds the filters behind the one that inspects, in the order in which Spring Boot has
 * registered them: those that a request which is refused there does not reach.
 */
final class FiltersBehind {

	/** The name by which Spring Boot registers Spring Security. */
	private static final String SECURITY = "springSecurityFilterChain";

	private FiltersBehind() {
	}

	/**
	 * Find them.
	 * @param beans the application
	 * @param ofApplication whether those of the application are wanted
	 */
	static List<WalkedFilter> in(ListableBeanFactory beans, boolean ofApplication) {
		List<AbstractFilterRegistrationBean<?>> registrations = registrations(beans);
		SecurityHeaders security = registrations.stream()
			.map(AbstractFilterRegistrationBean::getFilter)
			.filter(SecurityHeaders.class::isInstance)
			.map(SecurityHeaders.class::cast)
			.findFirst()
			.orElse(null);
		List<WalkedFilter> filters = new ArrayList<>();
		List<WalkedFilter> ofServlets = new ArrayList<>();
		boolean behind = false;
		for (AbstractFilterRegistrationBean<?> registration : registrations) {
			if (SECURITY.equals(registration.getFilterName())) {
				if (security != null && registration.isEnabled()) {
					filters.add(new WalkedFilter(security, List.of(), Set.of()));
				}
				continue;
			}
			Filter filter = registration.getFilter();
			if (filter == null) {
				continue;
			}
			if (ofApplication && isReached(registration) && !OwnFilters.contain(filter)) {
				WalkedFilter walked = new WalkedFilter(filter, registration.getUrlPatterns(), servlets(registration));
				// The container lets those of servlets follow all others.
				if (walked.patterns().isEmpty() && !walked.servlets().isEmpty()) {
					ofServlets.add(walked);
				}
				else if (behind) {
					filters.add(walked);
				}
			}
			behind |= filter instanceof InspectionFilter;
		}
		filters.addAll(ofServlets);
		return List.copyOf(filters);
	}

	private static Set<String> servlets(AbstractFilterRegistrationBean<?> registration) {
		Set<String> names = new HashSet<>(registration.getServletNames());
		registration.getServletRegistrationBeans().forEach((servlet) -> names.add(servlet.getServletName()));
		return names;
	}

	private static List<AbstractFilterRegistrationBean<?>> registrations(ListableBeanFactory beans) {
		List<AbstractFilterRegistrationBean<?>> registrations = new ArrayList<>();
		for (ServletContextInitializer initializer : new ServletContextInitializerBeans(beans)) {
			if (initializer instanceof AbstractFilterRegistrationBean<?> registration) {
				registrations.add(registration);
			}
		}
		return registrations;
	}

	private static boolean isReached(AbstractFilterRegistrationBean<?> registration) {
		return registration.isEnabled() && registration.determineDispatcherTypes().contains(DispatcherType.REQUEST);
	}

}
