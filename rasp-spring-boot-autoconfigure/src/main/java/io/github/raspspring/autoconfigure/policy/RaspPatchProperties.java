package io.github.raspspring.autoconfigure.policy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.policy.patch.FileType;
import io.github.raspspring.policy.patch.PatchCondition.Presence;
import io.github.raspspring.policy.patch.ValueType;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Virtual patches: what fields of routes have to be like until the code is fixed.
 *
 * @param patches Virtual patches, all of which apply.
 */
@ConfigurationProperties("rasp")
public record RaspPatchProperties(@DefaultValue List<Patch> patches) {

	/**
	 * One patch. At least one of parameter, header, cookie, path-variable, json-pointer,
	 * graphql-variable and file says which values are meant, and at least one condition
	 * what they have to be like.
	 *
	 * @param id Name of the patch in reports: lower-case letters, digits and hyphens.
	 * @param pattern Path pattern within the application, such as /api/orders/{id}.
	 * @param methods HTTP methods the patch is limited to. All if not set.
	 * @param parameter Name of a parameter of the query, a form or a multipart body.
	 * @param header Name of a header.
	 * @param cookie Name of a cookie.
	 * @param pathVariable Name of a variable of the pattern of the handler.
	 * @param jsonPointer Pointer to a field of a JSON body, such as
	 * /items/&#42;/quantity, where an asterisk is every element. Means the element of
	 * that name in XML.
	 * @param graphqlVariable Name of a variable or an argument of a GraphQL request, with
	 * the way into it, such as input.items.&#42;.quantity. An asterisk in front is any
	 * variable.
	 * @param file Name of the part of a multipart body that is a file.
	 * @param type Kind of text the value has to be: integer, number, boolean, uuid, date,
	 * date-time or alphanumeric. An empty value is none.
	 * @param min Smallest number.
	 * @param max Largest number.
	 * @param minLength Fewest characters.
	 * @param maxLength Most characters.
	 * @param values Only values there may be.
	 * @param valuePattern Regular expression for the whole value, without references and
	 * looking around.
	 * @param forbiddenPattern Regular expression that no part of the value may match,
	 * however often it is encoded.
	 * @param presence Whether a value is optional, required or forbidden.
	 * @param minSize Fewest values of that name. A value with commas is several then.
	 * @param maxSize Most values of that name. A value with commas is several then.
	 * @param fileTypes What a file may be by its content: png, jpeg, gif, webp, pdf, zip,
	 * gzip, text or markup.
	 * @param mode How far the patch may go. Can only soften the mode of the route.
	 * @param reference What the patch stands in for, such as the number of a CVE or a
	 * ticket.
	 * @param expires Date such as 2026-12-31, or time such as 2026-12-31T12:00:00Z,
	 * behind which the patch reports itself as overdue. It is enforced all the same.
	 */
	public record Patch(@Nullable String id, @Nullable String pattern, @DefaultValue Set<String> methods,
			@Nullable String parameter, @Nullable String header, @Nullable String cookie, @Nullable String pathVariable,
			@Nullable String jsonPointer, @Nullable String graphqlVariable, @Nullable String file,
			@Nullable ValueType type, @Nullable BigDecimal min, @Nullable BigDecimal max, @Nullable Integer minLength,
			@Nullable Integer maxLength, @DefaultValue Set<String> values, @Nullable String valuePattern,
			@Nullable String forbiddenPattern, @DefaultValue("optional") Presence presence, @Nullable Integer minSize,
			@Nullable Integer maxSize, @DefaultValue Set<FileType> fileTypes,
			@DefaultValue("block") EnforcementMode mode, @DefaultValue("") String reference, @Nullable String expires) {

	}

}
