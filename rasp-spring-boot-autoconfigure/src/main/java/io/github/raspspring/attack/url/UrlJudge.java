package io.github.raspspring.attack.url;

import io.github.raspspring.engine.Rule;
import io.github.raspspring.sink.Sightings;
import io.github.raspspring.sink.SinkInputs;
import io.github.raspspring.sink.SinkJudge;
import io.github.raspspring.sink.SinkKind;
import io.github.raspspring.sink.SinkVerdict;
import org.jspecify.annotations.Nullable;

/**
 * Judges a connection about to be made: does a value of the request choose where it goes,
 * and is that a place the client could not reach itself (CWE-918)? Calls whose target the
 * application chose pass, but for metadata services and denied hosts. Thread-safe.
 */
public final class UrlJudge implements SinkJudge<UrlCall> {

	private static final int LEARNT_CHARACTERS = 1 << 18;

	private final OutboundPolicy policy;

	private final HostJudge hosts;

	private final Sightings ownHosts = new Sightings(LEARNT_CHARACTERS);

	private final NamedHostMemory named = new NamedHostMemory();

	/**
	 * Create a judge.
	 * @param policy where requests may go
	 */
	public UrlJudge(OutboundPolicy policy) {
		this.policy = policy;
		this.hosts = new HostJudge(policy);
	}

	@Override
	public SinkKind kind() {
		return SinkKind.URL;
	}

	@Override
	public Class<UrlCall> callType() {
		return UrlCall.class;
	}

	@Override
	public @Nullable SinkVerdict judge(UrlCall call, SinkInputs inputs) {
		UrlParts parts = UrlParts.of(call.argument());
		SinkVerdict verdict = (parts != null) ? judge(call, parts, inputs) : null;
		if (verdict != null || call.first() != null) {
			return verdict;
		}
		for (UrlParts nested : NestedUrls.of(call.argument())) {
			verdict = judge(call, nested, inputs);
			if (verdict != null) {
				return verdict;
			}
		}
		return null;
	}

	/**
	 * Judge a connection to a host that stands within the text of a call.
	 */
	@Nullable SinkVerdict judge(UrlCall call, UrlParts parts, SinkInputs inputs) {
		if (this.policy.allowedHosts().match(parts.host(), parts.port())) {
			return null;
		}
		Rule always = always(parts);
		if (always != null) {
			return SinkVerdict.certain(always, null, parts.hostStart(), parts.hostEnd());
		}
		if (call.first() != null) {
			return judgeRedirect(call, parts, call.first(), inputs);
		}
		UrlReview review = new UrlReview(call, parts, this.hosts,
				this.ownHosts.contains(parts.origin(), inputs.route()));
		InputHosts target = new InputHosts(parts, call.resolver());
		SinkVerdict verdict = review.over(inputs, target, this.named.of(inputs));
		if (!review.hostIsChosen() && target.areTaughtBy(this.named.of(inputs))) {
			this.ownHosts.add(parts.origin(), inputs.route());
		}
		return verdict;
	}

	/**
	 * Hold the first URL against the request, as if its host had the addresses of the one
	 * the redirect leads to. Nothing is learnt from what other servers say.
	 */
	private @Nullable SinkVerdict judgeRedirect(UrlCall call, UrlParts target, String first, SinkInputs inputs) {
		UrlParts parts = UrlParts.of(first);
		if (parts == null || this.policy.allowedHosts().match(parts.host(), parts.port())) {
			return null;
		}
		UrlCall asked = new UrlCall(call.operation(), first, (host) -> call.resolver().apply(target.host()));
		boolean ownHost = this.ownHosts.contains(parts.origin(), inputs.route());
		SinkVerdict verdict = new UrlReview(asked, parts, this.hosts, ownHost).over(inputs,
				new InputHosts(parts, asked.resolver()), this.named.of(inputs));
		return (verdict != null)
				? SinkVerdict.certain(verdict.rule(), verdict.input(), target.hostStart(), target.hostEnd()) : null;
	}

	private @Nullable Rule always(UrlParts parts) {
		if (this.policy.deniedHosts().match(parts.host(), parts.port())) {
			return UrlRules.DENIED;
		}
		boolean metadata = HostJudge.isMetadata(parts.host())
				|| HostNames.targetOf(parts.host(), 0, parts.host().length()) == HostNames.Target.METADATA;
		return metadata ? UrlRules.METADATA : null;
	}

}
