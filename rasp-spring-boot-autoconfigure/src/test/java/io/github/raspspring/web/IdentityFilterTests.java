package io.github.raspspring.web;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import io.github.raspspring.engine.ClientIdentity;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Phase;
import io.github.raspspring.engine.Policy;
import io.github.raspspring.engine.Subject;
import io.github.raspspring.engine.ValueReader;
import io.github.raspspring.engine.pipeline.Exchange;
import io.github.raspspring.engine.pipeline.InspectionPipeline;
import io.github.raspspring.engine.pipeline.RequestFacts;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

class IdentityFilterTests {

	private static final Subject ALICE = new Subject("alice", null);

	private final InspectionPipeline pipeline = new InspectionPipeline(
			(method, path) -> Policy.of(EnforcementMode.BLOCK), List.of(), ValueReader.AS_ARRIVED, List.of(),
			(event) -> {
			}, () -> "reference", Clock.systemUTC());

	private final Exchange exchange = this.pipeline
		.begin(new RequestFacts("GET", "/", new ClientIdentity("9.9.9.9"), true));

	private @Nullable Subject whereTokensAreJudged;

	@Test
	void subjectIsKnownWhereTokensAreJudged() throws Exception {
		run(identity(ALICE), DispatcherType.REQUEST);
		assertThat(this.whereTokensAreJudged).isEqualTo(ALICE);
		assertThat(this.exchange.phase()).isEqualTo(Phase.IDENTITY);
	}

	@Test
	void subjectOfTheTokenStaysWhereNobodyIsAuthenticated() throws Exception {
		this.exchange.identifiedAs(ALICE);
		run(identity(null), DispatcherType.REQUEST);
		assertThat(this.whereTokensAreJudged).isEqualTo(ALICE);
	}

	@Test
	void requestThatGoesOnAnonymouslyHasNoSubject() throws Exception {
		this.exchange.identifiedAs(ALICE);
		run(identity(null), DispatcherType.REQUEST);
		assertThat(this.exchange.subject()).isNull();
	}

	@Test
	void errorPageForgetsNoSubject() throws Exception {
		this.exchange.identifiedAs(ALICE);
		run(identity(null), DispatcherType.ERROR);
		assertThat(this.whereTokensAreJudged).isEqualTo(ALICE);
		assertThat(this.exchange.subject()).isEqualTo(ALICE);
	}

	@Test
	void refusedTokenIsTheEnd() throws Exception {
		run(identity(ALICE, (request, response, chain) -> {
		}), DispatcherType.REQUEST);
		assertThat(this.exchange.subject()).isEqualTo(ALICE);
		assertThat(this.exchange.phase()).isEqualTo(Phase.REQUEST);
	}

	@Test
	void tokensAreJudgedOnceTheSubjectWasJudged() throws Exception {
		run(identity(null), DispatcherType.REQUEST);
		this.exchange.identifiedAs(ALICE);
		run(identity(null), DispatcherType.REQUEST);
		assertThat(this.whereTokensAreJudged).isEqualTo(ALICE);
	}

	private Filter identity(@Nullable Subject subject) {
		return identity(subject, (request, response, chain) -> {
			this.whereTokensAreJudged = this.exchange.subject();
			chain.doFilter(request, response);
		});
	}

	private Filter identity(@Nullable Subject subject, Filter tokens) {
		return new IdentityFilter(this.pipeline, (request) -> subject,
				new RefusalWriter(List.of(), (inspection, failure) -> {
				}, (refusal, request) -> new RefusalWriter.Body("text/plain", "refused", Map.of()), false),
				AnswerHeaders.NONE, tokens, (request, response, chain) -> chain.doFilter(request, response));
	}

	private void run(Filter filter, DispatcherType dispatcherType) throws Exception {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
		request.setDispatcherType(dispatcherType);
		ExchangeHolder.keep(request, this.exchange);
		filter.doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
	}

}
