package io.github.raspspring.library;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.persistence.EntityManager;

import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What honest clients of the library use. Every value is bound.
 */
@RestController
@Transactional
class LibraryController {

	private final Titles titles;

	private final EntityManager entities;

	private final JdbcTemplate jdbc;

	private final JdbcClient client;

	private final NamedParameterJdbcTemplate named;

	LibraryController(Titles titles, EntityManager entities, JdbcTemplate jdbc, JdbcClient client,
			NamedParameterJdbcTemplate named) {
		this.titles = titles;
		this.entities = entities;
		this.jdbc = jdbc;
		this.client = client;
		this.named = named;
	}

	record NewTitle(String name, String author, String genre, int published, BigDecimal price) {

		Title toTitle() {
			return new Title(this.name, this.author, this.genre, this.published, this.price);
		}

	}

	@PostMapping("/titles")
	Long add(@RequestBody NewTitle title) {
		return this.titles.save(title.toTitle()).getId();
	}

	@PostMapping("/titles/batch")
	int addAll(@RequestBody List<NewTitle> all) {
		return this.titles.saveAllAndFlush(all.stream().map(NewTitle::toTitle).toList()).size();
	}

	@PostMapping("/titles/jdbc-batch")
	int addAllByJdbc(@RequestBody List<NewTitle> all) {
		List<Object[]> rows = all.stream()
			.map((title) -> new Object[] { title.name(), title.author(), title.genre(), title.published(),
					title.price() })
			.toList();
		return this.jdbc.batchUpdate("insert into titles (id, name, author, genre, published, price) "
				+ "values (next value for titles_seq, ?, ?, ?, ?, ?)", rows).length;
	}

	@GetMapping("/titles/{id}")
	String byId(@PathVariable long id) {
		return this.titles.findById(id).map(Title::getName).orElse("none");
	}

	/**
	 * One query by its name, with what honest clients send to it.
	 */
	@GetMapping("/queries/{query}")
	int query(@PathVariable String query, @RequestParam(defaultValue = "") String q,
			@RequestParam(defaultValue = "") List<String> in, @RequestParam(defaultValue = "0") int page,
			@RequestParam(defaultValue = "10") int size, @RequestParam(defaultValue = "name") String sort,
			@RequestParam(defaultValue = "asc") String direction, @RequestParam(defaultValue = "0") int from,
			@RequestParam(defaultValue = "3000") int to) {
		Sort order = Sort.by(Sort.Direction.fromString(direction), sort);
		Pageable pageable = PageRequest.of(page, size, order);
		return switch (query) {
			case "name" -> this.titles.findByName(q).size();
			case "author" -> this.titles.findByAuthorIgnoreCaseOrderByPublishedDesc(q).size();
			case "containing" -> this.titles.findByNameContainingIgnoreCase(q).size();
			case "starting" -> this.titles.findByNameStartingWith(q, order).size();
			case "in" -> this.titles.findByGenreIn(in).size();
			case "not-in" -> this.titles.findByGenreNotIn(in).size();
			case "between" -> this.titles.findByPublishedBetween(from, to).size();
			case "or-like" -> this.titles.findByAuthorOrNameLike(q, q + "%").size();
			case "top" -> this.titles.findTop3ByOrderByPriceDesc().size();
			case "first" -> this.titles.findFirstByNameOrderByIdAsc(q).map((title) -> 1).orElse(0);
			case "genre-page" -> this.titles.findByGenre(q, pageable).getNumberOfElements();
			case "slice" -> this.titles.findByPublishedGreaterThan(from, pageable).getNumberOfElements();
			case "all" -> this.titles.findAll(pageable).getNumberOfElements();
			case "exists" -> this.titles.existsByAuthor(q) ? 1 : 0;
			case "count" -> (int) this.titles.countByGenre(q);
			case "delete" -> (int) this.titles.deleteByName(q);
			case "search" -> this.titles.search(q).size();
			case "genres" -> this.titles.genres(from).size();
			case "above-average" -> this.titles.aboveAverage().size();
			case "native" -> this.titles.ofAuthor(q).size();
			case "native-page" -> this.titles.page(q, PageRequest.of(page, size)).getNumberOfElements();
			case "union" -> this.titles.words().size();
			case "raise" -> this.titles.raise(q);
			case "specification" -> this.titles
				.findAll((root, criteria, builder) -> builder.or(builder.equal(root.get("author"), q),
						builder.like(root.get("name"), q + "%"), root.get("genre").in(Stream.of(q, "novel").toList())))
				.size();
			case "jpql" -> this.entities
				.createQuery("from Title where name = :q or :q member of (genre)".replace(" or :q member of (genre)",
						" or genre = :q"), Title.class)
				.setParameter("q", q)
				.getResultList()
				.size();
			case "native-in" -> this.entities.createNativeQuery("select id from titles where genre in (:in)")
				.setParameter("in", in)
				.getResultList()
				.size();
			case "jdbc" ->
				this.jdbc.queryForList("select * from titles where author = ? or name like ?", q, q + "%").size();
			case "jdbc-literal" -> this.jdbc
				.queryForList("select 'O''Reilly' as who, /* note: it's fine */ name from titles where name = ?", q)
				.size();
			case "jdbc-client" -> this.client.sql("select name from titles where author = :q limit :size offset :page")
				.param("q", q)
				.param("size", size)
				.param("page", page)
				.query(String.class)
				.list()
				.size();
			case "named-in" ->
				this.named
					.queryForList("select * from titles where genre in (:in) and published between :from and :to",
							Map.of("in", in, "from", from, "to", to))
					.size();
			case "window" -> this.jdbc
				.queryForList("select name, row_number() over (partition by genre order by price) r from titles "
						+ "where case when published > ? then 1 else 0 end = 1", from)
				.size();
			case "with" ->
				this.jdbc.queryForList("with old as (select * from titles where published < ?) select * from old o "
						+ "where exists (select 1 from titles t where t.author = o.author)", to)
					.size();
			default -> throw new IllegalArgumentException(query);
		};
	}

}
