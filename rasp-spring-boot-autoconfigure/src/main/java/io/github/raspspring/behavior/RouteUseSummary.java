package io.github.raspspring.behavior;

/**
 * How one client used one route before a request.
 *
 * @param requests requests within the window
 * @param kilobytes kilobytes that were answered within the window
 * @param objects different objects within the window
 * @param objectsOfDay different objects of today, 0 as long as there are few
 * @param search how much those of the window look like a search: 0 for not at all, 1 if
 * most were denied or most went step by step, 2 if both
 * @param searchOfDay the same for those of today
 */
public record RouteUseSummary(int requests, int kilobytes, int objects, int objectsOfDay, int search, int searchOfDay) {

	static final RouteUseSummary NONE = new RouteUseSummary(0, 0, 0, 0, 0, 0);

}
