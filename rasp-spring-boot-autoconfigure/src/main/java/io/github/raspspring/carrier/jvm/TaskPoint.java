package io.github.raspspring.carrier.jvm;

/**
 * A method that is handed a task which another thread runs.
 *
 * @param point the method; what it hands over first is the task, second the executor
 * where the task is not made anew
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

	/** Such a task runs. */
	static TaskPoint running(HookPoint point) {
		return new TaskPoint(point, HookTable.Entry.RUNNING);
	}

}
