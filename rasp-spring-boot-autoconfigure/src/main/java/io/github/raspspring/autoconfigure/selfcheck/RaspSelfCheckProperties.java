package io.github.raspspring.autoconfigure.selfcheck;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether the product tries itself when the application starts.
 *
 * @param enabled Whether one harmless attack of each class is judged at the start, under
 * each policy, and what would be missed is told as a gap.
 */
@ConfigurationProperties("rasp.self-check")
public record RaspSelfCheckProperties(@DefaultValue("false") boolean enabled) {

}
