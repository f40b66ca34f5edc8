package io.github.raspspring.web.answer;

import io.github.raspspring.web.RefusalWriter.Body;
import io.github.raspspring.web.RefusalWriter.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Extension point: makes the body of the answer to a refused request. Declare a bean to
 * answer in the application's own words; the status and headers are set all the same.
 * Called by many threads at once. One that throws is passed over.
 */
@FunctionalInterface
public interface RefusalRenderer {

	/**
	 * Make the body.
	 * @param refusal what may be told to the client
	 * @param request the request. Its parameters are not to be asked for: that would read
	 * its body. What it says is the text of an attacker
	 * @return the body, or {@code null} to leave it to the next one
	 */
	@Nullable Body render(Refusal refusal, HttpServletRequest request);

}
