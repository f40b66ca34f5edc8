package io.github.raspspring.benchmark;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;

import com.sun.management.ThreadMXBean;

/**
 * Prints what bodies take of the processor and of the heap, a line per kind: microseconds
 * and bytes per kilobyte, the least of some rounds. Arguments choose kinds.
 */
final class BodyCost {

	private static final int[] KILOBYTES = { 1, 10, 64, 1024 };

	private static final int VARIETY = 4 * 1024 * 1024;

	private static final int ROUNDS = 8;

	private static final long ROUND = 80_000_000;

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private BodyCost() {
	}

	/**
	 * Print a line per kind.
	 * @param arguments names of kinds, all if there are none
	 */
	public static void main(String[] arguments) {
		System.out.println("kind | texts | us and bytes per KB, at 1, 10, 64 and 1024 KB");
		List<String> chosen = List.of(arguments);
		for (GrowthBodies kind : GrowthBodies.values()) {
			if (chosen.isEmpty() || chosen.contains(kind.name())) {
				print(kind, "repeated", 1);
				print(kind, "varied", VARIETY);
			}
		}
	}

	private static void print(GrowthBodies kind, String texts, int variety) {
		StringBuilder line = new StringBuilder(kind.name().toLowerCase(Locale.ROOT)).append(" | ").append(texts);
		for (int kilobytes : KILOBYTES) {
			byte[][] bodies = new byte[Math.max(1, variety / 1024 / kilobytes)][];
			for (int i = 0; i < bodies.length; i++) {
				bodies[i] = kind.body(1024 * kilobytes, i);
			}
			line.append(perKilobyte(bodies));
		}
		System.out.println(line);
	}

	private static String perKilobyte(byte[][] bodies) {
		JudgedBodies judged = new JudgedBodies();
		double least = Double.MAX_VALUE;
		double allocated = 0;
		for (int round = 0; round < ROUNDS; round++) {
			long start = THREADS.getCurrentThreadCpuTime();
			long before = THREADS.getCurrentThreadAllocatedBytes();
			long now = start;
			long bytes = 0;
			for (int i = 0; now - start < ROUND; i = (i + 1) % bodies.length) {
				judged.judge(bodies[i]);
				bytes += bodies[i].length;
				now = THREADS.getCurrentThreadCpuTime();
			}
			least = Math.min(least, 1.024 * (now - start) / bytes);
			allocated = 1024.0 * (THREADS.getCurrentThreadAllocatedBytes() - before) / bytes;
		}
		return String.format(Locale.ROOT, " | %.2f us %.0f B", least, allocated);
	}

}
