package io.github.raspspring.profile.sealed;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a text of a request that the application has issued by {@link SignedValues}: a
 * property of a body, a property of a form object or a parameter of a handler. Whatever
 * was not issued under the same name for the same subject, or has expired, is reported,
 * and refused in mode block (CWE-345, CWE-472).
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT })
public @interface Signed {

	/**
	 * Return the name under which the value was issued.
	 * @return the name, the same as was given to {@link SignedValues#sign}
	 */
	String value();

}
