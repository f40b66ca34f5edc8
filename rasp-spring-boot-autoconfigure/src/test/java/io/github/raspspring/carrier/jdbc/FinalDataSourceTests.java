package io.github.raspspring.carrier.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import javax.sql.DataSource;

import io.github.raspspring.attack.sql.SqlErrors;
import io.github.raspspring.attack.sql.SqlJudge;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.engine.SinkBlockedException;
import io.github.raspspring.sink.SinkCoverage;
import io.github.raspspring.sink.SinkGuard;
import io.github.raspspring.sink.SinkKind;
import io.github.raspspring.sink.SinkRequests;
import io.github.raspspring.sink.UnattributedCalls;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;
import org.springframework.core.InfrastructureProxy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for data sources that no subclass can stand in for.
 */
class FinalDataSourceTests {

	private static final String ATTACK = "x' OR '1'='1";

	private static final String QUERY = "SELECT title FROM books WHERE title = '" + ATTACK + "'";

	private static final String URL = "jdbc:h2:mem:final;DB_CLOSE_DELAY=-1";

	private final SinkRequests requests = new SinkRequests(EnforcementMode.BLOCK, new SqlJudge());

	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	FinalDataSourceTests() {
		this.context.registerBean(InspectionScope.class, this.requests::scope);
		this.context.registerBean(SinkGuard.class, this.requests::guard);
		this.context.register(Sources.class, User.class);
		this.context.refresh();
		JdbcTemplate jdbc = new JdbcTemplate(user().byClass);
		jdbc.execute("DROP ALL OBJECTS");
		jdbc.execute("CREATE TABLE books (id INT PRIMARY KEY, title VARCHAR(100))");
		jdbc.execute("INSERT INTO books VALUES (1, 'Dune'), (2, 'Emma')");
	}

	private User user() {
		return this.context.getBean(User.class);
	}

	@AfterEach
	void close() {
		this.context.close();
	}

	static Stream<Named<Function<User, DataSource>>> byClass() {
		return Stream.of(Named.of("constructor", (user) -> user.byClass),
				Named.of("field", (user) -> user.fieldByClass),
				Named.of("provider", (user) -> user.providerByClass.getObject()),
				Named.of("optional", (user) -> user.optionalByClass.orElseThrow()),
				Named.of("list", (user) -> user.listByClass.get(0)),
				Named.of("own final class", (user) -> user.ownFinal),
				Named.of("own class with final methods", (user) -> user.ownFinalMethods),
				Named.of("own class with an inherited final method", (user) -> user.inherited),
				Named.of("own class with a final method for its package", (user) -> user.packageMethod));
	}

	@ParameterizedTest
	@MethodSource("byClass")
	void injectWhenAskedForByClassThenIsWhatTheApplicationMade(Function<User, DataSource> injected)
			throws SQLException {
		DataSource dataSource = injected.apply(user());
		assertThat(this.context.getBeansOfType(DataSource.class).values()).contains(dataSource);
		if (dataSource instanceof Pool pool) {
			assertThat(pool.url()).isEqualTo(URL);
		}
		try (Connection connection = dataSource.getConnection()) {
			assertThat(connection.isValid(1)).isTrue();
		}
	}

	static Stream<Named<Function<User, DataSource>>> byInterface() {
		return Stream.of(Named.of("constructor", (user) -> user.byInterface),
				Named.of("field", (user) -> user.fieldByInterface), Named.of("lazy", (user) -> user.lazy),
				Named.of("provider", (user) -> user.provider.getObject()),
				Named.of("provider if available", (user) -> user.provider.getIfAvailable()),
				Named.of("optional", (user) -> user.optional.orElseThrow()),
				Named.of("qualified", (user) -> user.qualified),
				Named.of("map", (user) -> user.map.get("ownFinalMethods")),
				Named.of("list", (user) -> user.list.get(user.list.size() - 1)),
				Named.of("collection", (user) -> user.collection.iterator().next()),
				Named.of("set", (user) -> user.set.iterator().next()), Named.of("array", (user) -> user.array[0]),
				Named.of("delegating", (user) -> user.delegating));
	}

	@ParameterizedTest
	@MethodSource("byInterface")
	void queryWhenInjectedAsInterfaceThenInnocentInputRuns(Function<User, DataSource> injected) {
		JdbcTemplate jdbc = new JdbcTemplate(injected.apply(user()));
		try (InspectionScope.Binding request = this.requests.serve("Dune", ATTACK)) {
			String query = "SELECT id FROM books WHERE title = ?";
			assertThat(jdbc.queryForList(query, Integer.class, "Dune")).containsExactly(1);
			assertThat(jdbc.queryForList(query, Integer.class, ATTACK)).isEmpty();
		}
	}

	@ParameterizedTest
	@MethodSource("byInterface")
	void queryWhenInjectedAsInterfaceThenAttackIsBlocked(Function<User, DataSource> injected) {
		assertBlocked(new JdbcTemplate(injected.apply(user())));
	}

	@ParameterizedTest
	@MethodSource("byClass")
	void queryWhenTemplateIsMadeByClassThenAttackIsBlocked(Function<User, DataSource> injected) {
		DataSource dataSource = injected.apply(user());
		JdbcTemplate made = this.context.getBeansOfType(JdbcTemplate.class)
			.values()
			.stream()
			.filter((jdbc) -> isFor(jdbc, dataSource))
			.findFirst()
			.orElseThrow();
		assertBlocked(made);
	}

	private static boolean isFor(JdbcTemplate jdbc, DataSource dataSource) {
		return jdbc.getDataSource() instanceof InfrastructureProxy proxy && proxy.getWrappedObject() == dataSource;
	}

	private void assertBlocked(JdbcTemplate jdbc) {
		try (InspectionScope.Binding request = this.requests.serve(ATTACK)) {
			assertThatExceptionOfType(SinkBlockedException.class)
				.isThrownBy(() -> jdbc.queryForList(QUERY, String.class));
		}
	}

	@Test
	void transactionWhenOneSideHasTheClassThenSharesTheConnection() {
		TransactionTemplate transaction = new TransactionTemplate(
				this.context.getBean(DataSourceTransactionManager.class));
		User user = user();
		transaction.executeWithoutResult((status) -> {
			Connection byClass = DataSourceUtils.getConnection(user.byClass);
			assertThat(byClass).isSameAs(DataSourceUtils.getConnection(user.byInterface));
			assertBlocked(new JdbcTemplate(user.byClass));
			status.setRollbackOnly();
		});
	}

	@Test
	void closeThenClosesEachOnceAndAfterItsUsers() {
		Pool pool = user().ownFinal;
		User user = user();
		this.context.close();
		assertThat(pool.closed()).isEqualTo(1);
		assertThat(user.openWhenClosed).isTrue();
	}

	@Test
	void coverageThenTellsHowAndWhatStaysOpen() {
		DataSourceGuardPostProcessor carrier = this.context.getBean(DataSourceGuardPostProcessor.class);
		SinkCoverage coverage = SinkCoverage.of(List.of(carrier)).get(SinkKind.SQL.ordinal());
		assertThat(coverage.carriedBy()).contains(
				"DataSource bean h2, by the connections it hands out where it is injected as a DataSource",
				"DataSource bean delegating");
		assertThat(coverage.open())
			.anySatisfy((gap) -> assertThat(gap).startsWith("DataSource bean ownFinal where code fetches it")
				.contains(OwnFinal.class.getName()))
			.anySatisfy((gap) -> assertThat(gap).startsWith("Injected by class: ")
				.contains("org.h2.jdbcx.JdbcDataSource at field 'fieldByClass'"));
	}

	static class User {

		private final JdbcDataSource byClass;

		private final DataSource byInterface;

		private final DataSource lazy;

		private final OwnFinal ownFinal;

		@Autowired
		private JdbcDataSource fieldByClass;

		@Autowired
		private ObjectProvider<JdbcDataSource> providerByClass;

		@Autowired
		private Optional<JdbcDataSource> optionalByClass;

		@Autowired
		private List<JdbcDataSource> listByClass;

		@Autowired
		private OwnFinalMethods ownFinalMethods;

		@Autowired
		private Inherited inherited;

		@Autowired
		private PackageMethod packageMethod;

		@Autowired
		private DataSource fieldByInterface;

		@Autowired
		private ObjectProvider<DataSource> provider;

		@Autowired
		private Optional<DataSource> optional;

		@Autowired
		@Qualifier("ownFinal")
		private DataSource qualified;

		@Autowired
		private Map<String, DataSource> map;

		@Autowired
		private List<DataSource> list;

		@Autowired
		private Collection<DataSource> collection;

		@Autowired
		private Set<DataSource> set;

		@Autowired
		private DataSource[] array;

		@Autowired
		private DelegatingDataSource delegating;

		private boolean openWhenClosed;

		User(JdbcDataSource byClass, DataSource byInterface, @Lazy DataSource lazy, OwnFinal ownFinal) {
			this.byClass = byClass;
			this.byInterface = byInterface;
			this.lazy = lazy;
			this.ownFinal = ownFinal;
		}

		@jakarta.annotation.PreDestroy
		void stop() {
			this.openWhenClosed = this.ownFinal.closed() == 0;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Sources {

		@Bean
		static DataSourceGuardPostProcessor dataSourceGuardPostProcessor(ObjectProvider<InspectionScope> scopes,
				ObjectProvider<SinkGuard> guards, ObjectProvider<SqlErrors> errors) {
			return new DataSourceGuardPostProcessor(scopes, guards, errors, new UnattributedCalls());
		}

		@Bean
		@Primary
		JdbcDataSource h2() {
			JdbcDataSource dataSource = new JdbcDataSource();
			dataSource.setURL(URL);
			return dataSource;
		}

		@Bean
		OwnFinal ownFinal(JdbcDataSource h2) {
			return new OwnFinal(h2);
		}

		@Bean
		OwnFinalMethods ownFinalMethods(JdbcDataSource h2) {
			return new OwnFinalMethods(h2);
		}

		@Bean
		Inherited inherited(JdbcDataSource h2) {
			return new Inherited(h2);
		}

		@Bean
		PackageMethod packageMethod(JdbcDataSource h2) {
			return new PackageMethod(h2);
		}

		@Bean
		DelegatingDataSource delegating(@Qualifier("ownFinal") DataSource ownFinal) {
			return new DelegatingDataSource(ownFinal);
		}

		@Bean
		JdbcTemplate h2Template(JdbcDataSource h2) {
			return new JdbcTemplate(h2);
		}

		@Bean
		JdbcTemplate ownFinalTemplate(OwnFinal dataSource) {
			return new JdbcTemplate(dataSource);
		}

		@Bean
		JdbcTemplate ownFinalMethodsTemplate(OwnFinalMethods dataSource) {
			return new JdbcTemplate(dataSource);
		}

		@Bean
		JdbcTemplate inheritedTemplate(Inherited dataSource) {
			return new JdbcTemplate(dataSource);
		}

		@Bean
		JdbcTemplate packageMethodTemplate(PackageMethod dataSource) {
			return new JdbcTemplate(dataSource);
		}

		@Bean
		DataSourceTransactionManager transactionManager(JdbcDataSource h2) {
			return new JdbcTransactionManager(h2);
		}

	}

	interface Pool {

		String url();

		int closed();

	}

	abstract static class PoolBase extends AbstractDataSource implements Pool, AutoCloseable {

		private final JdbcDataSource target;

		private int closed;

		PoolBase(JdbcDataSource target) {
			this.target = target;
		}

		@Override
		public Connection getConnection() throws SQLException {
			return this.target.getConnection();
		}

		@Override
		public Connection getConnection(String username, String password) throws SQLException {
			return this.target.getConnection(username, password);
		}

		@Override
		public String url() {
			return this.target.getURL();
		}

		@Override
		public int closed() {
			return this.closed;
		}

		@Override
		public void close() {
			this.closed++;
		}

	}

	static final class OwnFinal extends PoolBase {

		OwnFinal(JdbcDataSource target) {
			super(target);
		}

	}

	static class OwnFinalMethods extends PoolBase {

		OwnFinalMethods(JdbcDataSource target) {
			super(target);
		}

		@Override
		public final Connection getConnection() throws SQLException {
			return super.getConnection();
		}

	}

	abstract static class FinalAccessor extends PoolBase {

		FinalAccessor(JdbcDataSource target) {
			super(target);
		}

		@Override
		public final String url() {
			return super.url();
		}

	}

	static class Inherited extends FinalAccessor {

		Inherited(JdbcDataSource target) {
			super(target);
		}

	}

	static class PackageMethod extends PoolBase {

		PackageMethod(JdbcDataSource target) {
			super(target);
		}

		final int size() {
			return 1;
		}

	}

}
