package io.github.raspspring.ownership.statement;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class StatementReaderTests {

	private final StatementReader reader = new StatementReader(
			List.of(GuardedTable.of(0, "shop.Orders", "Customer", "id")));

	private Reach reach(String sql) {
		Analysis analysis = this.reader.read(sql);
		assertThat(analysis.readable()).as(sql).isTrue();
		return analysis.accesses()
			.stream()
			.map((access) -> access.owner()
				.reach((operand) -> (operand.parameter() > 0) ? "bob" : operand.literal(),
						(value, folded) -> "bob".equals(value)))
			.max(Enum::compareTo)
			.orElseThrow();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "select 1 from orders where customer = ?", "select 1 from shop.orders where customer = 'bob'",
					"select 1 from \"SHOP\".\"Orders\" o where o.\"CUSTOMER\" = ?",
					"select 1 from orders where 'bob' = customer and (id = 1 or id = 2)",
					"select 1 from orders where (customer, id) = (?, 1)",
					"select 1 from orders where customer = ? and id in (1, 2) and quantity > 3",
					"select 1 from customers c join orders using (customer) where c.customer = ?",
					"select 1 from orders where not (customer <> ? or id = 1)",
					"select 1 from (select customer cu from orders) x where x.cu = ?",
					"with a as (select * from orders), b as (select * from a where customer = ?) select 1 from b",
					"with orders as (select * from orders where customer = ?) select 1 from orders",
					"with a as (with a as (select * from orders where customer = ?) select * from a) select 1 from a",
					"with d as (delete from orders where customer = ? returning id) select count(*) from d",
					"with u as (update orders set note = 'x' where customer = ? returning id) select id from u",
					"with i as (insert into orders (customer) values (?) returning id) select id from i",
					"create table mine as select id from orders where customer = ?",
					"select id into mine from orders where customer = ?",
					"values ((select max(id) from orders where customer = ?))",
					"select 1 from orders where customer = any (array['bob'])",
					"select 1 from orders where customer = any (array[?, 'bob']::text[])",
					"select 1 from orders where customer = some (select customer from friends where customer = ?)",
					"select 1 from orders where customer = cast(? as uuid)",
					"update orders set customer = coalesce(customer, ?) where customer = ?",
					"update orders set customer = case when id = 2 then ? else customer end where customer = ?" })
	void restrictionWhenOwnerIsBoundThenIsOwn(String sql) {
		assertThat(reach(sql)).isEqualTo(Reach.OWN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "select 1 from orders", "select 1 from orders where customer = ? or id = 1",
			"select 1 from orders where customer = ? and id in (1, 2) or quantity > 3",
			"select 1 from orders where id in (1) or customer = ?", "select 1 from orders where not customer = ?",
			"select 1 from orders where not (customer = ? and id = 1)", "select 1 from orders where customer <> ?",
			"select 1 from orders where customer like ?", "select 1 from orders where customer = coalesce(?, customer)",
			"select 1 from orders where case when id = 1 then true else customer = ? end",
			"select 1 from orders where customer = customer", "select 1 from orders where ? = ?",
			"select 1 from orders where customer >= ? and customer <= ?",
			"select 1 from orders o left join lines l on o.customer = ?",
			"select 1 from lines l right join orders o on o.customer = ? and l.id = o.id",
			"select 1 from lines l full join orders o on o.customer = ?",
			"select 1 from orders o, orders p where o.customer = ?",
			"select 1 from orders where customer = ? union select 1 from orders",
			"select (select max(id) from orders) from orders where customer = ?",
			"select 1 from lines where exists (select 1 from orders) and customer = ?",
			"select 1 from orders where customer = ? order by (select max(id) from orders)",
			"select 1 from orders where customer in (?, customer)",
			"select 1 from orders where customer in (select name from c)",
			"with a as (select * from orders) select 1 from a x, a y where x.customer = ?",
			"select 1 from (select id, 'bob' as customer from orders) x where x.customer = ?",
			"select 1 from (select id, status as customer from orders) x where x.customer = ?",
			"select 1 from lines l where not exists (select 1 from orders o where o.id = l.id)",
			"explain analyze delete from orders where id = ?", "select 1 from lines; delete from orders where id = ?",
			"merge into orders (id, note) key (id) values (1, ?)",
			"with d as (delete from orders where customer <> 'bob' returning id) select count(*) from d",
			"with u as (update orders set note = 'x' where id = 1 returning id) select count(*) from u",
			"with m as (select 1), d as (delete from orders returning id) select * from m",
			"with orders as (select id, 'bob' as customer from orders) select 1 from orders where customer = ?",
			"with a as (select id from orders), orders as (select 1 as id, 'bob' as customer) select id from a",
			"select x.id from (with orders as (select 1 as id) select id from orders) x, orders",
			"with a as (with a as (select * from orders) select * from a) select 1 from a",
			"with recursive b as (select 1 as x union all select x from c), c as (select 1 x from orders) select x from b",
			"create table t as select * from orders where id = ?", "select status into t from orders where id = 1",
			"create view v as select id, status from orders", "values ((select status from orders where id = 1))",
			"values (1, (select max(status) from orders)), (2, null)",
			"select 1 from orders where customer = any (select tenant from projects)",
			"select 1 from orders where customer = all (select tenant from projects)",
			"select 1 from orders where customer = any ('{alice,bob}')",
			"select 1 from orders where customer = concat('ali', 'ce')",
			"select 1 from orders where customer = 6.0 + 1.0", "select 1 from orders where customer = 0x0A + 0x01",
			"select 1 from orders where customer = -(6.5) * 2.0", "select 1 from orders where customer = 'ali' || 'ce'",
			"select 1 from orders where customer = ? + 1",
			"select 1 from orders where customer = replace(?, 'bob', 'alice')",
			"select 1 from orders where customer = substring(? from 2)",
			"select 1 from orders where customer = decode(?, ?, 'alice')",
			"insert into orders (customer, id) values (concat('al', 'ice'), 1)" })
	void restrictionWhenSomethingGoesAroundItThenIsOpen(String sql) {
		assertThat(reach(sql)).isEqualTo(Reach.OPEN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "select 1 from orders where customer = any (array['alice', 'bob'])",
			"select 1 from orders where customer = any (array[?, 'alice'])",
			"with i as (insert into orders (customer, id) values ('alice', 1) returning id) select id from i",
			"update orders set customer = case when id = 2 then 'alice' else customer end where customer = ?",
			"update orders set customer = case id when 2 then ? else 'alice' end where customer = ?",
			"insert into orders (customer, id) values (coalesce('alice', ?), 1)" })
	void restrictionWhenAValueIsOfSomebodyElseThenIsForeign(String sql) {
		assertThat(reach(sql)).isEqualTo(Reach.FOREIGN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "current_setting('app.user')", "session_user()", "uuid_to_bin(?)", "decode(?, 'hex')",
			"coalesce(?, '')", "any (?)", "sys_context('USERENV', 'CLIENT_IDENTIFIER')" })
	void restrictionWhenOnlyTheDatabaseKnowsThenIsUnknown(String value) {
		assertThat(reach("select 1 from orders where customer = " + value)).isEqualTo(Reach.UNKNOWN);
	}

	@Test
	void readWhenNoTableIsNamedThenIsNothing() {
		assertThat(this.reader.read("select * from reorders, orders_archive")).isSameAs(Analysis.NOTHING);
	}

	@ParameterizedTest
	@ValueSource(strings = { "(", "((select ", "case when ", "coalesce(" })
	void readWhenNestedDeeplyThenIsLeftToTheRows(String part) {
		String sql = "select * from orders where x = " + part.repeat(2000);
		assertThat(this.reader.read(sql).readable()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(ints = { 4, 8, 12, 16, 20, 23 })
	void readWhenNestedThenIsReadOrLeftToTheRows(int depth) {
		String sql = "select * from orders where " + "(".repeat(depth) + "customer = ?" + ")".repeat(depth);
		Analysis analysis = this.reader.read(sql);
		assertThat(analysis.columns()).hasSize(1);
	}

	@Test
	void readWhenConditionIsLongThenIsRead() {
		String sql = "select 1 from orders where customer = ? " + "and (id <> 1 or id <> 2) ".repeat(500);
		assertThat(reach(sql)).isEqualTo(Reach.OWN);
	}

	@Test
	void readWhenQueriesAreNamedExponentiallyThenIsBounded() {
		StringBuilder sql = new StringBuilder("with a0 as (select * from orders)");
		IntStream.range(1, 20)
			.forEach((i) -> sql.append(", a" + i + " as (select * from a" + (i - 1) + " x, a" + (i - 1) + " y)"));
		assertThat(this.reader.read(sql + " select * from a19").readable()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "tags = array['a', 'b']", "created > '2026-01-01 10:20:30'::timestamp at time zone 'UTC'",
			"note = '[{\"a\": [{\"b\": {\"c\": [1]}}]}]'",
			"times in ('10:20:30', '11:20:30', '12:20:30', '13:20:30', '14:20:30')", "tags[1] = 'a'",
			"a::text = '1' and b::text = '2' and c::text = '3' and d::text = '4' and e::text = '5'",
			"((((((id > 1))))))" })
	void readWhenStatementIsAsApplicationsHaveItThenIsRead(String condition) {
		assertThat(new StatementReader(List.of(GuardedTable.of(0, "orders", "customer", "id")))
			.read("select id from orders where customer = 'bob' and " + condition)
			.readable()).isTrue();
	}

	/**
	 * The parser would take exponential time, which this test would notice by not ending.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "[", "{", "x:", "[{", "(", "a[:", "case when ", "(a[" })
	void readWhenStatementIsMadeToTakeLongThenIsNotRead(String piece) {
		assertThat(new StatementReader(List.of(GuardedTable.of(0, "orders", "customer", "id")))
			.read("select id from orders where " + piece.repeat(200))
			.readable()).isFalse();
	}

}
