package io.github.raspspring.yardstick;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What is measured and for how long.
 *
 * @param security whether Spring Security is on both sides
 * @param startUp whether start-up and memory are measured instead of requests
 * @param varied whether bodies differ from request to request
 * @param noise whether both sides go without the product, which shows how far to trust
 * @param rounds how often each workload is measured on each side
 * @param round how long each time
 * @param warmUp how long each workload runs on each side before
 * @param connections how many connections bring requests
 * @param workloads names of workloads, none for all
 * @param jvmOptions more options of the JVM with the product, such as those of a profiler
 */
record Options(boolean security, boolean startUp, boolean varied, boolean noise, int rounds, Duration round,
		Duration warmUp, int connections, List<String> workloads, List<String> jvmOptions) {

	static Options of(String[] arguments) {
		Map<String, String> given = new HashMap<>();
		for (String argument : arguments) {
			String[] parts = argument.split("=", 2);
			given.put(parts[0], (parts.length > 1) ? parts[1] : "");
		}
		Options options = new Options(given.remove("security") != null, given.remove("start-up") != null,
				given.remove("varied") != null, given.remove("noise") != null,
				Integer.parseInt(given.getOrDefault("rounds", "5")), seconds(given.getOrDefault("seconds", "4")),
				seconds(given.getOrDefault("warm-up", "12")), Integer.parseInt(given.getOrDefault("connections", "8")),
				list(given.get("workloads"), ","), list(given.get("jvm"), " "));
		List.of("rounds", "seconds", "warm-up", "connections", "workloads", "jvm").forEach(given::remove);
		if (!given.isEmpty()) {
			throw new IllegalArgumentException("Unknown: " + given.keySet());
		}
		return options;
	}

	private static Duration seconds(String number) {
		return Duration.ofSeconds(Long.parseLong(number));
	}

	private static List<String> list(@Nullable String joined, String separator) {
		return (joined != null) ? List.of(joined.split(separator)) : List.of();
	}

}
