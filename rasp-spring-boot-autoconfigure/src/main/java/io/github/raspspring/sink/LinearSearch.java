package io.github.raspspring.sink;

/**
 * Knuth, Morris and Pratt's search, for the rare texts that are made to be slow to
 * search. Needs memory in the length of the input.
 */
final class LinearSearch {

	private LinearSearch() {
	}

	static long find(String text, String input, int from) {
		String needle = compact(input);
		int[] positions = new int[needle.length()];
		int[] borders = borders(needle);
		int seen = 0;
		int matched = 0;
		for (int i = from; i < text.length(); i++) {
			if (CharMask.isBlank(text.charAt(i))) {
				continue;
			}
			positions[seen++ % positions.length] = i;
			char c = CharMask.fold(text.charAt(i));
			while (matched > 0 && needle.charAt(matched) != c) {
				matched = borders[matched - 1];
			}
			if (needle.charAt(matched) == c) {
				matched++;
			}
			if (matched == needle.length()) {
				return Occurrence.pack(positions[seen % positions.length], i + 1);
			}
		}
		return Occurrence.NONE;
	}

	private static String compact(String input) {
		StringBuilder compact = new StringBuilder(input.length());
		for (int i = 0; i < input.length(); i++) {
			if (!CharMask.isBlank(input.charAt(i))) {
				compact.append(CharMask.fold(input.charAt(i)));
			}
		}
		return compact.toString();
	}

	private static int[] borders(String needle) {
		int[] borders = new int[needle.length()];
		int length = 0;
		for (int i = 1; i < needle.length(); i++) {
			while (length > 0 && needle.charAt(i) != needle.charAt(length)) {
				length = borders[length - 1];
			}
			if (needle.charAt(i) == needle.charAt(length)) {
				length++;
			}
			borders[i] = length;
		}
		return borders;
	}

}
