package io.github.raspspring.ownership.access;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
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

	@Modifying
	@Query("update orders set status = :status where customer = :customer")
	int mark(String customer, String status);

	@Modifying
	@Query("delete from orders where customer = :customer")
	int clear(String customer);

}
