package io.github.raspspring.ownership.access;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.SinkBlockedException;
import io.github.raspspring.engine.pipeline.Exchange;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Repositories of JPA and of Spring Data JDBC, used for requests of bob.
 */
class OwnershipRepositoryTests {

	/**
	 * One use of a repository, and what is to be said of it.
	 */
	record Use(String name, String verdict, Consumer<Shop> work) {

		@Override
		public String toString() {
			return this.verdict + ": " + this.name;
		}

	}

	private static Use jpa(String verdict, String name, Consumer<JpaOrders> work) {
		return new Use("jpa " + name, verdict, (shop) -> {
			work.accept(shop.bean(JpaOrders.class));
			shop.bean(EntityManager.class).flush();
		});
	}

	private static Use jdbc(String verdict, String name, Consumer<PlainOrders> work) {
		return new Use("jdbc " + name, verdict, (shop) -> work.accept(shop.bean(PlainOrders.class)));
	}

	static List<Use> uses() {
		List<Use> uses = new ArrayList<>();
		uses.addAll(ownByJpa());
		uses.addAll(foreignByJpa());
		uses.addAll(byJdbc());
		uses.addAll(moreOwnByJdbc());
		uses.addAll(moreForeignByJdbc());
		return uses;
	}

	private static List<Use> ownByJpa() {
		return List.of(jpa("own", "find by id", (orders) -> orders.findById(2L).orElseThrow()),
				jpa("own", "find by ids", (orders) -> orders.findAllById(List.of(2L, 3L))),
				jpa("own", "find own", (orders) -> orders.findByCustomer("bob")),
				jpa("own", "find by id and owner", (orders) -> orders.findByIdAndCustomer(1, "bob")),
				jpa("own", "page", (orders) -> orders.findByCustomer("bob", PageRequest.of(0, 1))),
				jpa("own", "ignoring case", (orders) -> orders.findByCustomerIgnoreCase("BOB")),
				jpa("own", "in", (orders) -> orders.findByCustomerIn(List.of("bob"))),
				jpa("own", "exists", (orders) -> orders.existsByCustomerAndStatus("bob", "placed")),
				jpa("own", "count", (orders) -> orders.countByCustomer("bob")),
				jpa("own", "query", (orders) -> orders.atLeast("bob", 1)),
				jpa("own", "report", (orders) -> orders.states("bob")),
				jpa("own", "projection", (orders) -> orders.seen(2).orElseThrow().getCustomer()),
				jpa("own", "save new", (orders) -> orders.save(new ShopOrder("bob", 1))),
				jpa("own", "save new batch",
						(orders) -> orders.saveAll(List.of(new ShopOrder("bob", 1), new ShopOrder("bob", 2)))),
				jpa("own", "save new, then change", (orders) -> {
					ShopOrder order = orders.saveAndFlush(new ShopOrder("bob", 1));
					order.setStatus("paid");
				}), jpa("own", "change what was read", (orders) -> orders.findById(2L).orElseThrow().setStatus("paid")),
				jpa("own", "soft delete", (orders) -> orders.findById(3L).orElseThrow().setDeleted(true)),
				jpa("own", "delete what was read", (orders) -> orders.delete(orders.findById(3L).orElseThrow())),
				jpa("own", "delete by id", (orders) -> orders.deleteById(3L)),
				jpa("own", "bulk update", (orders) -> orders.hide("bob")),
				jpa("own", "bulk delete", (orders) -> orders.remove("bob", 3)),
				jpa("own", "derived delete", (orders) -> orders.deleteByCustomer("bob")),
				jpa("own", "native", (orders) -> orders.byNative(2).orElseThrow()),
				jpa("own", "native with owner", (orders) -> orders.ownByNative(1, "bob")),
				jpa("own", "first", (orders) -> orders.findFirstByCustomerOrderByIdDesc("bob").orElseThrow()),
				jpa("own", "stream", (orders) -> orders.streamByCustomer("bob").forEach(ShopOrder::getCustomer)),
				jpa("own", "slice", (orders) -> orders.findByCustomerAndStatus("bob", "placed", PageRequest.of(0, 1))),
				jpa("own", "native join", (orders) -> orders.joined("bob")),
				jpa("own", "native with", (orders) -> orders.named("bob")),
				jpa("own", "related", (orders) -> orders.related("bob")));
	}

	private static List<Use> foreignByJpa() {
		return List.of(jpa("read", "find by id", (orders) -> orders.findById(1L)),
				jpa("read", "find by ids", (orders) -> orders.findAllById(List.of(2L, 1L))),
				jpa("read", "find all", JpaOrders::findAll),
				jpa("read", "find all sorted", (orders) -> orders.findAll(Sort.by("id"))),
				jpa("read", "find other's", (orders) -> orders.findByCustomer("alice")),
				jpa("read", "find by id and owner", (orders) -> orders.findByIdAndCustomer(1, "alice")),
				jpa("read", "page", (orders) -> orders.findByCustomer("alice", PageRequest.of(0, 1))),
				jpa("read", "slice", (orders) -> orders.findByStatus("placed", PageRequest.of(0, 3))),
				jpa("read", "ignoring case", (orders) -> orders.findByCustomerIgnoreCase("ALICE")),
				jpa("read", "in", (orders) -> orders.findByCustomerIn(List.of("bob", "alice"))),
				jpa("read", "top", JpaOrders::findTop3ByOrderByIdAsc),
				jpa("read", "stream", (orders) -> orders.streamByBookId(1).forEach(ShopOrder::getCustomer)),
				jpa("read", "exists", (orders) -> orders.existsByCustomerAndStatus("alice", "placed")),
				jpa("read", "count", (orders) -> orders.countByCustomer("alice")),
				jpa("read", "query", (orders) -> orders.atLeast("alice", 1)),
				jpa("read", "or", (orders) -> orders.orAtLeast("bob", 1)),
				jpa("read", "report", (orders) -> orders.states("alice")),
				jpa("read", "report of all", JpaOrders::allCustomers),
				jpa("read", "subquery", (orders) -> orders.bySubquery("alice")),
				jpa("read", "projection", (orders) -> orders.seen(1)),
				jpa("read", "native", (orders) -> orders.byNative(1)),
				jpa("read", "derived delete reads first", (orders) -> orders.deleteByStatus("placed")),
				jpa("read", "delete by id reads first", (orders) -> orders.deleteById(1L)),
				jpa("write", "save for another", (orders) -> orders.save(new ShopOrder("alice", 1))),
				jpa("write", "batch with one of another",
						(orders) -> orders.saveAll(List.of(new ShopOrder("bob", 1), new ShopOrder("alice", 2)))),
				jpa("write", "give away", (orders) -> orders.findById(2L).orElseThrow().setCustomer("alice")),
				jpa("write", "bulk update", (orders) -> orders.hide("alice")),
				jpa("write", "bulk delete", (orders) -> orders.remove("alice", 1)),
				jpa("hint", "count of all", JpaOrders::count),
				jpa("hint", "count by status", (orders) -> orders.countByStatus("placed")),
				jpa("hint", "exists by id", (orders) -> orders.existsById(1L)),
				jpa("hint", "delete all in batch", JpaOrders::deleteAllInBatch));
	}

	private static List<Use> byJdbc() {
		return List.of(jdbc("own", "find by id", (orders) -> orders.findById(2L).orElseThrow()),
				jdbc("own", "find by ids", (orders) -> orders.findAllById(List.of(2L, 3L))),
				jdbc("own", "find own", (orders) -> orders.findByCustomer("bob")),
				jdbc("own", "find by id and owner", (orders) -> orders.findByIdAndCustomer(1, "bob")),
				jdbc("own", "page", (orders) -> orders.findByCustomer("bob", PageRequest.of(0, 1))),
				jdbc("own", "in", (orders) -> orders.findByCustomerIn(List.of("bob"))),
				jdbc("own", "exists", (orders) -> orders.existsByCustomer("bob")),
				jdbc("own", "count", (orders) -> orders.countByCustomer("bob")),
				jdbc("own", "query", (orders) -> orders.atLeast("bob", 1)),
				jdbc("own", "insert", (orders) -> orders.save(order(null, "bob", "placed"))),
				jdbc("own", "insert, then change", (orders) -> {
					PlainOrder made = orders.save(order(null, "bob", "placed"));
					orders.save(order(made.id(), "bob", "paid"));
				}),
				jdbc("own", "insert batch",
						(orders) -> orders.saveAll(List.of(order(null, "bob", "placed"), order(null, "bob", "paid")))),
				jdbc("own", "change what was read", (orders) -> {
					PlainOrder read = orders.findById(2L).orElseThrow();
					orders.save(order(read.id(), read.customer(), "paid"));
				}), jdbc("own", "delete what was read", (orders) -> orders.delete(orders.findById(3L).orElseThrow())),
				jdbc("own", "update", (orders) -> orders.mark("bob", "paid")),
				jdbc("own", "delete", (orders) -> orders.clear("bob")),
				jdbc("read", "find by id", (orders) -> orders.findById(1L)),
				jdbc("read", "find by ids", (orders) -> orders.findAllById(List.of(2L, 4L))),
				jdbc("read", "find all", PlainOrders::findAll),
				jdbc("read", "find all sorted", (orders) -> orders.findAll(Sort.by("id"))),
				jdbc("read", "find all paged", (orders) -> orders.findAll(PageRequest.of(0, 1, Sort.by("id")))),
				jdbc("read", "find other's", (orders) -> orders.findByCustomer("alice")),
				jdbc("read", "find by id and owner", (orders) -> orders.findByIdAndCustomer(1, "alice")),
				jdbc("read", "find by status", (orders) -> orders.findByStatus("placed")),
				jdbc("read", "in", (orders) -> orders.findByCustomerIn(List.of("bob", "alice"))),
				jdbc("read", "exists", (orders) -> orders.existsByCustomer("alice")),
				jdbc("read", "count", (orders) -> orders.countByCustomer("alice")),
				jdbc("read", "or", (orders) -> orders.orAtLeast("bob", 1)),
				jdbc("write", "insert for another", (orders) -> orders.save(order(null, "alice", "placed"))),
				jdbc("write", "give away", (orders) -> orders.save(order(2L, "alice", "placed"))),
				jdbc("write", "update", (orders) -> orders.mark("alice", "paid")),
				jdbc("write", "delete", (orders) -> orders.clear("alice")),
				jdbc("hint", "take another's by id", (orders) -> orders.save(order(1L, "bob", "placed"))),
				jdbc("hint", "delete by id", (orders) -> orders.deleteById(1L)),
				jdbc("hint", "count of all", PlainOrders::count));
	}

	private static List<Use> moreOwnByJdbc() {
		return List.of(
				jdbc("own", "find by owner and status", (orders) -> orders.findByCustomerAndStatus("bob", "placed")),
				jdbc("own", "find by id in", (orders) -> orders.findByIdIn(List.of(2L, 3L))),
				jdbc("own", "first", (orders) -> orders.findFirstByCustomerOrderByIdDesc("bob").orElseThrow()),
				jdbc("own", "slice", (orders) -> orders.findByCustomerOrderById("bob", PageRequest.of(0, 1))),
				jdbc("own", "stream", (orders) -> orders.streamByCustomer("bob").forEach(PlainOrder::customer)),
				jdbc("own", "exists with status", (orders) -> orders.existsByCustomerAndStatus("bob", "placed")),
				jdbc("own", "count with status", (orders) -> orders.countByCustomerAndStatus("bob", "placed")),
				jdbc("own", "join", (orders) -> orders.joined("bob")),
				jdbc("own", "with", (orders) -> orders.named("bob")),
				jdbc("own", "window", (orders) -> orders.windowed("bob")),
				jdbc("own", "report", (orders) -> orders.report("bob", 1)),
				jdbc("own", "subquery", (orders) -> orders.related("bob")),
				jdbc("own", "union", (orders) -> orders.both("bob", "bob")),
				jdbc("own", "soft delete", (orders) -> orders.hide("bob", 2)),
				jdbc("own", "delete with owner", (orders) -> orders.remove("bob", 3)),
				jdbc("own", "insert by query", (orders) -> orders.add("bob")),
				jdbc("own", "change many that were read", (orders) -> orders.saveAll(orders.findByCustomer("bob"))),
				jdbc("own", "delete many that were read", (orders) -> orders.deleteAll(orders.findByCustomer("bob"))));
	}

	private static List<Use> moreForeignByJdbc() {
		return List.of(
				jdbc("read", "find by owner and status", (orders) -> orders.findByCustomerAndStatus("alice", "placed")),
				jdbc("read", "find by id in", (orders) -> orders.findByIdIn(List.of(3L, 4L))),
				jdbc("read", "first", (orders) -> orders.findFirstByCustomerOrderByIdDesc("alice")),
				jdbc("read", "slice", (orders) -> orders.findByCustomerOrderById("alice", PageRequest.of(0, 1))),
				jdbc("read", "stream", (orders) -> orders.streamByCustomer("alice").forEach(PlainOrder::customer)),
				jdbc("read", "exists with status", (orders) -> orders.existsByCustomerAndStatus("alice", "placed")),
				jdbc("read", "count with status", (orders) -> orders.countByCustomerAndStatus("alice", "placed")),
				jdbc("read", "join", (orders) -> orders.joined("alice")),
				jdbc("read", "with", (orders) -> orders.named("alice")),
				jdbc("read", "window", (orders) -> orders.windowed("alice")),
				jdbc("read", "report", (orders) -> orders.report("alice", 1)),
				jdbc("read", "subquery", (orders) -> orders.related("alice")),
				jdbc("read", "union", (orders) -> orders.both("bob", "alice")),
				jdbc("write", "soft delete", (orders) -> orders.hide("alice", 1)),
				jdbc("write", "delete with owner", (orders) -> orders.remove("alice", 1)),
				jdbc("write", "insert by query", (orders) -> orders.add("alice")),
				jdbc("write", "give away by query", (orders) -> orders.give("bob", "alice")),
				jdbc("write", "insert batch with one of another",
						(orders) -> orders.saveAll(List.of(order(null, "bob", "x"), order(null, "alice", "x")))));
	}

	private static PlainOrder order(Long id, String customer, String status) {
		return new PlainOrder(id, customer, 1L, 1, status);
	}

	@Nested
	class OnH2 extends OnDatabase {

		OnH2() {
			super("h2");
		}

	}

	@Nested
	class OnPostgresql extends OnDatabase {

		OnPostgresql() {
			super("postgresql");
		}

	}

	@TestInstance(Lifecycle.PER_CLASS)
	abstract static class OnDatabase {

		private final String database;

		private Shop shop;

		OnDatabase(String database) {
			this.database = database;
		}

		static List<Use> uses() {
			return OwnershipRepositoryTests.uses();
		}

		@BeforeAll
		void open() {
			this.shop = new Shop(this.database);
		}

		@AfterAll
		void close() {
			this.shop.close();
		}

		@ParameterizedTest
		@MethodSource("uses")
		void repositoryWhenUsedByBobThenVerdictIsAsExpected(Use use) {
			Exchange exchange = this.shop.request(Shop.bob());
			Throwable thrown = run(exchange, use);
			List<String> seen = exchange.findings().stream().map(Finding::rule).map((rule) -> rule.id()).toList();
			switch (use.verdict()) {
				case "own" -> {
					assertThat(thrown).isNull();
					assertThat(seen).doesNotContain("foreign-object-read", "foreign-object-write");
				}
				case "hint" -> {
					assertThat(thrown).isNull();
					assertThat(seen).contains("unrestricted-statement");
				}
				default -> {
					assertThat(seen).contains("foreign-object-" + use.verdict());
					assertThat(thrown).isNotNull();
					assertThat(NestedExceptionUtils.getMostSpecificCause(thrown))
						.isInstanceOf(SinkBlockedException.class);
				}
			}
		}

		@ParameterizedTest
		@MethodSource("uses")
		void repositoryWhenUsedByClerkThenNothingIsSaid(Use use) {
			Exchange exchange = this.shop.request(Shop.clerk());
			assertThat(run(exchange, use)).isNull();
			assertThat(exchange.findings()).isEmpty();
		}

		private Throwable run(Exchange exchange, Use use) {
			try {
				this.shop.serve(exchange, () -> {
					use.work().accept(this.shop);
					return null;
				});
				return null;
			}
			catch (RuntimeException ex) {
				return ex;
			}
		}

	}

}
