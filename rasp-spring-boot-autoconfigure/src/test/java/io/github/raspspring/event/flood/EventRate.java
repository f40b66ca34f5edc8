package io.github.raspspring.event.flood;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import io.github.raspspring.event.flood.FloodedShop.Counts;

/**
 * How many events a second an application takes, with requests under way, a webhook that
 * takes a second for each answer and a disk that is full after a while. The same requests
 * are sent before without the flood. Arguments: seconds, size of the disk in bytes.
 */
final class EventRate {

	private EventRate() {
	}

	public static void main(String[] arguments) throws Exception {
		Duration time = Duration.ofSeconds(Long.parseLong(arguments[0]));
		Path folder = Files.createTempDirectory("rate");
		try (FloodedShop shop = new FloodedShop(folder, Long.parseLong(arguments[1]), Duration.ofSeconds(1), 1000)) {
			new Flood(shop).run((count) -> false, within(Duration.ofSeconds(10)));
			Flood calm = new Flood(shop);
			calm.run((count) -> false, within(Duration.ofSeconds(10)));
			tell("before", calm);
			AtomicLong most = new AtomicLong();
			Flood flood = new Flood(shop);
			flood.run(within(time), watching(within(time), most));
			tell("during", flood);
			System.out.printf("events: %d of the flood, %d a second, and %d of refused requests%n", flood.published(),
					flood.published() / time.toSeconds(), flood.refused());
			System.out.printf("memory: %d MB of heap used at most, %d events kept%n", most.get() >> 20, shop.kept());
			for (Counts counts : shop.stop()) {
				System.out.printf("%s: offered %d = delivered %d + dropped %d: %s%n", counts.outlet(), counts.offered(),
						counts.delivered(), counts.dropped(), counts.addUp());
			}
		}
	}

	private static void tell(String when, Flood flood) {
		System.out.printf("requests %s: %d served, median %d us, 99 of 100 within %d us, not as they should be: %s%n",
				when, flood.served(), flood.micros(50), flood.micros(99), flood.harmed());
	}

	private static Flood.More within(Duration time) {
		long end = System.nanoTime() + time.toNanos();
		return Flood.More.until(() -> System.nanoTime() > end);
	}

	private static Flood.More watching(Flood.More more, AtomicLong most) {
		Runtime runtime = Runtime.getRuntime();
		return (count) -> {
			most.accumulateAndGet(runtime.totalMemory() - runtime.freeMemory(), Math::max);
			return more.than(count);
		};
	}

}
