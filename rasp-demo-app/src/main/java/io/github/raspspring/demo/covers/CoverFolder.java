package io.github.raspspring.demo.covers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * The covers on disk, laid out anew at each start. Each is moved into place whole, as
 * another shop may start on the same machine at the same time.
 */
@Component
class CoverFolder {

	private final Path folder;

	CoverFolder(@Value("${bookshop.covers-folder}") Path folder, @Value("classpath:covers/*.txt") Resource[] covers)
			throws IOException {
		this.folder = Files.createDirectories(folder.toAbsolutePath());
		for (Resource cover : covers) {
			layOut(cover);
		}
	}

	private void layOut(Resource cover) throws IOException {
		Path copy = Files.createTempFile(this.folder, ".cover", null);
		Files.write(copy, cover.getContentAsByteArray());
		Files.move(copy, this.folder.resolve(String.valueOf(cover.getFilename())), StandardCopyOption.ATOMIC_MOVE);
	}

	/**
	 * VULNERABLE on purpose (CWE-22): the file may lie outside the folder.
	 */
	byte[] read(String file) throws IOException {
		return Files.readAllBytes(Path.of(this.folder + "/" + file));
	}

}
