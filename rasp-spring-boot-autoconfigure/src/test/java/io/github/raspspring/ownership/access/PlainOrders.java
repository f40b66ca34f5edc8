package io.github.raspspring.ownership.access;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;
import org.springframework.data.repository.PagingAndSortingRepository;

/**
 * Orders by Spring Data JDBC.
 */
interface PlainOrders extends ListCrudRepository<PlainOrder, Long>, PagingAndSortingRepository<PlainOrder, Long> {

	List<PlainOrder> findByCustomer(String customer);

	Optional<PlainOrder> findByIdAndCustomer(long id, String customer);

	Page<PlainOrder> findByCustomer(String customer, Pageable page);

	List<PlainOrder> findByCustomerIn(Collection<String> customers);

	List<PlainOrder> findByStatus(String status);

	boolean existsByCustomer(String customer);

	long countByCustomer(String customer);

	@Query("select * from orders where customer = :customer and quantity >= :least")
	List<PlainOrder> atLeast(String customer, int least);

	@Query("select * from orders where customer = :customer or quantity >= :least")
	List<PlainOrder> orAtLeast(String customer, int least);

	List<PlainOrder> findByCustomerAndStatus(String customer, String status);

	List<PlainOrder> findByIdIn(Collection<Long> ids);

	Optional<PlainOrder> findFirstByCustomerOrderByIdDesc(String customer);

	Slice<PlainOrder> findByCustomerOrderById(String customer, Pageable page);

	Stream<PlainOrder> streamByCustomer(String customer);

	boolean existsByCustomerAndStatus(String customer, String status);

	long countByCustomerAndStatus(String customer, String status);

	@Query("select o.* from orders o join lines l on l.order_id = o.id where o.customer = :customer")
	List<PlainOrder> joined(String customer);

	@Query("with named as (select * from orders where customer = :customer) select * from named")
	List<PlainOrder> named(String customer);

	@Query("select * from (select o.*, row_number() over (order by o.id) n from orders o where o.customer = :customer) x where x.n <= 1")
	List<PlainOrder> windowed(String customer);

	@Query("select count(*) from orders where customer = :customer and quantity >= :least")
	int report(String customer, int least);

	@Query("select * from orders o where exists (select 1 from customers c where c.name = o.customer and c.name = :customer)")
	List<PlainOrder> related(String customer);

	@Query("select * from orders where customer = :customer union all select * from orders where customer = :other")
	List<PlainOrder> both(String customer, String other);

	@Modifying
	@Query("update orders set deleted = true where customer = :customer and id = :id")
	int hide(String customer, long id);

	@Modifying
	@Query("delete from orders where customer = :customer and id = :id")
	int remove(String customer, long id);

	@Modifying
	@Query("insert into orders (customer, book_id) values (:customer, 1)")
	int add(String customer);

	@Modifying
	@Query("update orders set customer = :to where customer = :from")
	int give(String from, String to);

	@Modifying
	@Query("update orders set status = :status where customer = :customer")
	int mark(String customer, String status);

	@Modifying
	@Query("delete from orders where customer = :customer")
	int clear(String customer);

}
