package io.github.raspspring.actuate.dashboard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * The files of the page, by name. A name that is not listed leads nowhere.
 */
final class DashboardFiles {

	private static final Set<String> NAMES = Set.of("index.html", "dashboard.css", "main.js", "api.js", "confirm.js",
			"dom.js", "timeline.js", "views.js", "uPlot.esm.js", "uPlot.min.css");

	private final Map<String, byte[]> read = new ConcurrentHashMap<>();

	byte @Nullable [] find(String name) {
		return NAMES.contains(name) ? require(name) : null;
	}

	byte[] require(String name) {
		return this.read.computeIfAbsent(name, DashboardFiles::load);
	}

	static String typeOf(String name) {
		return switch (name.substring(name.lastIndexOf('.') + 1)) {
			case "js" -> "text/javascript;charset=UTF-8";
			case "css" -> "text/css;charset=UTF-8";
			default -> "text/html;charset=UTF-8";
		};
	}

	private static byte[] load(String name) {
		try (InputStream file = DashboardFiles.class.getResourceAsStream(name)) {
			if (file == null) {
				throw new IllegalStateException("The jar of the product lacks " + name);
			}
			return file.readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
