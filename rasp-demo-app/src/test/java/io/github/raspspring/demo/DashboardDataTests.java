package io.github.raspspring.demo;

import java.util.function.UnaryOperator;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Route;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The views with an attack in each text that they are given, and with nothing at all.
 */
class DashboardDataTests extends DashboardInBrowser {

	private static final JsonMapper JSON = new JsonMapper();

	private static final String INSTANT = "\\d{4}-\\d\\d-\\d\\dT.*";

	@Test
	void attacksAreInertInEachTextOfEachView() {
		answerWith(DashboardDataTests::poisoned);
		VIEWS.forEach((view, title) -> {
			go(view);
			assertThat(heading(title)).isVisible();
			assertThat(this.page.locator("main")).containsText("<img src=x onerror=");
			assertInert(view);
		});
		assertThat(this.complaints).isEmpty();
	}

	@Test
	void attacksAreInertInEachTextOfAnEventAndItsTrace() {
		String reference = reference("sql-injection");
		answerWith(DashboardDataTests::poisoned);
		goToEvent(reference);
		assertThat(this.page.locator("main")).containsText(MARKUP);
		assertThat(this.page.locator("main")).containsText("sql-injection" + MARKUP);
		assertInert("event");
		assertThat(this.complaints).isEmpty();
	}

	@Test
	void viewsThatHaveNothingToShowSayNothingWrong() {
		answerWith(DashboardDataTests::emptied);
		VIEWS.forEach((view, title) -> {
			go(view);
			assertThat(heading(title)).isVisible();
			assertThat(this.page.locator("#status")).isEmpty();
			assertThat(this.page.locator("main")).not().containsText("undefined");
			assertThat(this.page.locator("main tbody:empty")).hasCount(0);
		});
		assertThat(this.complaints).isEmpty();
	}

	private void assertInert(String view) {
		assertThat(this.page.locator("main img, main script, main iframe, main svg").count()).as(view).isZero();
		assertThat(this.page.locator("main [onerror]").count()).as(view).isZero();
		assertThat(this.page.title()).as(view).doesNotContain("owned");
	}

	/**
	 * Change what the endpoint answers, on its way to the page.
	 */
	private void answerWith(UnaryOperator<JsonNode> change) {
		this.page.route("**/actuator/rasp**", (route) -> changed(route, change));
		this.page.route("**/actuator/rasp/**", (route) -> changed(route, change));
	}

	private static void changed(Route route, UnaryOperator<JsonNode> change) {
		if (!"application/json".equals(route.request().headers().get("accept"))) {
			route.resume();
			return;
		}
		APIResponse response = route.fetch();
		JsonNode content = JSON.readTree(response.text());
		route.fulfill(new Route.FulfillOptions().setResponse(response)
			.setBody(JSON.writeValueAsString(change.apply(content))));
	}

	private static JsonNode poisoned(JsonNode node) {
		if (node instanceof ObjectNode object) {
			ObjectNode poisoned = JSON.createObjectNode();
			object.properties().forEach((member) -> poisoned.set(member.getKey(), poisoned(member.getValue())));
			return poisoned.put(MARKUP, "<script>document.title='owned'</script>");
		}
		if (node instanceof ArrayNode array) {
			ArrayNode poisoned = JSON.createArrayNode();
			array.values().forEach((item) -> poisoned.add(poisoned(item)));
			return poisoned;
		}
		boolean text = node.isString() && !node.asString().matches(INSTANT);
		return text ? StringNode.valueOf(node.asString() + MARKUP) : node;
	}

	private static JsonNode emptied(JsonNode node) {
		if (node instanceof ArrayNode) {
			return JSON.createArrayNode();
		}
		if (node instanceof ObjectNode object) {
			ObjectNode emptied = JSON.createObjectNode();
			object.properties().forEach((member) -> emptied.set(member.getKey(), emptied(member.getValue())));
			return emptied;
		}
		return node;
	}

}
