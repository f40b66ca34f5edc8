package io.github.raspspring.ownership;

import java.util.List;

import org.springframework.data.relational.core.mapping.Table;
import org.springframework.data.repository.Repository;

/**
 * Types that say whose they are, out of the way of applications that are started in
 * tests.
 */
public final class OwnedSamples {

	private OwnedSamples() {
	}

	@Owned(column = "tenant", claim = "tenant", exemptAuthorities = "office")
	@Table("invoices")
	public record Invoice(Long id, String tenant) {

	}

	@Owned(column = "owner")
	public record PriceList(Long id, String owner) {

	}

	@Owned(column = "tenant")
	public interface Invoices extends Repository<Invoice, Long> {

	}

	public interface PriceLists extends Repository<PriceList, Long> {

		@Owned(column = "owner")
		List<PriceList> findByOwner(String owner);

	}

	@Owned(column = "owner")
	public interface Nowhere {

	}

}
