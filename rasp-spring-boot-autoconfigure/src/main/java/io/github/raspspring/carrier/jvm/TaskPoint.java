package io.github.raspspring.carrier.jvm;

/**
 * A method that is handed a task which another thread runs.
 *
 * @param point the method, its first parameter handed over is the task
 */
record TaskPoint(HookPoint point) {

}
