package io.github.raspspring.ownership.access;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/**
 * An order as JPA knows it.
 */
@Entity
@Table(name = "orders")
class ShopOrder {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private String customer;

	private Long bookId;

	private int quantity = 1;

	private String status = "placed";

	private boolean deleted;

	@Version
	private long version;

	protected ShopOrder() {
	}

	ShopOrder(String customer, long bookId) {
		this.customer = customer;
		this.bookId = bookId;
	}

	Long getId() {
		return this.id;
	}

	String getCustomer() {
		return this.customer;
	}

	void setCustomer(String customer) {
		this.customer = customer;
	}

	void setStatus(String status) {
		this.status = status;
	}

	void setDeleted(boolean deleted) {
		this.deleted = deleted;
	}

}
