package io.github.raspspring.ownership.access;

import io.github.raspspring.ownership.Owned;

import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * What a customer has chosen, guarded by an annotation.
 */
@Owned(column = "customer", exemptAuthorities = "backoffice")
@Table("settings")
record Setting(@Id String customer, String theme) {

}
