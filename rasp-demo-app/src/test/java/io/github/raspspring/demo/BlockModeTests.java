package io.github.raspspring.demo;

import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The bookshop as it is started by default, without limits: every exploit is stopped.
 */
@BookshopTest({ "rasp.mode=block", "rasp.rate-limit.enabled=false" })
class BlockModeTests extends ModeTests {

	private static final String ATTACK = "hello; cat /etc/passwd #";

	static Stream<String> outOfReach() {
		return Lines.of("/exploits/ssrf-out-of-reach.txt");
	}

	@ParameterizedTest
	@MethodSource("exploits")
	void exploitWhenModeIsBlockThenIsStoppedAndExplained(Exploit exploit) {
		String reference = Refusals.assertBlocked(exploit.run(shop()));
		Refusals.assertExplained(shop(), reference, exploit.weakness().category());
	}

	@ParameterizedTest
	@MethodSource("outOfReach")
	void importWhenTargetIsInternalThenIsStopped(String url) {
		Answer answer = new Exploit(Exploit.Weakness.IMPORT, "", url).run(shop());
		Refusals.assertExplained(shop(), Refusals.assertBlocked(answer), "SERVER_SIDE_REQUEST");
	}

	@Test
	void orderWhenCouponIsForStaffThenIsStoppedByTheShopsOwnDetector() {
		Answer answer = shop().placeOrder(shop().tokenOf("alice"), "?coupon=STAFF-50");
		Refusals.assertExplained(shop(), Refusals.assertBlocked(answer), "BUSINESS_LOGIC");
	}

	@ParameterizedTest
	@EnumSource
	void eventWhenBadInputIsRefusedThenIsKept(BadInput input) {
		long before = noticed();
		Answer answer = input.send(shop());
		if (answer.status() == 403) {
			assertThat(shop().event(Refusals.assertBlocked(answer)).status()).isEqualTo(200);
		}
		else {
			// Whoever tries content types that no handler takes is noticed.
			int events = (answer.status() == 415) ? 1 : 0;
			assertThat(noticed()).as(answer.toString()).isEqualTo(before + events);
		}
	}

	/**
	 * Count the events, but for notes of properties that a type does not have, which many
	 * inputs of the kind bring.
	 */
	private long noticed() {
		return shop().events().stream().filter((event) -> !event.toString().contains("unknown-property")).count();
	}

	@Test
	void attackWhenNextToHugeHeaderThenIsStopped() {
		Answer answer = shop()
			.send(shop().request("/api/books?title=x'%20OR%201=1%20--").header("X-Padding", "p".repeat(7000)));
		Refusals.assertExplained(shop(), Refusals.assertBlocked(answer), "INJECTION");
	}

	@Test
	void attackWhenBehindLongPrefixThenIsStopped() {
		Answer answer = shop().get("/api/books", "title", "the ".repeat(1500) + "x' UNION SELECT 1, '', '', 0 --");
		Refusals.assertExplained(shop(), Refusals.assertBlocked(answer), "INJECTION");
	}

	@Test
	void attackWhenNextToTwoMegabytesThenIsStopped() {
		Answer answer = shop().post("/api/labels",
				Map.of("padding", "lorem ".repeat(350_000), "printer", "desk", "text", ATTACK));
		Refusals.assertExplained(shop(), Refusals.assertBlocked(answer), "INJECTION");
	}

	@ParameterizedTest
	@ValueSource(ints = { 10, 100, 490 })
	void attackWhenNextToDeepJsonThenIsStopped(int depth) {
		Answer answer = shop().postJson("/api/labels", "{\"more\":" + "[".repeat(depth) + "]".repeat(depth)
				+ ",\"printer\":\"desk\",\"text\":\"" + ATTACK + "\"}");
		Refusals.assertExplained(shop(), Refusals.assertBlocked(answer), "INJECTION");
	}

}
