package io.github.raspspring.event.audit;

import java.nio.file.Path;

import io.github.raspspring.event.form.PlainForm;

/**
 * Makes audit files on a disk that is soon full.
 */
public final class SmallDisk {

	private SmallDisk() {
	}

	/**
	 * Make an audit file.
	 * @param path where it is
	 * @param bytes how much the disk holds
	 * @return the file
	 */
	public static AuditFile file(Path path, long bytes) {
		return new AuditFile(path, null, new AuditLimits(1L << 40, 2), new PlainForm(),
				(opened) -> new QuotaFile(ChannelFile.open(opened), () -> bytes));
	}

}
