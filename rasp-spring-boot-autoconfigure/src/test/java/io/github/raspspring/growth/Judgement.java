package io.github.raspspring.growth;

import io.github.raspspring.sink.SinkCall;
import io.github.raspspring.sink.SinkInputs;
import io.github.raspspring.sink.SinkJudge;

/**
 * A call that a judge is asked about.
 *
 * @param name the name under which its steps are counted
 * @param judge who is asked
 * @param call what is about to run
 */
record Judgement<C extends SinkCall>(String name, SinkJudge<C> judge, C call) {

	long steps(SinkInputs inputs) {
		long before = Steps.taken();
		this.judge.judge(this.call, inputs);
		return Steps.taken() - before;
	}

}
