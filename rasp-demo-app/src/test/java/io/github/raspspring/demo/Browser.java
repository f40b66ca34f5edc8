package io.github.raspspring.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import org.junit.jupiter.api.Assumptions;

/**
 * A browser of this machine, without a window. Where there is none the tests say so and
 * end, unless {@code DASHBOARD_BROWSER=required} is set, as it is where this project is
 * built for others.
 */
final class Browser implements AutoCloseable {

	private final Playwright playwright;

	private final com.microsoft.playwright.Browser browser;

	private Browser(Path executable) {
		this.playwright = Playwright
			.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
		this.browser = this.playwright.chromium()
			.launch(new BrowserType.LaunchOptions().setExecutablePath(executable)
				.setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
						"--disable-background-networking", "--disable-component-update", "--disable-sync")));
	}

	static Browser start() {
		Optional<Path> executable = Stream
			.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
					"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
			.map(Path::of)
			.filter(Files::isExecutable)
			.findFirst();
		if (executable.isEmpty() && !"required".equals(System.getenv("DASHBOARD_BROWSER"))) {
			Assumptions.abort("No Chromium or Chrome is installed here: the dashboard is not looked at in a browser.");
		}
		return new Browser(
				executable.orElseThrow(() -> new AssertionError("DASHBOARD_BROWSER=required, and there is none")));
	}

	com.microsoft.playwright.Page open(int width, int height, boolean dark) {
		return this.browser
			.newContext(new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(width, height)
				.setColorScheme(dark ? com.microsoft.playwright.options.ColorScheme.DARK
						: com.microsoft.playwright.options.ColorScheme.LIGHT))
			.newPage();
	}

	@Override
	public void close() {
		this.browser.close();
		this.playwright.close();
	}

}
