package io.github.raspspring.demo;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The views: each is shown, harmless, reachable and fits.
 */
class DashboardTests extends DashboardInBrowser {

	@Test
	void everyViewIsShownWithoutAComplaintAndAttackStringsAreInert() {
		VIEWS.forEach((view, title) -> {
			go(view);
			assertThat(heading(title)).isVisible();
			assertThat(this.page.locator("#status")).isEmpty();
			assertThat(this.page.locator("main img, main script, main iframe, main svg").count()).isZero();
		});
		assertThat(this.page.title()).doesNotContain("owned");
		assertThat(this.complaints).isEmpty();
	}

	@Test
	void viewOfWhatIsSwitchedOffIsNotThere() {
		assertThat(this.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Limits"))).hasCount(0);
	}

	@Test
	void attackStringsAreInertInTheDetailsOfEachEvent() {
		for (String reference : this.shop.get("/actuator/rasp/events").json().findValuesAsString("reference")) {
			goToEvent(reference);
			assertThat(this.page.locator("main img, main script").count()).isZero();
		}
		assertThat(this.page.title()).doesNotContain("owned");
		assertThat(this.complaints).isEmpty();
	}

	@Test
	void scriptThatGotIntoThePageWouldNotRun() {
		for (String attempt : List.of("document.body.setAttribute('onclick', 'document.title=1')",
				"document.body.innerHTML = '<img src=x onerror=document.title=1>'",
				"document.head.appendChild(document.createElement('script')).text = 'document.title=1'",
				"document.write('<p>')")) {
			assertThatExceptionOfType(PlaywrightException.class).as(attempt)
				.isThrownBy(() -> this.page.evaluate("() => { " + attempt + " }"))
				.withMessageContaining("requires 'Trusted");
		}
		assertThat(this.page.title()).startsWith("Overview");
	}

	@Test
	void nothingIsFetchedFromElsewhere() {
		go("Events");
		assertThat(heading("Events")).isVisible();
		assertThat(this.requests).isNotEmpty()
			.allMatch((url) -> url.startsWith("http://localhost:" + this.shop.port() + path().replace("/dashboard", ""))
					|| url.startsWith("data:"));
	}

	@Test
	void eventsAreFoundByWhatWasSeen() {
		go("Events");
		this.page.getByLabel("Show events with").fill("path-traversal");
		this.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show").setExact(true)).click();
		assertThat(this.page.locator("main tbody tr").first()).containsText("path-traversal");
		assertThat(this.page.locator("main tbody tr").filter(new Locator.FilterOptions().setHasText("sql-injection")))
			.hasCount(0);
	}

	@Test
	void keyboardReachesEverything() {
		this.page.keyboard().press("Tab");
		assertThat(this.page.locator(".skip")).isFocused();
		this.page.keyboard().press("Tab");
		assertThat(this.page.locator("#views a").first()).isFocused();
		this.page.keyboard().press("Tab");
		this.page.keyboard().press("Enter");
		assertThat(heading("Events")).isVisible();
		assertThat(this.page.locator("#content")).isFocused();
	}

	@Test
	void everyViewFitsOnAPhone() {
		open(360, false);
		VIEWS.forEach((view, title) -> {
			go(view);
			assertThat(heading(title)).isVisible();
			assertThat(this.page.evaluate("document.documentElement.scrollWidth <= innerWidth")).as(view)
				.isEqualTo(true);
		});
		goToEvent(reference("sql-injection"));
		button("Mark as a false alarm").click();
		assertThat(this.page.getByLabel("Reason")).isVisible();
		assertThat(this.page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
	}

	@Test
	void followsThePreferenceForDarkAndLightUnlessToldOtherwise() {
		String back = "getComputedStyle(document.body).backgroundColor";
		Object light = this.page.evaluate(back);
		open(1280, true);
		Object dark = this.page.evaluate(back);
		this.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Dark or light")).click();
		assertThat(dark).isNotEqualTo(light);
		assertThat(this.page.evaluate(back)).isEqualTo(light);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void noViewHasASeriousViolationOfAccessibility(boolean dark) {
		open(1280, dark);
		VIEWS.forEach((view, title) -> {
			go(view);
			assertThat(heading(title)).isVisible();
			this.page.screenshot(new Page.ScreenshotOptions().setPath(
					Path.of("target", "dashboard", view.toLowerCase(Locale.ROOT) + (dark ? "-dark" : "") + ".png")));
			assertThat(seriousViolations()).as(view).isEqualTo(List.of());
		});
		goToEvent(reference("sql-injection"));
		assertThat(seriousViolations()).as("event").isEqualTo(List.of());
		button("Mark as a false alarm").click();
		assertThat(this.page.getByLabel("Reason")).isVisible();
		assertThat(seriousViolations()).as("confirmation").isEqualTo(List.of());
	}

	@Test
	void pageIsServedUnderTheRuleOfTheEndpointWithAStrictPolicy() {
		Answer page = this.shop.get(path());
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'").doesNotContain("unsafe");
		assertThat(this.shop.get(path() + "/../../../application.yml").status()).isNotEqualTo(200);
		assertThat(this.shop.get(path() + "/other.js").status()).isEqualTo(404);
		assertThat(this.shop.post("/actuator/rasp/dashboard", Map.of("operation", "x", "target", "y")).status())
			.isEqualTo(400);
	}

}
