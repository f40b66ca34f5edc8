package io.github.raspspring.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;

/**
 * A file of a kind of attack under {@code corpus}: look-alikes, a line {@code ==},
 * attacks. A line that begins with {@code @@} tells where the values below it stand.
 */
public final class KindFile {

	private static final String[] ANYWHERE = { "QUERY", "q" };

	private KindFile() {
	}

	/**
	 * Read the attacks of a kind, or what only looks like them.
	 * @param folder folder of the file
	 * @param kind the kind, whose name is that of the file
	 * @param lookAlikes whether to read look-alikes
	 */
	public static List<InputValue> values(String folder, Enum<?> kind, boolean lookAlikes) {
		List<InputValue> values = new ArrayList<>();
		String[] place = ANYWHERE;
		boolean honest = true;
		for (String line : Corpus
			.read(folder + "/" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".txt")) {
			if (line.equals("==")) {
				honest = false;
				place = ANYWHERE;
			}
			else if (line.startsWith("@@ ")) {
				place = line.substring(3).split(" ");
			}
			else if (honest == lookAlikes) {
				values.add(new InputValue(InputLocation.valueOf(place[0]), place[1], line));
			}
		}
		return values;
	}

}
