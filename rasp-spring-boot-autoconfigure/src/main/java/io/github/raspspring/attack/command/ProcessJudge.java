package io.github.raspspring.attack.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

import io.github.raspspring.attack.url.FetchedUrls;
import io.github.raspspring.attack.url.OutboundPolicy;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.sink.EditedSearch;
import io.github.raspspring.sink.Occurrence;
import io.github.raspspring.sink.Sightings;
import io.github.raspspring.sink.SinkInputs;
import io.github.raspspring.sink.SinkJudge;
import io.github.raspspring.sink.SinkKind;
import io.github.raspspring.sink.SinkVerdict;
import org.jspecify.annotations.Nullable;

/**
 * Judges a process about to start: does a value of the request become a program, an
 * option, or syntax of a shell (CWE-78, CWE-88)? A value that is one plain argument is
 * harmless, whatever characters it has. Thread-safe.
 */
public final class ProcessJudge implements SinkJudge<ProcessCall> {

	private static final int LEARNT_CHARACTERS = 1 << 18;

	private static final Comparator<ArgumentReview> BY_INPUT = Comparator.comparingInt(ArgumentReview::input)
		.thenComparingInt(ArgumentReview::index);

	private final Sightings ownArguments = new Sightings(LEARNT_CHARACTERS);

	private final FetchedUrls fetched;

	/**
	 * Create a judge of an application whose input may choose public hosts only.
	 */
	public ProcessJudge() {
		this(OutboundPolicy.defaults());
	}

	/**
	 * Create a judge.
	 * @param policy where programs may fetch from when input takes part in the choice
	 */
	public ProcessJudge(OutboundPolicy policy) {
		this.fetched = new FetchedUrls(policy);
	}

	@Override
	public SinkKind kind() {
		return SinkKind.PROCESS;
	}

	@Override
	public Class<ProcessCall> callType() {
		return ProcessCall.class;
	}

	@Override
	public @Nullable SinkVerdict judge(ProcessCall call, SinkInputs inputs) {
		if (call.command().isEmpty()) {
			return null;
		}
		CommandLine line = new CommandLine(call.command());
		List<ArgumentReview> arguments = IntStream.range(0, call.command().size())
			.mapToObj((index) -> new ArgumentReview(line, call.command().get(index), index, inputs))
			.toList();
		SinkVerdict verdict = judge(call, arguments, inputs);
		if (verdict == null) {
			verdict = judgeEdited(call, arguments, inputs);
		}
		if (verdict == null) {
			verdict = this.fetched.judge(call.command(), inputs);
		}
		if (verdict == null) {
			learn(arguments, inputs.route());
		}
		return verdict;
	}

	/**
	 * Words of a script coincide with those of edited input; the signs of a shell hardly
	 * ever do.
	 */
	private @Nullable SinkVerdict judgeEdited(ProcessCall call, List<ArgumentReview> arguments, SinkInputs inputs) {
		for (ArgumentReview argument : arguments) {
			SinkVerdict verdict = (argument.isScript() && !isOwn(argument, inputs.route()))
					? EditedSearch.firstAttack(call.command().get(argument.index()), inputs, (start, end) -> {
						Rule rule = argument.judge(start, end);
						return (rule != null && ProcessRules.SIGNS.contains(rule)) ? rule : null;
					}) : null;
			if (verdict != null && verdict.input() != null) {
				int offset = call.offset(argument.index());
				return SinkVerdict.strong(verdict.rule(), verdict.input(), offset + verdict.start(),
						offset + verdict.end());
			}
		}
		return null;
	}

	/**
	 * Judge input by input, each in all arguments.
	 */
	private @Nullable SinkVerdict judge(ProcessCall call, List<ArgumentReview> arguments, SinkInputs inputs) {
		PriorityQueue<ArgumentReview> queue = new PriorityQueue<>(BY_INPUT);
		arguments.stream().filter(ArgumentReview::nextInput).forEach(queue::add);
		SinkVerdict reader = null;
		int inputsWithin = 0;
		while (!queue.isEmpty()) {
			List<ArgumentReview> withInput = new ArrayList<>(2);
			int input = queue.element().input();
			while (!queue.isEmpty() && queue.element().input() == input) {
				withInput.add(queue.remove());
			}
			SinkVerdict verdict = judge(call, withInput, inputs, input);
			if (verdict != null && !choosesReader(call, verdict)) {
				return verdict;
			}
			reader = (verdict != null) ? verdict : reader;
			inputsWithin += withInput.stream().anyMatch(ArgumentReview::hasPlace) ? 1 : 0;
			withInput.stream().filter(ArgumentReview::nextInput).forEach(queue::add);
		}
		// Whoever chooses the program alone has it read what the application names.
		return (inputsWithin > 1) ? reader : null;
	}

	/**
	 * Return whether input is the name of a program that only reads, and has arguments.
	 */
	private static boolean choosesReader(ProcessCall call, SinkVerdict verdict) {
		String text = call.argument();
		return verdict.rule() == ProcessRules.EXECUTABLE && verdict.end() < text.length()
				&& Readers.contains(text.substring(verdict.start(), verdict.end()).toLowerCase(Locale.ROOT));
	}

	private @Nullable SinkVerdict judge(ProcessCall call, List<ArgumentReview> arguments, SinkInputs inputs,
			int input) {
		SinkVerdict program = null;
		boolean harmlessElsewhere = false;
		for (ArgumentReview argument : arguments) {
			long place = argument.next(0);
			while (place != Occurrence.NONE) {
				Rule rule = argument.judge(Occurrence.start(place), Occurrence.end(place));
				boolean harmless = rule == null || (rule == ProcessRules.EXECUTABLE && inputs.isNameOfOneWord(input));
				harmlessElsewhere |= harmless;
				// What the application is known to write tells nothing of the input.
				if (rule != null && !harmless && !isOwn(argument, inputs.route())) {
					SinkVerdict verdict = verdict(rule, call, argument, place, inputs.source(input));
					if (rule != ProcessRules.EXECUTABLE) {
						return verdict;
					}
					program = verdict;
				}
				place = argument.next(Occurrence.end(place));
			}
		}
		// A word that is an argument too is the name of the program by coincidence.
		return harmlessElsewhere ? null : program;
	}

	private static SinkVerdict verdict(Rule rule, ProcessCall call, ArgumentReview argument, long place,
			InputValue input) {
		int offset = call.offset(argument.index());
		return SinkVerdict.certain(rule, input, offset + Occurrence.start(place), offset + Occurrence.end(place));
	}

	private boolean isOwn(ArgumentReview argument, String route) {
		String place = argument.place();
		return place != null && this.ownArguments.contains(place, route);
	}

	private void learn(List<ArgumentReview> arguments, String route) {
		for (ArgumentReview argument : arguments) {
			String place = argument.containsInput() ? null : argument.place();
			if (place != null) {
				this.ownArguments.add(place, route);
			}
		}
	}

}
