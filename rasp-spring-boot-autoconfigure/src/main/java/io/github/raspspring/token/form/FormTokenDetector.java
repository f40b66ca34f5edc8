package io.github.raspspring.token.form;

import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.Findings;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.RepeatableDetector;
import io.github.raspspring.engine.ValueView;
import io.github.raspspring.token.TokenCheck;

/**
 * Sees tokens in form fields (RFC 6750, section 2.2), which are known only once the form
 * is read. Other fields that happen to hold a token pass. CWE-522.
 */
public final class FormTokenDetector implements RepeatableDetector {

	@Override
	public String name() {
		return "token-in-form";
	}

	@Override
	public Category category() {
		return Category.TOKEN;
	}

	@Override
	public long triggers() {
		return NAMED_VALUE;
	}

	@Override
	public boolean supports(InputValue value) {
		return value.location() == InputLocation.FORM && value.kind() == InputValue.Kind.VALUE
				&& value.name().equals("access_token");
	}

	@Override
	public void detect(ValueView view, Findings findings) {
		findings.add(Finding.of(this, TokenCheck.TOKEN_IN_FORM.rule())
			.confidence(TokenCheck.TOKEN_IN_FORM.confidence())
			.at(view.input())
			.build());
	}

}
