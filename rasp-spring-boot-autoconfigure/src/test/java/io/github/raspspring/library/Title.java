package io.github.raspspring.library;

import java.math.BigDecimal;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/**
 * A title that the library lends.
 */
@Entity
@Table(name = "titles")
class Title {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE)
	@SequenceGenerator(name = "titles_seq", allocationSize = 50)
	private Long id;

	private String name;

	private String author;

	private String genre;

	private int published;

	private BigDecimal price;

	protected Title() {
	}

	Title(String name, String author, String genre, int published, BigDecimal price) {
		this.name = name;
		this.author = author;
		this.genre = genre;
		this.published = published;
		this.price = price;
	}

	public Long getId() {
		return this.id;
	}

	public String getName() {
		return this.name;
	}

	public String getAuthor() {
		return this.author;
	}

	public String getGenre() {
		return this.genre;
	}

	public int getPublished() {
		return this.published;
	}

	public BigDecimal getPrice() {
		return this.price;
	}

	public void setPrice(BigDecimal price) {
		this.price = price;
	}

}
