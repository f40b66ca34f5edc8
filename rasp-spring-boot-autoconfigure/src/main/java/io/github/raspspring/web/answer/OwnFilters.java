package io.github.raspspring.web.answer;

import jakarta.servlet.Filter;

/**
 * Tells the filters of this library apart from those of the application.
 */
public final class OwnFilters {

	private OwnFilters() {
	}

	/**
	 * Return whether a filter is one of this library: it writes no headers of the
	 * application.
	 * @param filter the filter
	 * @return whether it is
	 */
	public static boolean contain(Filter filter) {
		Class<?> type = filter.getClass();
		return type.getName().startsWith("io.github.raspspring.")
				&& type.getProtectionDomain().equals(OwnFilters.class.getProtectionDomain());
	}

}
