package io.github.raspspring.attack.command;

import java.util.List;
import java.util.Set;

import io.github.raspspring.engine.Rule;
import io.github.raspspring.sink.ApplicationLimit;
import io.github.raspspring.sink.SinkCall;
import io.github.raspspring.sink.SinkKind;
import org.jspecify.annotations.Nullable;

/**
 * The only programs that the application starts (CWE-78). Compared with the program as it
 * is started, so that a bare name doesn't allow a file of that name elsewhere. Immutable.
 */
public final class AllowedPrograms implements ApplicationLimit {

	private static final Rule RULE = new Rule("program-not-allowed", "CWE-78",
			"A program is started that is not on the list of the application.",
			"Add the program to rasp.sinks.process.allowed-programs if the application starts it by intent.");

	private final Set<String> programs;

	/**
	 * Create a limit.
	 * @param programs the programs, as the application names them
	 * @throws IllegalArgumentException if one is blank or has a wildcard
	 */
	public AllowedPrograms(List<String> programs) {
		programs.forEach(AllowedPrograms::verify);
		this.programs = Set.copyOf(programs);
	}

	@Override
	public SinkKind kind() {
		return SinkKind.PROCESS;
	}

	@Override
	public @Nullable Rule exceededBy(SinkCall call) {
		boolean allowed = call instanceof ProcessCall process && !process.command().isEmpty()
				&& this.programs.contains(process.command().get(0));
		return allowed ? null : RULE;
	}

	private static void verify(String program) {
		if (program.isBlank() || program.indexOf('*') >= 0 || !program.strip().equals(program)) {
			throw new IllegalArgumentException("Not the name or path of a program: '" + program + "'");
		}
	}

}
