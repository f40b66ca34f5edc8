package io.github.raspspring.behavior;

import java.util.List;
import java.util.stream.Stream;

/**
 * One route of the API: which part of its paths names objects, and what is usual on it.
 * Thread-safe.
 */
public final class RouteModel {

	private static final int OBJECT = 3;

	private static final int FIRST_BODIES = 16;

	/** A power of two. */
	private static final int BODY_OF = 64;

	private final int number;

	private final String method;

	private final String template;

	/** From the last segment to the first; empty where segments can't be counted. */
	private final boolean[] variables;

	private final boolean hasVariables;

	private final List<LearntLimit> limits;

	private final LearntLimit[] byKind;

	private volatile boolean bodyNamesObjects;

	private int bodies;

	private final HyperLogLog subjects = new HyperLogLog();

	RouteModel(int number, String method, String template, LearningSettings settings) {
		this.number = number;
		this.method = method;
		this.template = template;
		this.variables = variables(template);
		boolean any = false;
		for (boolean variable : this.variables) {
			any |= variable;
		}
		this.hasVariables = any;
		this.limits = Stream.of(LearntLimit.Kind.values()).map((kind) -> new LearntLimit(kind, settings)).toList();
		this.byKind = this.limits.toArray(LearntLimit[]::new);
	}

	private static boolean[] variables(String template) {
		if (template.contains("**") || template.contains("{*")) {
			return new boolean[0];
		}
		String[] segments = template.split("/");
		boolean[] variables = new boolean[segments.length];
		for (int i = 0; i < segments.length; i++) {
			variables[i] = segments[segments.length - 1 - i].indexOf('{') >= 0;
		}
		return variables;
	}

	/**
	 * Return the number of the route.
	 * @return a number, from 0 in the order in which routes were used first
	 */
	public int number() {
		return this.number;
	}

	/**
	 * Return how the route is named.
	 * @return its method and template
	 */
	public String name() {
		return this.method + ' ' + this.template;
	}

	/**
	 * Return whether paths of the route name objects.
	 * @return {@code true} if the template has variables
	 */
	public boolean hasVariables() {
		return this.hasVariables;
	}

	/**
	 * Return whether the route only reads.
	 * @return {@code true} for GET and HEAD
	 */
	public boolean isRead() {
		return this.method.equals("GET");
	}

	/**
	 * Return one of the limits.
	 * @param kind what is limited
	 * @return the limit
	 */
	public LearntLimit limit(LearntLimit.Kind kind) {
		return this.byKind[kind.ordinal()];
	}

	List<LearntLimit> limits() {
		return this.limits;
	}

	/**
	 * Hash what names the object in a path.
	 */
	long object(String path, KeyedHash hash) {
		long id = 0;
		int end = path.length();
		for (boolean variable : this.variables) {
			int start = path.lastIndexOf('/', end - 1) + 1;
			if (variable && end > start) {
				id = hash.of(id, hash.of(OBJECT, path, start, end));
			}
			end = start - 1;
			if (end < 0) {
				break;
			}
		}
		return id;
	}

	/**
	 * Return the number that the last variable of a path is,
	 * {@link ObjectSegments#NO_NUMBER} if it is none.
	 */
	long number(String path) {
		int end = path.length();
		for (boolean variable : this.variables) {
			int start = path.lastIndexOf('/', end - 1) + 1;
			if (variable) {
				return ObjectSegments.number(path, start, end);
			}
			end = start - 1;
			if (end < 0) {
				break;
			}
		}
		return ObjectSegments.NO_NUMBER;
	}

	/**
	 * Tell whether the body of a request is to be looked at for objects: on routes where
	 * bodies name some always, on others of the first ones and of a few later. A body may
	 * have to be read once more for that.
	 */
	boolean isBodyLookedAt() {
		if (isRead()) {
			return false;
		}
		return this.bodyNamesObjects || ++this.bodies <= FIRST_BODIES || (this.bodies & BODY_OF - 1) == 0;
	}

	void bodyNamesObjects() {
		this.bodyNamesObjects = true;
	}

	/**
	 * Note that a subject uses the route.
	 * @param subject hash of its name
	 */
	public synchronized void usedBy(long subject) {
		this.subjects.add(subject);
	}

	/**
	 * Return how many subjects use the route.
	 * @return an estimate
	 */
	public synchronized int users() {
		return this.subjects.estimate();
	}

}
