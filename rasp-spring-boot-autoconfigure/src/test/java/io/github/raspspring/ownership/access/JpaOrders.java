package io.github.raspspring.ownership.access;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/**
 * Orders by JPA.
 */
interface JpaOrders extends JpaRepository<ShopOrder, Long> {

	List<ShopOrder> findByCustomer(String customer);

	Optional<ShopOrder> findByIdAndCustomer(long id, String customer);

	Page<ShopOrder> findByCustomer(String customer, Pageable page);

	Slice<ShopOrder> findByStatus(String status, Pageable page);

	List<ShopOrder> findByCustomerIgnoreCase(String customer);

	List<ShopOrder> findByCustomerIn(Collection<String> customers);

	List<ShopOrder> findTop3ByOrderByIdAsc();

	Stream<ShopOrder> streamByBookId(long bookId);

	boolean existsByCustomerAndStatus(String customer, String status);

	long countByCustomer(String customer);

	long countByStatus(String status);

	long deleteByCustomer(String customer);

	long deleteByStatus(String status);

	@Query("select o from ShopOrder o where o.customer = :customer and o.quantity >= :least")
	List<ShopOrder> atLeast(String customer, int least);

	@Query("select o from ShopOrder o where o.customer = :customer or o.quantity >= :least")
	List<ShopOrder> orAtLeast(String customer, int least);

	@Query("select o.status, count(o) from ShopOrder o where o.customer = :customer group by o.status")
	List<Object[]> states(String customer);

	@Query("select o.customer, count(o) from ShopOrder o group by o.customer")
	List<Object[]> allCustomers();

	@Query("select o from ShopOrder o where o.customer = (select max(x.customer) from ShopOrder x where x.customer = :customer)")
	List<ShopOrder> bySubquery(String customer);

	@Query("select o.customer as customer, o.status as status from ShopOrder o where o.id = :id")
	Optional<Seen> seen(long id);

	Optional<ShopOrder> findFirstByCustomerOrderByIdDesc(String customer);

	Stream<ShopOrder> streamByCustomer(String customer);

	Slice<ShopOrder> findByCustomerAndStatus(String customer, String status, Pageable page);

	@Query(value = "select o.* from orders o join lines l on l.order_id = o.id where o.customer = ?1",
			nativeQuery = true)
	List<ShopOrder> joined(String customer);

	@Query(value = "with named as (select * from orders where customer = ?1) select * from named", nativeQuery = true)
	List<ShopOrder> named(String customer);

	@Query("select o from ShopOrder o where exists (select 1 from ShopOrder x where x.id = o.id and x.customer = o.customer and x.customer = :customer)")
	List<ShopOrder> related(String customer);

	@Modifying
	@Query("update ShopOrder o set o.deleted = true where o.customer = :customer")
	int hide(String customer);

	@Modifying
	@Query("delete from ShopOrder o where o.customer = :customer and o.id = :id")
	int remove(String customer, long id);

	@Query(value = "select * from orders where id = ?1", nativeQuery = true)
	Optional<ShopOrder> byNative(long id);

	@Query(value = "select * from orders where id = ?1 and customer = ?2", nativeQuery = true)
	Optional<ShopOrder> ownByNative(long id, String customer);

	/**
	 * What is shown of an order.
	 */
	interface Seen {

		String getCustomer();

		String getStatus();

	}

}
