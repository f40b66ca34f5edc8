package io.github.raspspring.carrier.jvm;

/**
 * A method that is handed a task which another thread runs.
 *
 * @param point the method; what it hands over first is the task, second the executor
 * where the task is not made anew
 */
record TaskPoint(HookPoint point) {

}
