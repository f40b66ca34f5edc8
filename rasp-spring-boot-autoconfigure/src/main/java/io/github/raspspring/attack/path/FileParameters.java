package io.github.raspspring.attack.path;

import io.github.raspspring.inspect.NestedName;
import io.github.raspspring.text.HashedWords;

/**
 * Names by which parameters tell that they hold the name of a file.
 */
final class FileParameters {

	private static final HashedWords NAMES = HashedWords.of(
			"file filename filepath file_name file_path file-name document attachment download template include cover"
					+ " avatar upload logfile report entry entryname archive",
			"asset assets backup restore dump skin tpl partial path dir directory folder page doc layout theme lang locale root style pdf conf config resource view");

	/** What is called by a name that no path is a part of. */
	private static final HashedWords PLAIN = HashedWords.of("name title slug label username");

	private FileParameters() {
	}

	static boolean isFile(String name) {
		return NAMES.groupOf(NestedName.lastPart(name)) == 1 || name.endsWith("Path") || name.endsWith("_path")
				|| name.endsWith("File") || name.endsWith("_file") || name.endsWith("FileName");
	}

	static boolean isFileOrFolder(String name) {
		return isFile(name) || NAMES.groupOf(NestedName.lastPart(name)) != 0;
	}

	static boolean isName(String name) {
		return PLAIN.groupOf(NestedName.lastPart(name)) != 0;
	}

}
