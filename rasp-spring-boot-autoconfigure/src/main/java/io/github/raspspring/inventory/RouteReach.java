package io.github.raspspring.inventory;

import java.net.URI;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What one route reaches. Statements are only put aside by the request and read when it
 * is over; each text is read once, and so many of a route. Thread-safe.
 */
final class RouteReach {

	private static final int MOST_TEXTS = 500;

	private static final int MOST_NAMES = 100;

	private final Set<Integer> known = ConcurrentHashMap.newKeySet();

	private final Queue<String> statements = new ConcurrentLinkedQueue<>();

	private final Queue<String> urls = new ConcurrentLinkedQueue<>();

	private final Set<String> tables = new TreeSet<>();

	private final Set<String> hosts = new TreeSet<>();

	/**
	 * Put a statement aside.
	 * @return {@code false} if it was there before
	 */
	boolean statement(String sql) {
		return isNew(sql) && this.statements.add(sql);
	}

	/**
	 * Put a URL aside.
	 * @return {@code false} if it was there before
	 */
	boolean url(String url) {
		return isNew(url) && this.urls.add(url);
	}

	private boolean isNew(String text) {
		Integer hash = text.hashCode();
		return !this.known.contains(hash) && this.known.size() < MOST_TEXTS && this.known.add(hash);
	}

	/**
	 * Read what was put aside.
	 */
	synchronized void read() {
		for (String sql = this.statements.poll(); sql != null; sql = this.statements.poll()) {
			TableNames.of(sql).forEach((table) -> add(table, this.tables));
		}
		for (String url = this.urls.poll(); url != null; url = this.urls.poll()) {
			String host = host(url);
			if (!host.isEmpty()) {
				add(host, this.hosts);
			}
		}
	}

	private static void add(String name, Set<String> names) {
		if (names.size() < MOST_NAMES && name.length() <= 255) {
			names.add(name);
		}
	}

	private static String host(String url) {
		try {
			URI uri = URI.create(url);
			String host = (uri.getHost() != null) ? uri.getHost().toLowerCase(Locale.ROOT) : "";
			return (host.isEmpty() || isUsual(uri)) ? host : host + ':' + uri.getPort();
		}
		catch (IllegalArgumentException ex) {
			return "";
		}
	}

	private static boolean isUsual(URI uri) {
		return uri.getPort() < 0 || uri.getPort() == ("https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80);
	}

	synchronized void addTo(Set<String> allTables, Set<String> allHosts) {
		allTables.addAll(this.tables);
		allHosts.addAll(this.hosts);
	}

}
