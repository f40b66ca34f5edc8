package io.github.raspspring.carrier.jvm;

/**
 * A method that is handed a task which another thread runs.
 *
 * @param point the method; what it hands over first is the task, second the pool where
 * the task is not made anew
 * @param entry what is done there, by the numbers of {@link HookTable.Entry}
 */
record TaskPoint(HookPoint point, int entry) {

	/** The task can be replaced by one that carries the inspection along. */
	static TaskPoint carried(HookPoint point) {
		return new TaskPoint(point, HookTable.Entry.TASK);
	}

	/** The task is one of its own kind, handed to others. */
	static TaskPoint forked(HookPoint point) {
		return new TaskPoint(point, HookTable.Entry.FORKED);
	}

	/** The task is handed to a pool that may expect its own kind. */
	static TaskPoint pooled(HookPoint point) {
		return new TaskPoint(point, HookTable.Entry.POOLED);
	}

	/** A thread starts. */
	static TaskPoint started(HookPoint point) {
		return new TaskPoint(point, HookTable.Entry.STARTED);
	}

	/** The method runs such tasks. */
	static TaskPoint around(HookPoint point) {
		return new TaskPoint(point, HookTable.Entry.AROUND);
	}

	/** Such a task runs. */
	static TaskPoint running(HookPoint point) {
		return new TaskPoint(point, HookTable.Entry.RUNNING);
	}

}
