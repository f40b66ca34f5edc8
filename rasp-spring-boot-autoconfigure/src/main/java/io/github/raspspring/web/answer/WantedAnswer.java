package io.github.raspspring.web.answer;

import java.util.Collections;
import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * Tells whether somebody wants a page or something for a program to read (RFC 9110,
 * section 12.5.1). A page needs to be named: {@code *}{@code /*} is what programs send.
 */
final class WantedAnswer {

	private static final int LONGEST = 1_024;

	private static final List<MediaType> PAGES = List.of(MediaType.TEXT_HTML, MediaType.APPLICATION_XHTML_XML);

	private static final List<MediaType> PROBLEMS = List.of(MediaType.APPLICATION_PROBLEM_JSON,
			MediaType.APPLICATION_JSON);

	private static final List<MediaType> ANYTHING = List.of(MediaType.ALL, MediaType.valueOf("application/*"));

	private WantedAnswer() {
	}

	static boolean isPage(HttpServletRequest request) {
		String mode = request.getHeader("Sec-Fetch-Mode");
		if ((mode != null && !mode.equals("navigate")) || request.getHeader("X-Requested-With") != null) {
			return false;
		}
		String accept = String.join(",", Collections.list(request.getHeaders("Accept")));
		if (accept.length() > LONGEST || !accept.toLowerCase(Locale.ROOT).contains("html")) {
			return false;
		}
		try {
			return isPage(MediaType.parseMediaTypes(accept));
		}
		catch (InvalidMediaTypeException ex) {
			return false;
		}
	}

	/**
	 * Where both are wanted alike, a page is sent if only a wildcard stands for JSON.
	 */
	private static boolean isPage(List<MediaType> accepted) {
		double page = quality(accepted, PAGES);
		if (accepted.stream().anyMatch((type) -> isOneOf(type, PROBLEMS))) {
			return page > quality(accepted, PROBLEMS);
		}
		return page > 0 && page >= quality(accepted, ANYTHING);
	}

	private static double quality(List<MediaType> accepted, List<MediaType> offered) {
		return accepted.stream()
			.filter((type) -> isOneOf(type, offered))
			.mapToDouble(MediaType::getQualityValue)
			.max()
			.orElse(0);
	}

	private static boolean isOneOf(MediaType type, List<MediaType> offered) {
		return offered.stream().anyMatch(type::equalsTypeAndSubtype);
	}

}
