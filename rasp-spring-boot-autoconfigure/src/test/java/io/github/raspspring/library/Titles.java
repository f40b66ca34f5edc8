package io.github.raspspring.library;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.transaction.annotation.Transactional;

/**
 * Queries of every kind that Spring Data JPA knows.
 */
interface Titles extends JpaRepository<Title, Long>, JpaSpecificationExecutor<Title> {

	List<Title> findByName(String name);

	List<Title> findByAuthorIgnoreCaseOrderByPublishedDesc(String author);

	List<Title> findByNameContainingIgnoreCase(String part);

	List<Title> findByNameStartingWith(String start, Sort sort);

	List<Title> findByGenreIn(Collection<String> genres);

	List<Title> findByGenreNotIn(Collection<String> genres);

	List<Title> findByPublishedBetween(int from, int to);

	List<Title> findByAuthorOrNameLike(String author, String pattern);

	List<Title> findTop3ByOrderByPriceDesc();

	Optional<Title> findFirstByNameOrderByIdAsc(String name);

	Page<Title> findByGenre(String genre, Pageable page);

	Slice<Title> findByPublishedGreaterThan(int year, Pageable page);

	boolean existsByAuthor(String author);

	long countByGenre(String genre);

	@Transactional
	long deleteByName(String name);

	@Query("select t from Title t where lower(t.name) like lower(concat('%', :part, '%')) or t.author = :part")
	List<Title> search(String part);

	@Query("select t.genre, count(t), avg(t.price) from Title t group by t.genre having count(t) > :least order by 1")
	List<Object[]> genres(long least);

	@Query("select t from Title t where t.price > (select avg(o.price) from Title o where o.genre = t.genre)")
	List<Title> aboveAverage();

	@Query(value = "select * from titles t where t.author = :author and t.name <> 'and' -- by author",
			nativeQuery = true)
	List<Title> ofAuthor(String author);

	@Query(value = "select * from titles where name like '%' || ?1 || '%' order by name",
			countQuery = "select count(*) from titles where name like '%' || ?1 || '%'", nativeQuery = true)
	Page<Title> page(String part, Pageable page);

	@Query(value = "select name from titles union select author from titles order by 1", nativeQuery = true)
	List<String> words();

	@Modifying
	@Transactional
	@Query("update Title t set t.price = t.price * 1.1 where t.author = :author")
	int raise(String author);

}
