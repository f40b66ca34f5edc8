package io.github.raspspring.demo;

import java.util.Map;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What operators do on the dashboard: nothing without confirmation, and all of it with
 * attacks in what they type.
 */
class DashboardActTests extends DashboardInBrowser {

	@Test
	void clientIsBlockedAndUnblockedAfterConfirmation() {
		go("Clients");
		this.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Block a client")).click();
		this.page.getByLabel("Client, such as network:203.0.113.7").fill("network:203.0.113.9");
		this.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Cancel")).click();
		assertThat(this.shop.get("/actuator/rasp/clients").body()).doesNotContain("203.0.113.9");
		this.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Block a client")).click();
		this.page.getByLabel("Client, such as network:203.0.113.7").fill("network:203.0.113.9");
		this.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Do it")).click();
		assertThat(this.page.locator("#status")).hasText("Done.");
		assertThat(this.shop.get("/actuator/rasp/clients").body()).contains("203.0.113.9");
		this.page.locator("tr", new Page.LocatorOptions().setHasText("203.0.113.9"))
			.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Unblock"))
			.click();
		this.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Do it")).click();
		assertThat(this.page.locator("tr", new Page.LocatorOptions().setHasText("203.0.113.9"))
			.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Unblock"))).hasCount(0);
	}

	@Test
	void whatCanNotBeDoneIsSaid() {
		go("Clients");
		this.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Block a client")).click();
		this.page.getByLabel("Client, such as network:203.0.113.7").fill("nobody");
		this.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Do it")).click();
		assertThat(this.page.locator("#status")).not().isEmpty();
		assertThat(this.page.locator("#status")).not().hasText("Done.");
	}

	@Test
	void routeIsPromotedToBlockAfterConfirmation() {
		go("Routes");
		Locator row = this.page.locator("tr", new Page.LocatorOptions().setHasText("/api/books")).first();
		row.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Promote to block")).click();
		button("Cancel").click();
		assertThat(overrides().toString()).doesNotContain("books");
		row.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Promote to block")).click();
		this.page.getByLabel("Reason").fill(MARKUP);
		doIt();
		assertThat(overrides().path("books").path("policy").path("mode").asString()).isEqualTo("BLOCK");
		assertThat(
				this.shop.get("/api/books", "title", "x' UNION SELECT id, name, content, 0 FROM secrets --").status())
			.isEqualTo(403);
		assertThat(
				this.shop.post("/actuator/rasp/policies", Map.of("operation", "restore", "target", "books")).status())
			.isEqualTo(200);
	}

	private JsonNode overrides() {
		return this.shop.get("/actuator/rasp/policies").json().path("overrides");
	}

	@Test
	void eventIsMarkedAsAFalseAlarmAfterConfirmation() {
		String reference = reference("sql-injection");
		goToEvent(reference);
		button("Mark as a false alarm").click();
		button("Cancel").click();
		assertThat(this.shop.get("/actuator/rasp/marks").body()).doesNotContain(reference);
		button("Mark as a false alarm").click();
		this.page.getByLabel("Reason").fill(MARKUP);
		doIt();
		assertThat(this.shop.get("/actuator/rasp/marks").body()).contains(reference);
		assertThat(this.page.locator("main pre")).containsText("excluded-values");
	}

	@Test
	void patchOfSeveralLinesIsAddedAfterConfirmation() {
		go("Patches");
		button("Add a patch").click();
		this.page.getByLabel("Name").fill("ticket-1");
		this.page.getByLabel("Rule").fill("pattern=/api/nowhere\nmethods=POST\nparameter=quantity\ntype=integer");
		this.page.getByLabel("Ticket or CVE").fill(MARKUP);
		button("Cancel").click();
		assertThat(this.shop.get("/actuator/rasp/patches").body()).doesNotContain("ticket-1");
		button("Add a patch").click();
		this.page.getByLabel("Name").fill("ticket-1");
		this.page.getByLabel("Rule").fill("pattern=/api/nowhere\nmethods=POST\nparameter=quantity\ntype=integer");
		this.page.getByLabel("Ticket or CVE").fill(MARKUP);
		doIt();
		assertThat(this.shop.get("/actuator/rasp/patches").body()).contains("ticket-1", "/api/nowhere", "quantity");
		assertThat(this.page.locator("main")).containsText("ticket-1");
	}

	@Test
	void profileIsPromotedAfterConfirmation() {
		go("Profiles");
		button("Promote a profile").click();
		this.page.getByLabel("Endpoint, such as POST /api/orders").fill(MARKUP);
		button("Do it").click();
		assertThat(this.page.locator("#status")).containsText("Nothing is known of such an endpoint");
		button("Promote a profile").click();
		this.page.getByLabel("Endpoint, such as POST /api/orders").fill("GET /api/books");
		doIt();
		assertThat(this.shop.get("/actuator/rasp/profiles").body()).contains("\"promoted\":true");
		assertInert();
	}

	@Test
	void keyboardAloneConfirmsAndGivesUp() {
		go("Clients");
		button("Block a client").focus();
		this.page.keyboard().press("Enter");
		assertThat(this.page.getByLabel("Client, such as network:203.0.113.7")).isFocused();
		this.page.keyboard().type("network:203.0.113.8");
		this.page.keyboard().press("Escape");
		assertThat(button("Block a client")).isFocused();
		assertThat(this.shop.get("/actuator/rasp/clients").body()).doesNotContain("203.0.113.8");
		this.page.keyboard().press("Enter");
		this.page.keyboard().type("network:203.0.113.8");
		this.page.keyboard().press("Enter");
		assertThat(this.page.locator("#status")).hasText("Done.");
		assertThat(this.shop.get("/actuator/rasp/clients").body()).contains("203.0.113.8");
	}

	private void doIt() {
		button("Do it").click();
		assertThat(this.page.locator("#status")).hasText("Done.");
		assertInert();
	}

	private void assertInert() {
		assertThat(this.page.locator("main img, main script, dialog img, #status img").count()).isZero();
		assertThat(this.page.title()).doesNotContain("owned");
	}

}
