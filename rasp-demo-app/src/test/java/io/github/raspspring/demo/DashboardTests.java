package io.github.raspspring.demo;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The dashboard in a real browser, with attacks in the data that it shows.
 */
@BookshopTest({ "management.endpoint.rasp.access=unrestricted", "rasp.rate-limit.enabled=false",
		"rasp.client.score.enabled=true" })
class DashboardTests {

	private static final String MARKUP = "<img src=x onerror=\"document.title='owned'\">";

	private static final String SERIOUS = "async () => (await axe.run()).violations"
			+ ".filter((violation) => ['serious', 'critical'].includes(violation.impact))"
			+ ".map((violation) => violation.id + ' ' + violation.nodes.map((node) => node.html).join(' '))";

	/** Each with a heading of its own. */
	private static final Map<String, String> VIEWS = new TreeMap<>(
			Map.of("Overview", "What is left open", "Events", "Events", "Routes", "Policies", "Clients", "Clients",
					"Inventory", "Endpoints", "Patches", "Virtual patches", "Ownership", "Whose data it is", "Usage",
					"Usage", "Sinks", "What is judged before execution", "Detectors", "Detectors"));

	private static Browser browser;

	private final List<String> complaints = new CopyOnWriteArrayList<>();

	private final List<String> requests = new CopyOnWriteArrayList<>();

	private Bookshop shop;

	private Page page;

	@BeforeAll
	static void startBrowser() {
		browser = Browser.start();
	}

	@AfterAll
	static void closeBrowser() {
		if (browser != null) {
			browser.close();
		}
	}

	@BeforeEach
	void attackAndOpen(@LocalServerPort int port) {
		this.shop = new Bookshop(port);
		this.shop.get("/api/books", "title", "x' UNION SELECT id, name, content, 0 FROM secrets --");
		this.shop.get("/api/covers", "file", "../../../etc/passwd");
		this.shop.get("/api/books?" + URLEncoder.encode(MARKUP, StandardCharsets.UTF_8) + "=1&title="
				+ URLEncoder.encode("<script>document.title='owned'</script>", StandardCharsets.UTF_8));
		this.shop.get("/" + URLEncoder.encode(MARKUP, StandardCharsets.UTF_8));
		open(1280, false);
	}

	@AfterEach
	void closePage() {
		this.page.context().close();
	}

	private void open(int width, boolean dark) {
		if (this.page != null) {
			this.page.context().close();
		}
		this.page = browser.open(width, 900, dark);
		this.page.onConsoleMessage((message) -> {
			if (message.type().equals("error") || message.type().equals("warning")) {
				this.complaints.add(message.text());
			}
		});
		this.page.onPageError(this.complaints::add);
		this.page.onRequest((request) -> this.requests.add(request.url()));
		this.page.navigate("http://localhost:" + this.shop.port() + path());
		assertThat(this.page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Requests"))).isVisible();
	}

	private String path() {
		return this.shop.get("/actuator/rasp").json().path("dashboard").asString();
	}

	private void go(String view) {
		this.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(view).setExact(true)).click();
	}

	private Locator heading(String title) {
		return this.page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(title).setExact(true));
	}

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
			this.page.navigate("http://localhost:" + this.shop.port() + path() + "#events/" + reference);
			assertThat(heading("Why")).isVisible();
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
	void noViewHasASeriousViolationOfAccessibility(boolean dark) throws IOException {
		open(1280, dark);
		try (InputStream axe = getClass()
			.getResourceAsStream("/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js")) {
			this.page.evaluate(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
		}
		VIEWS.forEach((view, title) -> {
			go(view);
			assertThat(heading(title)).isVisible();
			this.page.screenshot(new Page.ScreenshotOptions().setPath(
					Path.of("target", "dashboard", view.toLowerCase(Locale.ROOT) + (dark ? "-dark" : "") + ".png")));
			assertThat(this.page.evaluate(SERIOUS)).as(view).isEqualTo(List.of());
		});
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
