package io.github.raspspring.reference;

import java.util.List;

import io.github.raspspring.carrier.RaspGuards;
import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.Findings;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.engine.ValueDetector;
import io.github.raspspring.engine.ValueView;
import io.github.raspspring.profile.sealed.SignedValues;
import io.github.raspspring.token.admission.TokenAdmission;
import io.github.raspspring.token.admission.TokenAuthority;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/**
 * What the code of guides takes for granted: beans and values of the reader's
 * application.
 */
public abstract class GuideSurroundings {

	protected RaspGuards guards;

	protected MockMvcTester mvc;

	protected SignedValues signedValues;

	protected TokenAdmission tokenAdmission;

	protected TokenAuthority tokenAuthority;

	protected InspectionScope inspectionScope;

	protected RequestMatcher matcher;

	protected SecurityContextRepository repository;

	protected AuthenticationManager manager;

	protected AuthorizationManager<HttpServletRequest> authorization;

	protected String name;

	protected String file;

	protected String address;

	protected String statement;

	protected String expression;

	protected String filter;

	protected String path;

	protected String jndiName;

	protected String document;

	protected String json;

	protected String view;

	protected List<String> command;

	/**
	 * The controller that is tested.
	 */
	public static final class BookController {

	}

	/**
	 * A detector of the reader's.
	 */
	public static final class CouponDetector implements ValueDetector {

		@Override
		public String name() {
			return "coupon";
		}

		@Override
		public Category category() {
			return Category.BUSINESS_LOGIC;
		}

		@Override
		public void detect(ValueView view, Findings findings) {
			// It is compiled only.
		}

	}

}
