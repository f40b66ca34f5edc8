package io.github.raspspring.web;

import java.util.Collection;
import java.util.List;

import io.github.raspspring.document.BodyMemory;
import io.github.raspspring.document.BoundedValues;
import io.github.raspspring.engine.Answer;
import io.github.raspspring.engine.Decision;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.engine.Phase;
import io.github.raspspring.engine.ValueReader;
import io.github.raspspring.engine.pipeline.Exchange;
import io.github.raspspring.engine.pipeline.InspectionPipeline;
import io.github.raspspring.engine.pipeline.OmittedValues;
import org.jspecify.annotations.Nullable;

/**
 * What the pieces of advice around controllers share: judge what has become known, and
 * leave by an exception if the request is refused.
 */
public final class HandlerInspector {

	private final InspectionPipeline pipeline;

	private final InspectionScope scope;

	private final RefusalWriter refusals;

	/**
	 * Create the inspector.
	 * @param pipeline judges the exchange
	 * @param scope where the exchange of the current thread is found
	 * @param refusals adds what clients are told of limits
	 */
	public HandlerInspector(InspectionPipeline pipeline, InspectionScope scope, RefusalWriter refusals) {
		this.pipeline = pipeline;
		this.scope = scope;
		this.refusals = refusals;
	}

	@Nullable Exchange current() {
		Inspection inspection = this.scope.current();
		return (inspection instanceof Exchange exchange) ? exchange : null;
	}

	/**
	 * Return what tells early which texts no detector would look at, if that is known.
	 */
	ValueReader.@Nullable Sieve sieve(Exchange exchange) {
		return this.pipeline.sieve(exchange);
	}

	/**
	 * Return what collects values of an exchange, and takes as many as are followed.
	 */
	BoundedValues collecting(Exchange exchange, BodyMemory.Lease memory) {
		BoundedValues values = new BoundedValues(memory);
		return this.pipeline.isFollowed(exchange) ? values.complete() : values;
	}

	void arrived(Exchange exchange, Collection<InputValue> arrivals, @Nullable OmittedValues omitted) {
		if (omitted != null) {
			leaveIfRefused(this.pipeline.arrived(exchange, arrivals, omitted));
		}
		else {
			arrived(exchange, arrivals);
		}
	}

	void arrived(Exchange exchange, Collection<InputValue> arrivals) {
		leaveIfRefused(this.pipeline.arrived(exchange, arrivals));
	}

	/**
	 * The handler is known, and with it what it may answer with.
	 */
	void answeredWith(Exchange exchange, Answer answer) {
		leaveIfRefused(this.pipeline.answeredWith(exchange, answer));
	}

	/**
	 * A handler is found. Where no chain of security filters is about the path, nobody
	 * asked who it is, and what waits for that is decided now.
	 */
	void found(Exchange exchange) {
		if (exchange.phase() == Phase.REQUEST) {
			leaveIfRefused(this.pipeline.enter(exchange, Phase.IDENTITY, List.of()));
		}
	}

	/**
	 * All arguments are bound, the handler runs next. Counts once per exchange: an error
	 * page is a handler as well.
	 */
	void bound(Exchange exchange) {
		if (exchange.phase() == Phase.HANDLER) {
			return;
		}
		leaveIfRefused(this.pipeline.enter(exchange, Phase.HANDLER, List.of()));
		this.refusals.announceLate(exchange);
	}

	void report(Exchange exchange, Finding finding) {
		leaveIfRefused(this.pipeline.report(exchange, finding));
	}

	/**
	 * Leave if the exchange was refused somewhere on the way.
	 */
	void leaveIfRefused() {
		Exchange exchange = current();
		if (exchange != null) {
			leaveIfRefused(exchange.decision());
		}
	}

	private static void leaveIfRefused(Decision decision) {
		if (decision.refuses() && !RefusalWriter.isHandedOver()) {
			throw new RequestRefusedException(decision);
		}
	}

}
