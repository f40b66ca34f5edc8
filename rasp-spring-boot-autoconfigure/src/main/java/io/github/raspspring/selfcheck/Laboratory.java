package io.github.raspspring.selfcheck;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.raspspring.carrier.RaspGuards;
import io.github.raspspring.engine.Detector;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.engine.Policy;
import io.github.raspspring.engine.ValueDetector;
import io.github.raspspring.engine.ValueReader;
import io.github.raspspring.engine.pipeline.InspectionPipeline;
import io.github.raspspring.sink.SinkGuard;
import io.github.raspspring.sink.SinkJudge;

/**
 * Puts together what the application judges with, apart from its traffic: nothing that is
 * tried here is counted, limited, learnt or published.
 *
 * @param policies the policies of the application
 * @param all its detectors; those that look at values take part
 * @param reader reads values as the application does
 * @param judges judge what runs, empty where sinks are off
 */
public record Laboratory(List<Policy> policies, List<Detector> all, ValueReader reader,
		Collection<? extends SinkJudge<?>> judges) {

	Set<String> detectors() {
		return this.all.stream().map(Detector::name).collect(Collectors.toSet());
	}

	Trial trial(Policy policy) {
		List<Detector> ofValues = this.all.stream().filter(ValueDetector.class::isInstance).toList();
		InspectionPipeline behind = pipeline(policy, List.of());
		InspectionScope scope = new InspectionScope();
		RaspGuards guards = this.judges.isEmpty() ? null
				: new RaspGuards(new SinkGuard(scope, this.reader, behind, (event) -> {
				}, () -> "self-check", Clock.systemUTC(), this.judges));
		return new Trial(policy, pipeline(policy, ofValues), behind, scope, guards);
	}

	private InspectionPipeline pipeline(Policy policy, List<Detector> detectors) {
		return new InspectionPipeline((method, path) -> policy, detectors, this.reader, List.of(), (event) -> {
		}, () -> "self-check", Clock.systemUTC());
	}

}
