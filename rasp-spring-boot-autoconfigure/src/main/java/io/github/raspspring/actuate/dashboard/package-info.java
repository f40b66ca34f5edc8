/**
 * The page on which operators see what the endpoint {@code rasp} tells. Its files are
 * resources of this package. Imports {@code engine}. Start with
 * {@link io.github.raspspring.actuate.dashboard.DashboardSection}.
 */
@NullMarked
package io.github.raspspring.actuate.dashboard;

import org.jspecify.annotations.NullMarked;
