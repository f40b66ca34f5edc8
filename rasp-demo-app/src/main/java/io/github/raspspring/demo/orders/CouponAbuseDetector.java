package io.github.raspspring.demo.orders;

import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.Findings;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.engine.ValueDetector;
import io.github.raspspring.engine.ValueView;

import org.springframework.stereotype.Component;

/**
 * A rule of this shop's own: staff buy at the till, so a staff coupon that comes over the
 * network was guessed or leaked.
 */
@Component
final class CouponAbuseDetector implements ValueDetector {

	private static final Rule STAFF_COUPON = new Rule("staff-coupon", "CWE-840",
			"A staff coupon came over the network.", "Bind coupons to the customers they were given to.");

	@Override
	public String name() {
		return "coupon-abuse";
	}

	@Override
	public Category category() {
		return Category.BUSINESS_LOGIC;
	}

	@Override
	public void detect(ValueView view, Findings findings) {
		if (view.input().name().equals("coupon") && view.text().startsWith("STAFF-")) {
			findings.add(Finding.of(this, STAFF_COUPON).at(view.input()).build());
		}
	}

}
