package io.github.raspspring.carrier.jvm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * All points that are hooked, by the exact name of their class: any other class is left
 * alone after one look into a map. Immutable.
 */
final class HookTable {

	private final Map<String, List<Entry>> types = new HashMap<>();

	HookTable(List<JvmHook> hooks, List<TaskPoint> tasks) {
		for (int i = 0; i < hooks.size(); i++) {
			for (HookPoint point : hooks.get(i).points()) {
				entries(point.type()).add(new Entry(point, i));
			}
		}
		for (TaskPoint task : tasks) {
			entries(task.point().type()).add(new Entry(task.point(), task.entry()));
		}
	}

	/**
	 * Return what is hooked in a class.
	 * @param internalName its name with slashes
	 * @return the entries, or {@code null} if the class is left alone
	 */
	@Nullable List<Entry> of(String internalName) {
		return this.types.get(internalName);
	}

	/**
	 * Tell one table from another, for JVMs in which several versions of the product run.
	 */
	String fingerprint() {
		int hash = 0;
		for (Map.Entry<String, List<Entry>> type : this.types.entrySet()) {
			int ofType = type.getKey().hashCode();
			for (Entry entry : type.getValue()) {
				ofType = 31 * ofType + hash(entry);
			}
			hash += ofType;
		}
		return Integer.toHexString(hash);
	}

	/**
	 * What records have of their own takes the JVM its time when first asked.
	 */
	private static int hash(Entry entry) {
		HookPoint point = entry.point();
		int numbers = 961 * point.first() + 31 * point.second() + entry.hook();
		return 31 * (31 * point.method().hashCode() + point.parameters().hashCode()) + numbers;
	}

	private List<Entry> entries(String type) {
		return this.types.computeIfAbsent(type.replace('.', '/'), (name) -> new ArrayList<>());
	}

	/**
	 * A point and what it leads to.
	 *
	 * @param point the point
	 * @param hook the number of the hook
	 */
	record Entry(HookPoint point, int hook) {

		/** The first parameter is a task that the inspection follows to. */
		static final int TASK = -1;

		/** What is handed over is a task that is remembered until it runs. */
		static final int FORKED = -2;

		/** A task that may be remembered runs from here to the end of the method. */
		static final int RUNNING = -3;

		/** What is handed over is a task for a pool that is remembered until it runs. */
		static final int POOLED = -4;

		/** A thread is started. */
		static final int STARTED = -5;

		/** The method runs tasks that may be remembered. */
		static final int AROUND = -6;

	}

}
