package io.github.raspspring.ratelimit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Puts the handlers of a controller under plans that are configured by name. A plan
 * without patterns and methods of its own then counts the annotated handlers only.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.TYPE, ElementType.METHOD })
public @interface RateLimited {

	/**
	 * Return the names of the plans.
	 * @return names under {@code rasp.rate-limit.plans}
	 */
	String[] value();

}
