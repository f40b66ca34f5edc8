package io.github.raspspring.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.boot.test.web.server.LocalServerPort;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * The dashboard in a real browser, with attacks in the data that it shows.
 */
@BookshopTest({ "management.endpoint.rasp.access=unrestricted", "rasp.rate-limit.enabled=false",
		"rasp.client.score.enabled=true", "rasp.routes[0].id=books", "rasp.routes[0].pattern=/api/books/**",
		"rasp.routes[0].mode=monitor", "rasp.routes[1].pattern=/actuator/**", "rasp.routes[1].mode=monitor" })
abstract class DashboardInBrowser {

	static final String MARKUP = "<img src=x onerror=\"document.title='owned'\">";

	private static final String SERIOUS = "async () => (await axe.run()).violations"
			+ ".filter((violation) => ['serious', 'critical'].includes(violation.impact))"
			+ ".map((violation) => violation.id + ' ' + violation.nodes.map((node) => node.html).join(' '))";

	/** Each with a heading of its own. */
	static final Map<String, String> VIEWS = new TreeMap<>(Map.ofEntries(Map.entry("Overview", "What is left open"),
			Map.entry("Events", "Events"), Map.entry("Routes", "Policies"), Map.entry("Clients", "Clients"),
			Map.entry("Inventory", "Endpoints"), Map.entry("Patches", "Virtual patches"),
			Map.entry("Ownership", "Whose data it is"), Map.entry("Profiles", "What is normal here"),
			Map.entry("Usage", "Usage"), Map.entry("Sinks", "What is judged before execution"),
			Map.entry("Report", "Report"), Map.entry("Detectors", "Detectors")));

	private static Browser browser;

	final List<String> complaints = new CopyOnWriteArrayList<>();

	final List<String> requests = new CopyOnWriteArrayList<>();

	Bookshop shop;

	Page page;

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

	void open(int width, boolean dark) {
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
		this.page.navigate(url());
		assertThat(this.page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Requests"))).isVisible();
	}

	String url() {
		return "http://localhost:" + this.shop.port() + path();
	}

	String path() {
		return this.shop.get("/actuator/rasp").json().path("dashboard").asString();
	}

	void go(String view) {
		this.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(view).setExact(true)).click();
	}

	void goToEvent(String reference) {
		this.page.navigate(url() + "#events/" + reference);
		assertThat(heading("Why")).isVisible();
	}

	Locator heading(String title) {
		return this.page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(title).setExact(true));
	}

	Locator button(String name) {
		return this.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first();
	}

	/**
	 * Return the reference of an attack that was seen.
	 */
	String reference(String rule) {
		return this.shop.events()
			.stream()
			.filter((event) -> event.path("rules").toString().contains(rule))
			.findFirst()
			.orElseThrow()
			.path("reference")
			.asString();
	}

	/**
	 * Return what axe-core calls serious or critical on the page as it is now.
	 */
	Object seriousViolations() {
		if (Boolean.FALSE.equals(this.page.evaluate("typeof axe !== 'undefined'"))) {
			try (InputStream axe = getClass()
				.getResourceAsStream("/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js")) {
				this.page.evaluate(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		return this.page.evaluate(SERIOUS);
	}

}
