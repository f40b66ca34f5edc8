package io.github.raspspring.ownership;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares that the rows of a table belong to whom a column names: requests of anybody
 * else must neither read nor change them (CWE-639). On an entity class, or on a
 * repository or one of its methods for the table of its entity.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.TYPE, ElementType.METHOD })
public @interface Owned {

	/**
	 * Return the column that names the owner.
	 * @return its name in the database
	 */
	String column();

	/**
	 * Return the claim of the verified token that the column has to equal.
	 * @return its name; {@code sub} stands for the name of the subject where there are no
	 * claims
	 */
	String claim() default "sub";

	/**
	 * Return the column that identifies a row.
	 * @return its name in the database
	 */
	String id() default "id";

	/**
	 * Return the table.
	 * @return its name, empty for that of the entity
	 */
	String table() default "";

	/**
	 * Return who may read and change everybody's rows.
	 * @return names of authorities
	 */
	String[] exemptAuthorities() default {};

}
