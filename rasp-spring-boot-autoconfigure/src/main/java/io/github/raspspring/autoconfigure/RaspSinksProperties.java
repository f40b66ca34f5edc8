package io.github.raspspring.autoconfigure;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How calls are judged right before they are executed.
 *
 * @param enabled Whether calls are judged before execution. Single sinks are switched by
 * rasp.detectors, for example rasp.detectors.sql-sink.enabled.
 */
@ConfigurationProperties("rasp.sinks")
public record RaspSinksProperties(@DefaultValue("true") boolean enabled) {

}
