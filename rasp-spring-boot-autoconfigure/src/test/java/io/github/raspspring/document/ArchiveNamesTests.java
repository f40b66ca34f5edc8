package io.github.raspspring.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ArchiveNamesTests {

	private static final int LIMIT = 1 << 20;

	@ParameterizedTest
	@ValueSource(strings = { "a.txt", "dir/a.txt", "dir/.hidden", "a.b.c", "META-INF/MANIFEST.MF",
			"[Content_Types].xml", "M\u00FCller.txt" })
	void leadingOutWhenEntryStaysInsideThenIsEmpty(String name) throws IOException {
		assertThat(names(archive(0, name), LIMIT)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "../a.txt", "../../etc/cron.d/x", "dir/../../x.jsp", "..\\..\\x", "/etc/passwd", "\\x",
			"C:\\x", "..\u00FC" })
	void leadingOutWhenEntryLeavesThenIsTold(String name) throws IOException {
		assertThat(names(archive(0, "a.txt", name, "b.txt"), LIMIT)).containsExactly(name);
	}

	@Test
	void leadingOutWhenEntriesLieBetweenMuchContentThenAllAreTold() throws IOException {
		for (int size = 16_200; size < 16_500; size += 7) {
			assertThat(names(archive(size, "../first", "x", "../second"), LIMIT)).containsExactly("../first",
					"../second");
		}
	}

	@Test
	void leadingOutWhenEntryStandsBehindLimitThenIsNotRead() throws IOException {
		assertThat(names(archive(LIMIT, "a", "../b"), LIMIT / 2)).isEmpty();
	}

	@Test
	void leadingOutWhenNamesAreManyThenTellsSome() throws IOException {
		String[] names = new String[500];
		for (int i = 0; i < names.length; i++) {
			names[i] = "../" + i;
		}
		assertThat(names(archive(0, names), LIMIT)).hasSize(64);
	}

	@Test
	void leadingOutWhenArchiveIsCutAnywhereThenEnds() throws IOException {
		byte[] archive = archive(3, "../a", "b");
		for (int length = 0; length < archive.length; length++) {
			assertThat(names(Arrays.copyOf(archive, length), LIMIT)).allMatch((name) -> "../a".startsWith(name));
		}
	}

	@Test
	void beginsWhenFileIsNoArchiveThenSaysSo() throws IOException {
		assertThat(ArchiveNames.begins(archive(0, "a"))).isTrue();
		assertThat(ArchiveNames.begins("PK is short".getBytes(StandardCharsets.UTF_8))).isFalse();
		assertThat(ArchiveNames.begins(new byte[0])).isFalse();
	}

	private static Set<String> names(byte[] archive, int limit) throws IOException {
		return ArchiveNames.leadingOut(new ByteArrayInputStream(archive), limit);
	}

	private static byte[] archive(int size, String... names) throws IOException {
		byte[] content = new byte[size];
		new Random(1).nextBytes(content);
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			for (String name : names) {
				zip.putNextEntry(new ZipEntry(name));
				zip.write(content);
			}
		}
		return bytes.toByteArray();
	}

}
