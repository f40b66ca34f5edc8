package io.github.raspspring.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The source of a class, and what its comment says.
 *
 * @param file where it is
 * @param name simple name of the class, which may be nested
 * @param text the whole file
 */
record SourceText(Path file, String name, String text) {

	static final Path ROOT = Path.of("src", "main", "java");

	private static final Pattern PARAMETER = Pattern.compile("(?s)(?:^|\\n)\\s*@param (\\w+) (.*?)(?=\\n\\s*@|$)");

	static SourceText of(Class<?> type) {
		Path file = ROOT.resolve(type.getName().replaceAll("\\$.*", "").replace('.', '/') + ".java");
		return new SourceText(file, type.getSimpleName(), read(file));
	}

	static Stream<SourceText> all() {
		try (Stream<Path> files = Files.walk(ROOT)) {
			return files.filter((file) -> file.toString().endsWith(".java"))
				.sorted()
				.map((file) -> new SourceText(file, file.getFileName().toString().replace(".java", ""), read(file)))
				.toList()
				.stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Return the room that the class is in, such as {@code engine.event}.
	 */
	String room() {
		Path room = ROOT.resolve("io/github/raspspring").relativize(this.file.getParent());
		return room.toString().replace('/', '.').replace('\\', '.');
	}

	/**
	 * Return what the comment of the class says, without what it says of parameters.
	 */
	String description() {
		return plain(comment().replaceAll("(?s)(^|\\n)\\s*@.*", ""));
	}

	String firstSentence() {
		Matcher sentence = Pattern.compile("^.*?[.?](?=\\s|$)").matcher(description());
		return sentence.find() ? sentence.group() : description();
	}

	/**
	 * Return what the comment says of each component of a record.
	 */
	Map<String, String> parameters() {
		Map<String, String> parameters = new LinkedHashMap<>();
		Matcher parameter = PARAMETER.matcher(comment().replaceAll("\\{@\\w+ ([^}]*)}", "`$1`"));
		while (parameter.find()) {
			parameters.put(parameter.group(1), plain(parameter.group(2)));
		}
		return parameters;
	}

	/**
	 * Find texts in this class and the classes of its package that it stands on, but for
	 * those that stand by themselves.
	 * @param wanted what to look for; its first group is taken
	 * @param apart what is in the text of a class that stands by itself
	 */
	Set<String> find(Pattern wanted, Pattern apart) {
		Set<String> found = new TreeSet<>();
		Set<Path> seen = new TreeSet<>(Set.of(this.file));
		Deque<String> open = new ArrayDeque<>(Set.of(this.text));
		while (!open.isEmpty()) {
			String next = open.pop();
			wanted.matcher(next).results().forEach((hit) -> found.add(hit.group(1)));
			Pattern.compile("\\b[A-Z]\\w+\\b").matcher(next).results().forEach((word) -> {
				Path other = this.file.resolveSibling(word.group() + ".java");
				if (Files.exists(other) && seen.add(other)) {
					String text = read(other);
					if (!apart.matcher(text).find()) {
						open.push(text);
					}
				}
			});
		}
		return found;
	}

	private String comment() {
		Matcher declaration = Pattern.compile("\\b(class|record|interface|enum) " + this.name + "\\b")
			.matcher(this.text);
		if (!declaration.find()) {
			throw new IllegalStateException(this.file + " does not declare " + this.name);
		}
		int start = this.text.lastIndexOf("/**\n", declaration.start());
		Matcher end = Pattern.compile("\\n\\s*\\*/").matcher(this.text);
		if (start < 0 || !end.find(start)) {
			throw new IllegalStateException(this.name + " says nothing of itself");
		}
		String comment = this.text.substring(start + 3, end.start());
		return comment.replaceAll("(?m)^[ \\t]*\\* ?", "");
	}

	private static String plain(String comment) {
		return comment.replaceAll("\\{@\\w+ #?([^}]*)}", "`$1`")
			.replaceAll("</?\\w+>", " ")
			.replaceAll("\\s+", " ")
			.strip();
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
