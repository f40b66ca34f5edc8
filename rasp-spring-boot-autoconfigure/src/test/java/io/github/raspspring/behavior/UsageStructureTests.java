package io.github.raspspring.behavior;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

import io.github.raspspring.behavior.LearntLimit.Kind;
import io.github.raspspring.behavior.LearntLimit.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class UsageStructureTests {

	private static final long NOW = 1_900_000_000_000L;

	private static final long MINUTE = 60_000;

	private static final long HOUR = 60 * MINUTE;

	private final SplittableRandom random = new SplittableRandom(17);

	@TempDir
	private Path folder;

	@Test
	void windowForgetsWhatIsLongerAgoThanItsLength() {
		long start = NOW - Math.floorMod(NOW, MINUTE);
		long count = 0;
		for (int i = 0; i < 60; i++) {
			count = WindowCount.add(count, start + 1000L * i, MINUTE, 1);
		}
		assertThat(WindowCount.estimate(count, start + MINUTE - 1, MINUTE)).isEqualTo(60);
		assertThat(WindowCount.estimate(count, start + MINUTE + MINUTE / 2, MINUTE)).isEqualTo(30);
		assertThat(WindowCount.estimate(count, start + 2 * MINUTE, MINUTE)).isZero();
	}

	@Test
	void windowNeitherOverflowsNorFallsForASetBackClock() {
		long count = WindowCount.add(0, NOW, MINUTE, Integer.MAX_VALUE);
		count = WindowCount.add(count, NOW, MINUTE, Integer.MAX_VALUE);
		assertThat(WindowCount.estimate(count, NOW, MINUTE)).isEqualTo(WindowCount.MOST);
		assertThat(WindowCount.estimate(count, NOW - 10 * MINUTE, MINUTE)).isEqualTo(WindowCount.MOST);
	}

	@ParameterizedTest
	@CsvSource({ "1, 1, 1", "10, 8, 12", "50, 42, 58", "100, 82, 118", "200, 150, 250" })
	void distinctWindowEstimatesHowMany(int things, int least, int most) {
		DistinctWindow seen = new DistinctWindow();
		for (int i = 0; i < things; i++) {
			long hash = this.random.nextLong();
			for (int repeat = 0; repeat < 5; repeat++) {
				seen.add(hash, NOW, MINUTE);
			}
		}
		assertThat(seen.estimate(NOW, MINUTE)).isBetween(least, most);
		assertThat(seen.estimate(NOW + 2 * MINUTE, MINUTE)).isZero();
	}

	@ParameterizedTest
	@ValueSource(ints = { 10, 100, 1000, 100_000 })
	void hyperLogLogEstimatesHowMany(int things) {
		HyperLogLog seen = new HyperLogLog();
		for (int i = 0; i < things; i++) {
			long hash = this.random.nextLong();
			seen.add(hash);
			seen.add(hash);
		}
		assertThat(seen.estimate()).isBetween((int) (0.8 * things), (int) (1.2 * things) + 1);
	}

	@ParameterizedTest
	@ValueSource(longs = { 0, 1, 7, 8, 9, 100, 1023, 1024, 123_456_789L })
	void bucketOfHistogramIsNearItsValue(long value) {
		long highest = LogHistogram.highest(LogHistogram.bucket(value));
		assertThat(highest).isBetween(value, (long) (1.13 * value) + 1);
	}

	@Test
	void histogramTellsPercentilesAndTrims() {
		LogHistogram histogram = new LogHistogram();
		for (int i = 0; i < 1000; i++) {
			histogram.add(LogHistogram.bucket(20));
		}
		for (int i = 0; i < 3; i++) {
			histogram.add(LogHistogram.bucket(100_000));
		}
		assertThat(histogram.percentile(0.99, 0)).isBetween(20L, 23L);
		assertThat(histogram.percentile(1, 3)).isBetween(20L, 23L);
		assertThat(histogram.percentile(1, 0)).isGreaterThanOrEqualTo(100_000);
		LogHistogram copy = new LogHistogram();
		copy.read(histogram.write());
		assertThat(copy.write()).isEqualTo(histogram.write());
	}

	@Test
	void hashTellsNamesApartAndIsSecret() {
		KeyedHash hash = new KeyedHash(new SplittableRandom(1));
		KeyedHash other = new KeyedHash(new SplittableRandom(2));
		Set<Long> seen = new HashSet<>();
		for (int i = 0; i < 100_000; i++) {
			seen.add(hash.of(1, "user" + i));
		}
		assertThat(seen).hasSize(100_000);
		assertThat(hash.of(1, "user")).isNotEqualTo(hash.of(2, "user")).isNotEqualTo(other.of(1, "user"));
		assertThat(hash.of(1, "a")).isNotEqualTo(hash.of(1, "a\0"));
	}

	@ParameterizedTest
	@CsvSource({ "/api/orders/{id}, /api/orders/17, 17", "/orders/{id}, /api/orders/17, 17",
			"/api/orders/{id}/lines, /api/orders/17/lines, 17", "/a/{x}/b/{y}, /a/1/b/2, 2" })
	void objectIsWhatTheVariablesName(String template, String path, long number) {
		RouteModel route = new RouteModel(0, "GET", template, settings());
		KeyedHash hash = new KeyedHash(this.random);
		assertThat(route.number(path)).isEqualTo(number);
		assertThat(route.object(path, hash)).isEqualTo(route.object(path, hash))
			.isNotEqualTo(route.object(path.replace("1", "3").replace("2", "4"), hash));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/", "/api/orders/", "/api/orders/x", "//", "/api/orders/99999999999999999999" })
	void oddPathsHaveNoNumber(String path) {
		assertThat(new RouteModel(0, "GET", "/api/orders/{id}", settings()).number(path)).isEqualTo(Long.MIN_VALUE);
	}

	@Test
	void limitIsNotLearntBeforeThereIsEvidence() {
		LearntLimit limit = new LearntLimit(Kind.VOLUME, settings());
		fill(limit, 49, 20);
		limit.update(NOW, false);
		limit.update(NOW + 30 * HOUR, false);
		assertThat(limit.stage()).isEqualTo(Stage.LEARN);
		assertThat(limit.value()).isEqualTo(500);
		assertThat(limit.describe().get("reason")).asString().contains("49 clients");
	}

	@Test
	void limitGoesThroughItsStages() {
		LearntLimit limit = learnt();
		assertThat(limit.stage()).isEqualTo(Stage.SHADOW);
		assertThat(limit.value()).isEqualTo(500);
		assertThat(limit.isExceeded(100, 1)).isFalse();
		assertThat(limit.describe()).containsEntry("wouldExceed", 1);
		limit.update(NOW + 50 * HOUR, false);
		assertThat(limit.stage()).isEqualTo(Stage.ENFORCE);
		assertThat(limit.value()).isBetween(60, 70);
		assertThat(limit.isExceeded(100, 1)).isTrue();
	}

	@Test
	void limitMovesByNoMoreThanAllowedAndNotDuringAnAlert() {
		LearntLimit limit = learnt();
		limit.update(NOW + 50 * HOUR, false);
		int before = limit.value();
		fill(limit, 1000, 300);
		limit.update(NOW + 51 * HOUR, true);
		assertThat(limit.value()).isEqualTo(before);
		assertThat(limit.describe().get("reason")).asString().contains("frozen");
		limit.update(NOW + 52 * HOUR, false);
		assertThat(limit.value()).isBetween(before + 1, (int) Math.ceil(before * 1.25));
		assertThat(limit.describe().get("reason")).asString().contains("25 %");
		for (int hour = 53; hour < 80; hour++) {
			fill(limit, 1000, 300);
			limit.update(NOW + hour * HOUR, false);
		}
		assertThat(limit.value()).isEqualTo(800);
	}

	@Test
	void oneBlockOfAddressesIsNoMoreThanItsShare() {
		LearntLimit limit = new LearntLimit(Kind.VOLUME, settings());
		limit.update(NOW, false);
		int admitted = 0;
		for (int i = 0; i < 1000; i++) {
			admitted += limit.admits(42L << 32) ? 1 : 0;
		}
		assertThat(admitted).isEqualTo(3);
	}

	@Test
	void snapshotSurvivesARestart() {
		Path file = this.folder.resolve("deep/usage.snapshot");
		RouteModels before = learntRoutes();
		assertThat(new LimitSnapshot(file).write(before)).isTrue();
		RouteModels after = new RouteModels(settings());
		new LimitSnapshot(file).read(after);
		assertThat(value(after)).isEqualTo(value(before)).isLessThan(100);
		assertThat(file.resolveSibling("usage.snapshot.new")).doesNotExist();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "rasp-behavior 2\nend 0\n", "rasp-behavior 1\n", "rasp-behavior 1\nend 1\n",
			"rasp-behavior 1\nGET\t/x\tVOLUME\tENFORCE\tNaN\t1\t1\t1\t\nend 1\n",
			"rasp-behavior 1\nGET\t/x\tVOLUME\tENFORCE\t5\t1\t1\t1\t999:1\nend 1\n",
			"rasp-behavior 1\nGET\t/x\tOTHER\tENFORCE\t5\t1\t1\t1\t\nend 1\n", "{}" })
	void brokenSnapshotIsSetAside(String content) throws IOException {
		Path file = this.folder.resolve("usage.snapshot");
		Files.writeString(file, content);
		RouteModels routes = new RouteModels(settings());
		new LimitSnapshot(file).read(routes);
		assertThat(file).doesNotExist();
		assertThat(this.folder.resolve("usage.snapshot.broken")).hasContent(content);
		assertThat(routes.all()).isEmpty();
	}

	@Test
	void profileOfOneClientIsBoundedAndKeepsWhatShowsMost() {
		ClientProfile profile = new ClientProfile(1, NOW);
		RouteModel enumerated = new RouteModel(5000, "GET", "/o/{id}", settings());
		synchronized (profile) {
			RouteUse use = profile.use(enumerated, NOW, MINUTE);
			for (int i = 0; i < 40; i++) {
				use.object(this.random.nextLong(), i, true, NOW, MINUTE);
			}
			for (int i = 0; i < 1000; i++) {
				profile.use(new RouteModel(i, "GET", "/r" + i, settings()), NOW, MINUTE).request(NOW, MINUTE);
			}
			RouteUse known = profile.find(enumerated);
			assertThat(known).isSameAs(use);
			assertThat(use.summary(NOW, MINUTE).search()).isEqualTo(2);
		}
	}

	@Test
	void repeatsOfOneIdAreNoEnumeration() {
		RouteUse use = new RouteUse(0);
		for (int i = 0; i < 1000; i++) {
			use.object(77, 77, true, NOW, MINUTE);
		}
		assertThat(use.objects(NOW, MINUTE)).isEqualTo(1);
		assertThat(use.objectsOfDay(NOW)).isZero();
	}

	private RouteModels learntRoutes() {
		RouteModels routes = new RouteModels(settings());
		RouteModel route = java.util.Objects.requireNonNull(routes.find("GET", "/api/orders/{id}"));
		LearntLimit limit = route.limit(Kind.VOLUME);
		fill(limit, 100, 20);
		limit.update(NOW, false);
		limit.update(NOW + 25 * HOUR, false);
		limit.update(NOW + 50 * HOUR, false);
		return routes;
	}

	private static int value(RouteModels routes) {
		return java.util.Objects.requireNonNull(routes.find("GET", "/api/orders/{id}")).limit(Kind.VOLUME).value();
	}

	private static LearntLimit learnt() {
		LearntLimit limit = new LearntLimit(Kind.VOLUME, settings());
		fill(limit, 300, 20);
		limit.update(NOW, false);
		limit.update(NOW + 25 * HOUR, false);
		return limit;
	}

	private static void fill(LearntLimit limit, int clients, int value) {
		for (int i = 0; i < clients; i++) {
			limit.today().add(LogHistogram.bucket(value));
		}
	}

	private static LearningSettings settings() {
		return new LearningSettings(Stage.ENFORCE, 0.99, 3, 50, Duration.ofHours(24), Duration.ofHours(24), 0.25, 0.1,
				0.05, Map.of(Kind.VOLUME, new LearningSettings.Bounds(500, 10, 800)));
	}

}
