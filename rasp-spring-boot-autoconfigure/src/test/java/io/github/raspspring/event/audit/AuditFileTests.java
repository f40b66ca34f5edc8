package io.github.raspspring.event.audit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.raspspring.engine.event.EventRecord;
import io.github.raspspring.event.EventSamples;
import io.github.raspspring.event.form.PlainForm;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * The chain shows every change, and survives what happens to files that nobody changes.
 */
class AuditFileTests {

	private static final AuditLimits LARGE = new AuditLimits(1 << 20, 5);

	private static final byte[] KEY = "a key of sixteen or more".getBytes(StandardCharsets.UTF_8);

	@TempDir
	Path folder;

	static Stream<Arguments> changes() {
		return Stream.of(change("a word is changed", 3, edit(2, (line) -> line.replace("BLOCK", "ALLOW"))),
				change("the reference is changed", 3, edit(2, (line) -> line.replace("\"r2\"", "\"rX\""))),
				change("the hash is changed", 3,
						edit(2, (line) -> line.replaceFirst("\"hash\":\"..", "\"hash\":\"00"))),
				change("a member is added", 3, edit(2, (line) -> line.replaceFirst("\\{\"seq\"", "{\"x\":1,\"seq\""))),
				change("a line is emptied to the bare form", 3, edit(2, (line) -> "{}")),
				change("the first line is changed", 1, edit(0, (line) -> line.replace("BLOCK", "ALLOW"))),
				change("the last line is changed", 6, edit(5, (line) -> line.replace("BLOCK", "ALLOW"))),
				change("a line is removed", 3, (lines) -> without(lines, 2)),
				change("two lines are removed", 2, (lines) -> without(without(lines, 1), 1)),
				change("a line is repeated", 4, (lines) -> with(lines, 3, lines.get(2))),
				change("an older line is inserted", 5, (lines) -> with(lines, 4, lines.get(0))),
				change("a line that nobody wrote is inserted", 2, (lines) -> with(lines, 1, "forged")),
				change("neighbors are exchanged", 2, (lines) -> {
					List<String> changed = new ArrayList<>(lines);
					Collections.swap(changed, 1, 2);
					return changed;
				}), change("all are reversed", 2, (lines) -> {
					List<String> changed = new ArrayList<>(lines);
					Collections.reverse(changed);
					return changed;
				}), change("a line that is chained without the key is put in", 3,
						(lines) -> with(lines, 2, new AuditChain(null).line(AuditLink.NONE, "{}"))));
	}

	@ParameterizedTest
	@MethodSource("changes")
	void verifyWhenFileWasChangedThenNamesTheLine(Change change, int line) throws IOException {
		Path path = written(6);
		Files.write(path, change.apply(Files.readAllLines(path)));
		AuditVerdict verdict = verify(path);
		assertThat(verdict.intact()).isFalse();
		assertThat(verdict.file()).isEqualTo("audit.jsonl");
		assertThat(verdict.line()).isEqualTo(line);
		assertThat(run("verify", "--key-file=" + keyFile(), path.toString()))
			.startsWith("1 broken: audit.jsonl line " + line);
	}

	static Stream<Named<UnaryOperator<String>>> innocent() {
		return Stream.of(Named.of("nothing", UnaryOperator.identity()),
				Named.of("line ends of another system", (text) -> text.replace("\n", "\r\n")),
				Named.of("no end of the last line", (text) -> text.substring(0, text.length() - 1)),
				Named.of("empty lines at the end", (text) -> text + "\n\n"),
				Named.of("a mark of the encoding", (text) -> "\uFEFF" + text),
				Named.of("an empty line in between", (text) -> text.replaceFirst("\n", "\n\n")),
				Named.of("the start of a line that was never finished", (text) -> text + "{\"seq\":7,\"prev\":\"0"));
	}

	@ParameterizedTest
	@MethodSource("innocent")
	void verifyWhenCopyIsInnocentThenIsIntact(UnaryOperator<String> copy) throws IOException {
		Path path = written(6);
		Files.writeString(path, copy.apply(Files.readString(path)));
		AuditVerdict verdict = verify(path);
		assertThat(verdict).extracting(AuditVerdict::intact, AuditVerdict::first, AuditVerdict::last)
			.containsExactly(true, 1L, 6L);
	}

	@Test
	void writeWhenFileIsFullThenStartsAnotherAndChainGoesOn() throws IOException {
		Path path = this.folder.resolve("audit.jsonl");
		try (AuditFile file = open(path, new AuditLimits(4096, 4))) {
			for (int i = 1; i <= 40; i++) {
				file.write(List.of(EventSamples.record("r" + i)));
			}
			assertThat(file.verify()).extracting(AuditVerdict::intact, AuditVerdict::last).containsExactly(true, 40L);
		}
		List<Path> files = new AuditFolder(path).files();
		assertThat(files).hasSize(4).allSatisfy((each) -> assertThat(Files.size(each)).isLessThanOrEqualTo(4096));
		Files.delete(files.get(1));
		assertThat(verify(path).fault()).contains("removed");
	}

	@Test
	void writeWhenStartedAgainThenChainGoesOn() throws IOException {
		Path path = written(3);
		try (AuditFile file = open(path, LARGE)) {
			file.write(List.of(EventSamples.record("r4")));
			assertThat(file.sequence()).isEqualTo(4);
		}
		assertThat(verify(path)).extracting(AuditVerdict::intact, AuditVerdict::last).containsExactly(true, 4L);
	}

	@Test
	void writeWhenStartedAgainBehindHalfALineThenCutsItOffAndSaysSo() throws IOException {
		Path path = written(3);
		Files.writeString(path, Files.readString(path) + "{\"seq\":4,\"prev\":\"");
		try (AuditFile file = open(path, LARGE)) {
			file.write(List.of(EventSamples.record("r4")));
		}
		assertThat(verify(path)).extracting(AuditVerdict::intact, AuditVerdict::last).containsExactly(true, 5L);
		assertThat(Files.readString(path)).contains("audit-resumed", "\"torn\":\"17\"");
	}

	@Test
	void writeWhenLastLineIsNotOursThenPutsTheFileAside() throws IOException {
		Path path = written(3);
		Files.writeString(path, Files.readString(path) + "something else\n");
		try (AuditFile file = open(path, LARGE)) {
			file.write(List.of(EventSamples.record("r4")));
		}
		assertThat(new AuditFolder(path).files()).hasSize(2);
		assertThat(Files.readString(path)).contains("audit-begun-anew");
		assertThat(verify(path).intact()).isFalse();
	}

	@Test
	void verifyWhenEndIsCutOffThenTheRunningApplicationSees() throws IOException {
		Path path = this.folder.resolve("audit.jsonl");
		try (AuditFile file = open(path, LARGE)) {
			file.write(records(5));
			String head = file.head();
			List<String> lines = Files.readAllLines(path);
			Files.write(path, lines.subList(0, 4));
			assertThat(file.verify()).extracting(AuditVerdict::intact, AuditVerdict::last).containsExactly(false, 4L);
			assertThat(run("verify", "--key-file=" + keyFile(), "--head=" + head, path.toString()))
				.startsWith("1 broken: the end is missing");
		}
	}

	@Test
	void verifyWhenKeyIsAnotherThenIsBroken() throws IOException {
		Path path = written(3);
		assertThat(run("verify", path.toString())).startsWith("1 broken: audit.jsonl line 1");
		assertThat(run("verify", "--key-file=" + keyFile(), path.toString())).startsWith("0 intact: lines 1 to 3");
		assertThat(run("check", path.toString())).startsWith("2 usage");
		assertThat(run("verify", path + ".missing")).startsWith("2 can't be read");
	}

	@Test
	void writeWhenDiskIsFullThenLeavesNoHalfLineAndGoesOn() throws IOException {
		Path path = this.folder.resolve("audit.jsonl");
		AtomicLong quota = new AtomicLong(4000);
		int written = 0;
		try (AuditFile file = new AuditFile(path, KEY, LARGE, new PlainForm(),
				(opened) -> new QuotaFile(ChannelFile.open(opened), quota::get))) {
			for (int i = 0; i < 20; i++) {
				try {
					file.write(List.of(EventSamples.record("r" + i)));
					written++;
				}
				catch (IOException ex) {
					assertThat(ex).hasMessageContaining("No space");
				}
			}
			assertThat(written).isBetween(1, 10);
			assertThat(file.verify()).extracting(AuditVerdict::intact, AuditVerdict::last)
				.containsExactly(true, (long) written);
			quota.set(100_000);
			file.write(List.of(EventSamples.record("after")));
			assertThat(file.verify()).extracting(AuditVerdict::intact, AuditVerdict::last)
				.containsExactly(true, written + 1L);
		}
	}

	@Test
	void writeWhenAnotherHasTheFileThenWritesNothing() throws IOException {
		Path path = this.folder.resolve("audit.jsonl");
		try (AuditFile first = open(path, LARGE); AuditFile second = open(path, LARGE)) {
			first.write(records(2));
			assertThatIOException().isThrownBy(() -> second.write(records(1))).withMessageContaining("Another process");
			assertThat(first.verify().last()).isEqualTo(2);
		}
	}

	private Path written(int lines) throws IOException {
		Path path = this.folder.resolve("audit.jsonl");
		try (AuditFile file = open(path, LARGE)) {
			file.write(records(lines));
		}
		return path;
	}

	private static List<EventRecord> records(int count) {
		return IntStream.range(0, count).mapToObj((i) -> EventSamples.record("r" + i)).toList();
	}

	private static AuditFile open(Path path, AuditLimits limits) {
		return new AuditFile(path, KEY, limits, new PlainForm());
	}

	private static AuditVerdict verify(Path path) throws IOException {
		AuditVerifier verifier = new AuditVerifier(new AuditChain(KEY));
		verifier.open(new AuditFolder(path).files());
		return verifier.verify();
	}

	private Path keyFile() throws IOException {
		return Files.write(this.folder.resolve("key.txt"), KEY);
	}

	private static String run(String... arguments) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		int status = AuditTool.run(List.of(arguments), new PrintStream(out, true, StandardCharsets.UTF_8));
		return status + " " + out.toString(StandardCharsets.UTF_8);
	}

	private static Arguments change(String name, int line, Change change) {
		return Arguments.of(Named.of(name, change), line);
	}

	private static Change edit(int index, UnaryOperator<String> edit) {
		return (lines) -> {
			List<String> changed = new ArrayList<>(lines);
			changed.set(index, edit.apply(changed.get(index)));
			return changed;
		};
	}

	private static List<String> without(List<String> lines, int index) {
		List<String> changed = new ArrayList<>(lines);
		changed.remove(index);
		return changed;
	}

	private static List<String> with(List<String> lines, int index, String line) {
		List<String> changed = new ArrayList<>(lines);
		changed.add(index, line);
		return changed;
	}

	@FunctionalInterface
	interface Change {

		List<String> apply(List<String> lines);

	}

}
