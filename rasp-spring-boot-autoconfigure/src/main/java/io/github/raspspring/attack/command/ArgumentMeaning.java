package io.github.raspspring.attack.command;

/**
 * What a program makes of one of its arguments, wherever input is in it.
 */
enum ArgumentMeaning {

	/** Names the program, or one that runs it. */
	PROGRAM,

	/** Source code of an interpreter. */
	CODE,

	/** Names the file whose code an interpreter runs. */
	FILE,

	/** Is read by the command interpreter of Windows. */
	BATCH,

	/** Anything else. */
	PLAIN;

	static ArgumentMeaning of(CommandLine line, int argument) {
		if (line.isProgram(argument)) {
			return PROGRAM;
		}
		if (line.isCode(argument)) {
			return CODE;
		}
		if (line.isScriptFile(argument)) {
			return FILE;
		}
		return line.isBatch(argument) ? BATCH : PLAIN;
	}

}
