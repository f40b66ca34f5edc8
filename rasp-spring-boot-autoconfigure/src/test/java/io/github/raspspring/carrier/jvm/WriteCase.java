package io.github.raspspring.carrier.jvm;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

import org.apache.catalina.core.ApplicationPart;
import org.apache.tomcat.util.http.fileupload.disk.DiskFileItem;
import org.apache.tomcat.util.http.fileupload.disk.DiskFileItemFactory;

import org.springframework.mock.web.MockMultipartFile;

/**
 * Files that are written under an extension that input has chosen, or outside of their
 * folder. All of them stay within the folder of the test, whether they are refused or
 * not.
 */
final class WriteCase {

	private static final byte[] CONTENT = { 'x' };

	private WriteCase() {
	}

	static List<HookCase> all() throws Exception {
		Path folder = Files.createDirectories(Files.createTempDirectory("writes").resolve("a/b"));
		return List.of(
				upload("MultipartFile.transferTo(Path)",
						(input) -> new MockMultipartFile("f", CONTENT).transferTo(folder.resolve(input))),
				upload("MultipartFile.transferTo(File)",
						(input) -> new MockMultipartFile("f", CONTENT).transferTo(folder.resolve(input).toFile())),
				upload("Part.write", (input) -> part(folder).write(input)),
				upload("RandomAccessFile for writing",
						(input) -> new RandomAccessFile(folder.resolve(input).toFile(), "rw").close()),
				upload("File.renameTo", (input) -> source(folder).toFile().renameTo(folder.resolve(input).toFile())),
				upload("File.createTempFile", (input) -> File.createTempFile("upload", "." + input, folder.toFile())),
				upload("Files.createTempFile", (input) -> Files.createTempFile(folder, "upload", "." + input)),
				upload("Files.move", (input) -> Files.move(source(folder), folder.resolve(input),
						StandardCopyOption.REPLACE_EXISTING)),
				upload("Files.createLink", (input) -> {
					Files.deleteIfExists(folder.resolve("link" + input));
					Files.createLink(folder.resolve("link" + input), source(folder));
				}),
				upload("Files.newBufferedWriter", (input) -> Files.newBufferedWriter(folder.resolve(input)).close()),
				upload("FileChannel for writing",
						(input) -> FileChannel
							.open(folder.resolve(input), StandardOpenOption.CREATE, StandardOpenOption.WRITE)
							.close()),
				upload("AsynchronousFileChannel for writing", (input) -> {
					try (AsynchronousFileChannel channel = AsynchronousFileChannel.open(folder.resolve(input),
							StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
						channel.write(ByteBuffer.wrap(CONTENT), 0).get();
					}
				}), upload("PrintStream", (input) -> new PrintStream(folder + "/" + input).close()),
				climb("SecureDirectoryStream.move", (input) -> {
					try (SecureDirectoryStream<Path> stream = secure(folder)) {
						stream.move(source(folder).getFileName(), stream, Path.of(input));
					}
				}), climb("SecureDirectoryStream.deleteFile", (input) -> {
					try (SecureDirectoryStream<Path> stream = secure(folder)) {
						stream.deleteFile(Path.of(input));
					}
				}), climb("RandomAccessFile with slashes",
						(input) -> new RandomAccessFile(folder + "/" + input, "rw").close()));
	}

	private static HookCase upload(String name, HookCase.Action action) {
		return new HookCase(name, "file-sink", "shell.jsp", "notes.txt", action);
	}

	private static HookCase climb(String name, HookCase.Action action) {
		return new HookCase(name, "file-sink", "..//..//outside.txt", "dune.txt", action);
	}

	private static Path source(Path folder) throws IOException {
		return Files.write(folder.resolve("source.bin"), CONTENT);
	}

	/** A folder that keeps to what it was when it was opened. */
	@SuppressWarnings("unchecked")
	private static SecureDirectoryStream<Path> secure(Path folder) throws IOException {
		return (SecureDirectoryStream<Path>) Files.newDirectoryStream(folder);
	}

	/** A part of an upload as Tomcat hands it out. */
	private static ApplicationPart part(Path folder) throws IOException {
		DiskFileItemFactory factory = new DiskFileItemFactory();
		factory.setRepository(folder.toFile());
		DiskFileItem item = (DiskFileItem) factory.createItem("f", "text/plain", false, "x");
		item.getOutputStream().close();
		return new ApplicationPart(item, folder.toFile());
	}

}
