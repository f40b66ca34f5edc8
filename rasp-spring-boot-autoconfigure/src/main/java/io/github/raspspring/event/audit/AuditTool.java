package io.github.raspspring.event.audit;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Verifies an audit file from the command line: {@code java -jar
 * rasp-spring-boot-autoconfigure.jar verify [--key-file=<file>] [--head=<hash>]
 * <file>...}. One file stands for all that it was before. Ends with 0 if the chain is
 * intact, with 1 if it is broken, and with 2 if nothing could be verified.
 */
public final class AuditTool {

	private static final String USAGE = "usage: verify [--key-file=<file>] [--head=<hash>] <file>...";

	private AuditTool() {
	}

	/**
	 * Verify files.
	 * @param arguments the command and the files
	 */
	public static void main(String[] arguments) {
		System.exit(run(List.of(arguments), System.out));
	}

	static int run(List<String> arguments, PrintStream out) {
		if (arguments.isEmpty() || !arguments.get(0).equals("verify")) {
			out.println(USAGE);
			return 2;
		}
		List<Path> files = new ArrayList<>();
		byte[] key = null;
		String head = null;
		try {
			for (String argument : arguments.subList(1, arguments.size())) {
				if (argument.startsWith("--key-file=")) {
					key = Files.readString(Path.of(value(argument))).strip().getBytes(StandardCharsets.UTF_8);
				}
				else if (argument.startsWith("--head=")) {
					head = value(argument);
				}
				else {
					files.add(Path.of(argument));
				}
			}
			return files.isEmpty() ? usage(out) : verify(files, key, head, out);
		}
		catch (IOException ex) {
			out.println("can't be read: " + ex);
			return 2;
		}
	}

	private static int usage(PrintStream out) {
		out.println(USAGE);
		return 2;
	}

	private static int verify(List<Path> files, byte @Nullable [] key, @Nullable String head, PrintStream out)
			throws IOException {
		List<Path> all = (files.size() == 1) ? new AuditFolder(files.get(0)).files() : files;
		AuditVerifier verifier = new AuditVerifier(new AuditChain(key));
		verifier.open(all.isEmpty() ? files : all);
		AuditVerdict verdict = verifier.verify();
		String range = "lines " + verdict.first() + " to " + verdict.last();
		if (!verdict.intact()) {
			out.println("broken: " + verdict.file() + " line " + verdict.line() + ": " + verdict.fault() + "; intact: "
					+ range);
			return 1;
		}
		if (head != null && !head.equals(verdict.hash())) {
			out.println("broken: the end is missing, the last line has the hash " + verdict.hash());
			return 1;
		}
		out.println("intact: " + range + ", head " + verdict.hash()
				+ ((verdict.torn() > 0) ? ", and " + verdict.torn() + " bytes of a line that was never finished" : ""));
		return 0;
	}

	private static String value(String argument) {
		return argument.substring(argument.indexOf('=') + 1);
	}

}
