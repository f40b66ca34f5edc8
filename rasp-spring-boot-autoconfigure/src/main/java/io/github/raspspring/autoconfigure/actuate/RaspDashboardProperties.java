package io.github.raspspring.autoconfigure.actuate;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The page next to the endpoint.
 *
 * @param enabled Whether the endpoint rasp serves its dashboard.
 */
@ConfigurationProperties("rasp.dashboard")
public record RaspDashboardProperties(@DefaultValue("true") boolean enabled) {

}
