package io.github.raspspring.carrier.jdbc;

import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

/**
 * Decides how an array is guarded. Applications cast arrays to the class of their driver,
 * so the guard is an object of a subclass where that can be. A class that can't be
 * extended is left as it is if its rows lead to no statement, which is asked for once;
 * else the guard only has its interfaces.
 */
final class ArrayGuards {

	private final DriverSubclasses subclasses = new DriverSubclasses();

	private final ClassValue<AtomicReference<@Nullable Boolean>> leading = new ClassValue<>() {

		@Override
		protected AtomicReference<@Nullable Boolean> computeValue(Class<?> type) {
			return new AtomicReference<>();
		}

	};

	private final JdbcProxies proxies;

	ArrayGuards(JdbcProxies proxies) {
		this.proxies = proxies;
	}

	Array guarded(Array target, ArrayHandler handler) {
		Object castable = this.subclasses.proxy(target, handler);
		if (castable != null) {
			return (Array) castable;
		}
		return (isCast(target.getClass()) && !leadsBack(target)) ? target : (Array) this.proxies.proxy(target, handler);
	}

	/**
	 * Nobody can cast to a class that is not public.
	 */
	private static boolean isCast(Class<?> type) {
		return Modifier.isPublic(type.getModifiers()) && !Proxy.isProxyClass(type);
	}

	private boolean leadsBack(Array target) {
		AtomicReference<@Nullable Boolean> known = this.leading.get(target.getClass());
		Boolean leads = known.get();
		if (leads == null) {
			leads = hasStatement(target);
			known.set(leads);
		}
		return leads;
	}

	private static boolean hasStatement(Array target) {
		try (ResultSet rows = target.getResultSet()) {
			return rows.getStatement() != null;
		}
		catch (SQLException | RuntimeException ex) {
			return true;
		}
	}

}
