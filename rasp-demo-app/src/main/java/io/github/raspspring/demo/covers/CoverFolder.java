package io.github.raspspring.demo.covers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * The covers on disk, laid out anew at each start.
 */
@Component
class CoverFolder {

	private final Path folder;

	CoverFolder(@Value("${bookshop.covers-folder}") Path folder, @Value("classpath:covers/*.txt") Resource[] covers)
			throws IOException {
		this.folder = Files.createDirectories(folder.toAbsolutePath());
		for (Resource cover : covers) {
			Files.copy(cover.getInputStream(), this.folder.resolve(String.valueOf(cover.getFilename())),
					StandardCopyOption.REPLACE_EXISTING);
		}
	}

	/**
	 * VULNERABLE on purpose (CWE-22): the file may lie outside the folder.
	 */
	byte[] read(String file) throws IOException {
		return Files.readAllBytes(Path.of(this.folder + "/" + file));
	}

}
