package io.github.raspspring.event.audit;

/**
 * How much of the audit file is kept.
 *
 * @param fileSize length in bytes from which another file is started
 * @param files how many files are kept, the one that is written included, at least one
 */
public record AuditLimits(long fileSize, int files) {

}
