package io.github.raspspring.inventory;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that a parameter of a handler, or a field of what it takes or answers, holds
 * sensitive data, whatever it is called. The inventory of endpoints shows it and ranks
 * the endpoint higher.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.PARAMETER, ElementType.FIELD, ElementType.METHOD, ElementType.RECORD_COMPONENT,
		ElementType.TYPE })
public @interface Sensitive {

}
