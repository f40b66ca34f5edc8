package io.github.raspspring.demo.covers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;

import static org.assertj.core.api.Assertions.assertThat;

class CoverFolderTests {

	private static final Resource COVER = new ByteArrayResource("Dune".getBytes()) {

		@Override
		public String getFilename() {
			return "dune.txt";
		}

	};

	@TempDir
	private Path folder;

	@Test
	void layOutWhileOthersDo() throws Exception {
		Callable<byte[]> start = () -> new CoverFolder(this.folder, new Resource[] { COVER }).read("dune.txt");
		ExecutorService shops = Executors.newFixedThreadPool(8);
		try {
			List<Future<byte[]>> covers = shops.invokeAll(Collections.nCopies(400, start));
			for (Future<byte[]> cover : covers) {
				assertThat(cover.get()).asString().isEqualTo("Dune");
			}
		}
		finally {
			shops.shutdownNow();
		}
		try (Stream<Path> files = Files.list(this.folder)) {
			assertThat(files).containsExactly(this.folder.resolve("dune.txt"));
		}
	}

}
