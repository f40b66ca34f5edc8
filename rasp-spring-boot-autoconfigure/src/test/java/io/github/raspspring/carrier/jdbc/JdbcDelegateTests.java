package io.github.raspspring.carrier.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLClientInfoException;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Wrapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import com.github.benmanes.caffeine.cache.Ticker;
import io.github.raspspring.attack.sql.SqlErrors;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.sink.SinkGuard;
import io.github.raspspring.sink.SinkRequests;
import io.github.raspspring.sink.UnattributedCalls;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.cglib.proxy.Enhancer;
import org.springframework.cglib.proxy.InvocationHandler;
import org.springframework.jdbc.datasource.AbstractDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Tests that applications can do with guarded objects what they can do with those of a
 * driver: each method of each interface reaches the driver as it was called.
 */
class JdbcDelegateTests {

	/** These mean the guard first. */
	private static final Set<String> OWN = Set.of("unwrap", "isWrapperFor", "getConnection");

	/** What leads back to statements. */
	private static final Set<Class<?>> LEADING = Set.of(Connection.class, Statement.class, ResultSet.class,
			DatabaseMetaData.class, Array.class);

	private final SinkRequests requests = new SinkRequests(EnforcementMode.BLOCK);

	private final List<Reached> reached = new ArrayList<>();

	private final AtomicInteger counted = new AtomicInteger();

	private @Nullable SQLException failure;

	/**
	 * What arrived at the driver, and what that returned.
	 */
	private record Reached(Method method, Object[] args, @Nullable Object result) {

	}

	/**
	 * What is made up extends this.
	 */
	static class DriverObject {

	}

	/**
	 * What a driver may have of its own.
	 */
	public interface Vendor {

		int ofVendor();

	}

	static Stream<Class<?>> interfaces() {
		return Stream.of(Connection.class, Statement.class, PreparedStatement.class, ResultSet.class);
	}

	@ParameterizedTest
	@MethodSource("interfaces")
	void methodWhenCalledThenReachesDriverWithTheSame(Class<?> type) throws Exception {
		Object guarded = guarded(type);
		assertThat(guarded).isInstanceOf(JdbcDelegate.class);
		int called = 0;
		for (Method method : methods(type)) {
			Object[] args = arguments(method);
			this.reached.clear();
			Object result = method.invoke(guarded, args);
			Reached last = this.reached.get(0);
			// The first array is asked whether its rows lead back to a statement.
			assertThat(this.reached.size() == 1 || last.result() instanceof Array).as(method.toString()).isTrue();
			assertThat(last.method().getName()).isEqualTo(method.getName());
			assertThat(last.method().getParameterTypes()).isEqualTo(method.getParameterTypes());
			assertThat(last.args()).as(method.toString()).isEqualTo(args);
			if (result != null && JdbcProxies.isGuarded(result)) {
				assertThat(result.toString()).as(method.toString()).isEqualTo(String.valueOf(last.result()));
			}
			else {
				assertThat(result).as(method.toString()).isEqualTo(last.result());
			}
			boolean leadsBack = LEADING.stream().anyMatch((leading) -> leading.isInstance(last.result()));
			assertThat(result != null && JdbcProxies.isGuarded(result)).as(method.toString()).isEqualTo(leadsBack);
			called++;
		}
		assertThat(called).isGreaterThan(50);
	}

	@ParameterizedTest
	@MethodSource("interfaces")
	void methodWhenDriverFailsThenItsExceptionSurfacesAndIsCounted(Class<?> type) throws Exception {
		Object guarded = guarded(type);
		try (InspectionScope.Binding request = this.requests.serve("x")) {
			for (Method method : methods(type)) {
				boolean information = method.getName().equals("setClientInfo");
				SQLException exception = information ? new SQLClientInfoException("failed", "42000", Map.of())
						: new SQLException("failed", "42000");
				int before = this.counted.get();
				this.failure = exception;
				assertThatThrownBy(() -> method.invoke(guarded, arguments(method))).as(method.toString())
					.isInstanceOf(InvocationTargetException.class)
					.hasCause(exception);
				assertThat(this.counted.get()).as(method.toString()).isEqualTo(before + 1);
				this.failure = null;
			}
		}
	}

	@ParameterizedTest
	@MethodSource("interfaces")
	void objectWhenGuardedThenIsItselfAndCanBeUnwrapped(Class<?> type) throws Exception {
		Object guarded = guarded(type);
		Wrapper wrapper = (Wrapper) guarded;
		assertThat(guarded.equals(guarded)).isTrue();
		assertThat(guarded).isNotEqualTo(guarded(type)).hasSameHashCodeAs(guarded);
		assertThat(wrapper.unwrap(type)).isSameAs(guarded);
		assertThat(wrapper.isWrapperFor(type)).isTrue();
		assertThat(wrapper.isWrapperFor(Vendor.class)).isFalse();
		this.reached.clear();
		wrapper.unwrap(Vendor.class);
		assertThat(this.reached).singleElement()
			.satisfies((call) -> assertThat(call.args()).containsExactly(Vendor.class));
	}

	@ParameterizedTest
	@MethodSource("interfaces")
	void objectWhenCalledByReflectionThenClassIsAccessible(Class<?> type) throws Exception {
		Object guarded = guarded(type);
		for (Method method : methods(type)) {
			Method found = guarded.getClass().getMethod(method.getName(), method.getParameterTypes());
			assertThat(Modifier.isPublic(found.getDeclaringClass().getModifiers())).as(found.toString()).isTrue();
		}
	}

	@ParameterizedTest
	@MethodSource("interfaces")
	void objectWhenDriverHasAnInterfaceOfItsOwnThenCanBeCastToIt(Class<?> type) throws Exception {
		Object guarded = guarded(type, Vendor.class);
		assertThat(guarded).isInstanceOf(type).isInstanceOf(Vendor.class).isNotInstanceOf(JdbcDelegate.class);
		assertThat(JdbcProxies.isGuarded(guarded)).isTrue();
		assertThat(((Vendor) guarded).ofVendor()).isZero();
	}

	@Test
	void delegateWhenJavaHasMethodsThatItDoesNotKnowThenStandsForNothing() {
		assertThat(DelegateKinds.knowsAllMethods(GuardedRows.class, Set.of(ResultSet.class, Wrapper.class))).isTrue();
		assertThat(DelegateKinds.knowsAllMethods(GuardedRows.class, Set.of(ResultSet.class, Vendor.class))).isFalse();
	}

	private static List<Method> methods(Class<?> type) {
		return Stream.of(type.getMethods())
			.filter((method) -> !Modifier.isStatic(method.getModifiers()) && !OWN.contains(method.getName()))
			.toList();
	}

	private Object guarded(Class<?> type, Class<?>... more) throws SQLException {
		if (type == Connection.class) {
			return connection(fake(type, more));
		}
		Map<Class<?>, Object> made = new HashMap<>();
		made.put(type, fake(type, more));
		Connection connection = connection(fake(Connection.class, made));
		PreparedStatement statement = connection.prepareStatement("SELECT 1");
		if (type == PreparedStatement.class) {
			return statement;
		}
		return (type == Statement.class) ? connection.createStatement() : statement.executeQuery();
	}

	private Connection connection(Object driver) throws SQLException {
		DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
		beans.registerSingleton("scope", this.requests.scope());
		beans.registerSingleton("guard", this.requests.guard());
		beans.registerSingleton("errors", new SqlErrors(this.requests.scope(), (inspection, finding) -> {
			this.counted.incrementAndGet();
			return this.requests.reporter().report(inspection, finding);
		}, Duration.ofMinutes(1), 4, Ticker.systemTicker()));
		AbstractDataSource source = new AbstractDataSource() {

			@Override
			public Connection getConnection() {
				return (Connection) driver;
			}

			@Override
			public Connection getConnection(String username, String password) {
				return getConnection();
			}

		};
		return ((javax.sql.DataSource) new DataSourceGuardPostProcessor(beans.getBeanProvider(InspectionScope.class),
				beans.getBeanProvider(SinkGuard.class), beans.getBeanProvider(SqlErrors.class), new UnattributedCalls())
			.postProcessAfterInitialization(source, "source")).getConnection();
	}

	private Object fake(Class<?> type, Class<?>... more) {
		return fake(type, Map.of(), more);
	}

	/**
	 * Make up an object of a driver. A proxy of the JDK would be serializable as well.
	 * @param made what its methods return by their type, made up as well if there is none
	 */
	private Object fake(Class<?> type, Map<Class<?>, Object> made, Class<?>... more) {
		Class<?>[] interfaces = Stream.concat(Stream.of(type), Stream.of(more)).toArray(Class<?>[]::new);
		Enhancer enhancer = new Enhancer();
		enhancer.setSuperclass(DriverObject.class);
		enhancer.setInterfaces(interfaces);
		enhancer.setUseFactory(false);
		enhancer.setCallback((InvocationHandler) (object, method, args) -> reach(object, method, args, made));
		return enhancer.create();
	}

	private @Nullable Object reach(Object object, Method method, Object[] args, Map<Class<?>, Object> made)
			throws SQLException {
		if (method.getDeclaringClass() == Object.class) {
			return switch (method.getName()) {
				case "equals" -> object == args[0];
				case "hashCode" -> System.identityHashCode(object);
				default -> "made up " + System.identityHashCode(object);
			};
		}
		if (this.failure != null) {
			throw this.failure;
		}
		Object result = result(method.getReturnType(), made);
		this.reached.add(new Reached(method, args, result));
		return result;
	}

	private @Nullable Object result(Class<?> type, Map<Class<?>, Object> made) {
		if (made.containsKey(type)) {
			return made.get(type);
		}
		if (type == boolean.class) {
			return false;
		}
		if (type.isInterface() && type.getName().startsWith("java.sql.")) {
			return fake(type, made);
		}
		return (type == void.class || !type.isPrimitive()) ? null : number(type, 0);
	}

	private static Object[] arguments(Method method) {
		Object[] args = new Object[method.getParameterCount()];
		Arrays.setAll(args, (i) -> argument(method.getParameterTypes()[i], i + 3));
		return args;
	}

	/**
	 * Each argument differs from the others of its call.
	 */
	private static @Nullable Object argument(Class<?> type, int number) {
		if (type.isPrimitive()) {
			return (type == boolean.class) ? (Object) true : number(type, number);
		}
		if (type == String.class) {
			return "text " + number;
		}
		if (type == BigDecimal.class) {
			return BigDecimal.valueOf(number);
		}
		if (type == Class.class) {
			return String.class;
		}
		if (type == Object.class) {
			return "object " + number;
		}
		if (type == Properties.class) {
			return new Properties();
		}
		if (type == Executor.class) {
			return (Executor) Runnable::run;
		}
		return type.isArray() ? java.lang.reflect.Array.newInstance(type.getComponentType(), number) : null;
	}

	private static Object number(Class<?> type, int number) {
		return switch (type.getName()) {
			case "byte" -> (byte) number;
			case "short" -> (short) number;
			case "long" -> (long) number;
			case "float" -> (float) number;
			case "double" -> (double) number;
			default -> number;
		};
	}

}
