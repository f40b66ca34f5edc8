package io.github.raspspring.profile.learnt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.raspspring.profile.RequestLeaf;
import io.github.raspspring.profile.learnt.Customers.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.github.raspspring.profile.learnt.Market.number;
import static io.github.raspspring.profile.learnt.Market.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What profiles find once two days of honest traffic have passed, what they don't, and
 * who can't change that.
 */
class LearntProfilesTests {

	private static final int HONEST = 10_000;

	private static final String ENDPOINT = "POST " + Market.ORDERS;

	/**
	 * Two days of sixty customers, hour by hour.
	 */
	private static Market learnt() {
		Market market = new Market();
		Customers customers = new Customers(1);
		for (int hour = 0; hour < 50; hour++) {
			for (int i = 0; i < 300; i++) {
				Request request = customers.honest();
				market.send("customer-" + i % 60, request.route(), request.leaves());
			}
			market.pass(Duration.ofHours(1));
		}
		return market;
	}

	@Test
	void profilesWhenTwoDaysWereLearntThenFindTamperedRequestsAndNoHonestOnes() {
		Market market = learnt();
		Customers customers = new Customers(2);
		List<String> alarms = new ArrayList<>();
		for (int i = 0; i < HONEST; i++) {
			Request request = customers.honest();
			List<String> found = market.findings("customer-" + i, request.route(), request.leaves());
			if (!found.isEmpty()) {
				alarms.add(found + " " + request);
			}
		}
		assertThat(alarms).isEmpty();
		int found = 0;
		List<String> missed = new ArrayList<>();
		for (int i = 0; i < HONEST; i++) {
			Request request = customers.tampered();
			if (!market.findings("customer-" + i, request.route(), request.leaves()).isEmpty()) {
				found++;
			}
			else if (missed.size() < 20) {
				missed.add(request + " " + request.leaves().get(0).text());
			}
		}
		System.out.printf("learnt profiles: 0 of %d honest, %d of %d tampered requests found%n", HONEST, found, HONEST);
		assertThat(found).as("missed %s", missed).isGreaterThanOrEqualTo(HONEST * 95 / 100);
	}

	@Test
	void profileWhenItIsKnownBetterThenTellsEachStepOnce() {
		Market market = learnt();
		assertThat(market.steps).doesNotHaveDuplicates()
			.contains(ENDPOINT + " SHADOW", ENDPOINT + " ENFORCE refuses", "POST /api/delivery SHADOW",
					"POST /api/delivery ENFORCE");
		market.steps.clear();
		assertThat(market.profiles.promote("POST /api/delivery", true)).isTrue();
		assertThat(market.profiles.promote("POST /api/delivery", true)).isTrue();
		assertThat(market.steps).containsExactly("POST /api/delivery ENFORCE refuses");
		market.steps.clear();
		assertThat(market.profiles.promote("POST /api/delivery", false)).isTrue();
		assertThat(market.profiles.promote(ENDPOINT, true)).as("is already").isTrue();
		assertThat(market.profiles.promote("POST /api/unknown", true)).isFalse();
		market.send("customer-1", "/api/new", order(1, 1));
		assertThat(market.profiles.promote("POST /api/new", true)).as("nothing is known yet").isTrue();
		for (int i = 0; i < 60; i++) {
			market.send("customer-" + i, Market.ORDERS, order(5, 1));
		}
		assertThat(market.steps).isEmpty();
	}

	@Test
	void profileWhenItIsTriedAnewThenTellsWhenItRefusesAgain() {
		Market market = learnt();
		market.steps.clear();
		market.profiles.tryAgain();
		Customers customers = new Customers(4);
		for (int hour = 0; hour < 30; hour++) {
			for (int i = 0; i < 60; i++) {
				Request request = customers.honest();
				market.send("customer-" + i, request.route(), request.leaves());
			}
			market.pass(Duration.ofHours(1));
		}
		assertThat(market.steps).doesNotHaveDuplicates().contains(ENDPOINT + " ENFORCE refuses");
	}

	@Test
	void requestWhenRouteIsPromotedThenIsRefusedForWhatIsNeverSent() {
		Market market = learnt();
		assertThat(market.send("mallory", Market.ORDERS, order(5, 10_000))).isTrue();
		assertThat(market.send("mallory", Market.ORDERS, order(5, 3))).isFalse();
		assertThat(market.send("mallory", "/api/delivery", List.of(text("body.method", "FREE")))).as("not promoted")
			.isFalse();
		assertThat(market.findings("mallory", Market.ORDERS,
				List.of(number("body.bookId", 5), number("body.quantity", 1), text("body.role", "admin"))))
			.containsExactly("never-sent");
	}

	@Test
	void profileWhenFiveAccountsAttackItThenIsNotWidened() {
		Market market = learnt();
		market.profiles.promote(ENDPOINT, false);
		for (int hour = 0; hour < 24 * 15; hour++) {
			for (int i = 0; i < 50; i++) {
				String account = "attacker-" + i % 5;
				market.send(account, Market.ORDERS, order(5, 10_000 + i));
				market.send(account, "/api/delivery", List.of(text("body.method", "FREE" + (char) ('A' + hour % 20))));
				market.send("customer-" + i, Market.ORDERS, order(5, 1 + i % 7));
				market.send("customer-" + i, "/api/delivery", List.of(text("body.method", "POST")));
			}
			market.pass(Duration.ofHours(1));
		}
		assertThat(market.findings("attacker-1", Market.ORDERS, order(5, 10_000))).containsExactly("range");
		assertThat(market.findings("attacker-1", "/api/delivery", List.of(text("body.method", "FREEA"))))
			.containsExactly("enumeration");
		assertThat(market.drifts).isEmpty();
	}

	@Test
	void profileWhenFiveAccountsAreThereFromTheBeginningThenDoesNotLearnFromThem() {
		Market market = new Market();
		for (int hour = 0; hour < 60; hour++) {
			for (int i = 0; i < 60; i++) {
				market.send("attacker-" + i % 5, Market.ORDERS, order(5, 10_000 + i));
				market.send("customer-" + i, Market.ORDERS, order(5, 1 + i % 7));
			}
			market.pass(Duration.ofHours(1));
		}
		assertThat(market.findings("attacker-1", Market.ORDERS, order(5, 10_000))).containsExactly("range");
	}

	@Test
	void profileWhenManyRequestsOfOneFailOrComeAtOnceThenKnowsNothing() {
		Market market = new Market();
		for (int i = 0; i < 5_000; i++) {
			market.send("customer-1", Market.ORDERS, order(5, 1));
			market.send("customer-" + i, "/api/failing", order(5, 1), 400);
		}
		market.pass(Duration.ofDays(3));
		assertThat(market.findings("customer-1", Market.ORDERS, order(5, 10_000))).isEmpty();
		assertThat(market.findings("customer-1", "/api/failing", order(5, 10_000))).isEmpty();
		assertThat(market.profiles.endpoints().get(ENDPOINT).stage()).isEqualTo(ProfileStage.LEARN);
	}

	@Test
	void profileWhenTheApplicationChangesThenTellsSoAndIsTriedAnew() {
		Market market = learnt();
		for (int i = 0; i < 60; i++) {
			market.send("customer-" + i, Market.ORDERS, order(5, 10_000));
		}
		assertThat(market.drifts).contains(ENDPOINT + " body.quantity");
		assertThat(market.send("customer-1", Market.ORDERS, order(5, 10_000))).as("in shadow").isFalse();
		for (int hour = 0; hour < 30; hour++) {
			for (int i = 0; i < 60; i++) {
				market.send("customer-" + i, Market.ORDERS, order(5, 10_000));
			}
			market.pass(Duration.ofHours(1));
		}
		assertThat(market.findings("customer-1", Market.ORDERS, order(5, 10_000))).isEmpty();
	}

	@Test
	void profileWhenAFeatureIsNotSeenForLongThenForgetsIt() {
		Market market = learnt();
		for (int hour = 0; hour < 24 * 16; hour++) {
			for (int i = 0; i < 30; i++) {
				market.send("customer-" + i, "/api/books", List.of(text("param.title", "Dune")));
			}
			market.pass(Duration.ofHours(1));
		}
		assertThat(market.findings("customer-1", "/api/books", List.of(text("param.title", "O Pioneers! & more"))))
			.containsExactly("format");
	}

	@Test
	void snapshotWhenApplicationStartsAgainThenKnowsWhatItKnew(@TempDir Path folder) throws IOException {
		Market before = learnt();
		Path file = folder.resolve("sub/profiles");
		assertThat(new ProfileSnapshot(file, "1").write(before.profiles)).isTrue();
		Market after = new Market();
		after.pass(Duration.ofHours(50));
		new ProfileSnapshot(file, "1").read(after.profiles);
		assertThat(ProfileYaml.write(after.profiles)).isEqualTo(ProfileYaml.write(before.profiles));
		assertThat(after.steps).as("what was known is no step").isEmpty();
		assertThat(after.send("mallory", Market.ORDERS, order(5, 10_000))).isTrue();
		assertThat(after.send("customer-1", Market.ORDERS, order(5, 2))).isFalse();
		assertThat(folder.resolve("sub")).isDirectoryContaining("glob:**/profiles")
			.isDirectoryNotContaining("glob:**.new");
		Market changed = new Market();
		changed.pass(Duration.ofHours(50));
		new ProfileSnapshot(file, "2").read(changed.profiles);
		assertThat(changed.send("mallory", Market.ORDERS, order(5, 10_000))).as("tried anew").isFalse();
		assertThat(changed.findings("mallory", Market.ORDERS, order(5, 10_000))).containsExactly("range");
	}

	@Test
	void snapshotWhenItIsBrokenThenIsSetAside(@TempDir Path folder) throws IOException {
		Path file = folder.resolve("profiles");
		Path aside = folder.resolve("profiles.broken");
		new ProfileSnapshot(file, "1").write(learnt().profiles);
		String whole = Files.readString(file);
		for (String broken : List.of("", "rasp-profile 2\n", whole.substring(0, whole.length() / 2),
				whole.replaceFirst("ENFORCE", "MAYBE"), whole.replaceFirst("\t[0-9]+\t", "\tmany\t"),
				whole.replace("end ", "end 1"), whole.replaceFirst("\n.*\n", "\n"), "\u0000\u0001")) {
			Files.writeString(file, broken);
			Market market = new Market();
			new ProfileSnapshot(file, "1").read(market.profiles);
			assertThat(market.profiles.endpoints()).as("nothing of it counts").isEmpty();
			assertThat(aside).hasContent(broken);
			assertThat(file).doesNotExist();
		}
	}

	@Test
	void reviewedWhenItIsImportedThenAppliesAtOnce() {
		Market market = new Market();
		ProfileYaml.read("""
				version: 1
				endpoints:
				  POST /api/orders:
				    body.quantity: { types: [integer], formats: [integer], max: 50 }
				    body.delivery: { types: [text], formats: [word], maxLength: 10, values: [POST, PICKUP] }
				""", market.profiles);
		assertThat(market.send("a", Market.ORDERS, order(5, 10_000))).isTrue();
		assertThat(market.send("a", Market.ORDERS, order(5, -1))).isTrue();
		assertThat(market.send("a", Market.ORDERS, order(5, 50))).isFalse();
		assertThat(market.send("a", Market.ORDERS, List.of(text("body.delivery", "FREE")))).isTrue();
		assertThat(market.send("a", Market.ORDERS, List.of(text("body.delivery", "PICKUP")))).isFalse();
	}

	@Test
	void reviewedWhenItIsAnExportThenJudgesTheSame() {
		Market market = new Market();
		String exported = ProfileYaml.write(learnt().profiles);
		assertThat(exported).contains("POST /api/orders", "body.quantity", "confidence").doesNotContain("@example");
		assertThat(ProfileYaml.read(exported, market.profiles)).isPositive();
		Customers customers = new Customers(3);
		int alarms = 0;
		for (int i = 0; i < 1000; i++) {
			Request request = customers.honest();
			alarms += market.findings("a", request.route(), request.leaves()).isEmpty() ? 0 : 1;
		}
		assertThat(alarms).isZero();
		assertThat(market.send("a", Market.ORDERS, order(5, 10_000))).isTrue();
	}

	@Test
	void reviewedWhenItIsWrongThenSaysWhatAndTakesNothing() {
		Market market = new Market();
		for (String wrong : List.of("", "a", "version: 2", "version: 1\nendpoints: 5",
				"version: 1\nendpoints: {a: {b: {sizes: 1}}}", "version: 1\nendpoints: {a: {b: {types: [number]}}}",
				"!!javax.script.ScriptEngineManager []", "a: &a [*a]")) {
			assertThatIllegalArgumentException().as(wrong).isThrownBy(() -> ProfileYaml.read(wrong, market.profiles));
		}
		assertThat(market.profiles.endpoints()).isEmpty();
	}

	@Test
	void profilesWhenThereAreManyParametersThenStayWithinFourMegabytes() {
		Market market = new Market();
		for (int endpoint = 0; endpoint < 60; endpoint++) {
			List<RequestLeaf> leaves = new ArrayList<>();
			for (int i = 0; i < 100; i++) {
				leaves.add(text("body.p" + i, "value-" + i));
			}
			market.send("customer", "/api/many/" + endpoint, leaves);
		}
		System.out.printf("learnt profiles: %d parameters take %d bytes%n",
				market.profiles.bytes() / ParameterSketch.BYTES, market.profiles.bytes());
		assertThat(market.profiles.bytes() / ParameterSketch.BYTES).isEqualTo(4096);
		assertThat(market.profiles.bytes()).isLessThan(4 * 1024 * 1024);
		assertThat(market.profiles.omitted()).isEqualTo(60 * 101 - 4096);
	}

	private static List<RequestLeaf> order(long book, long quantity) {
		return List.of(number("body.bookId", book), number("body.quantity", quantity));
	}

}
