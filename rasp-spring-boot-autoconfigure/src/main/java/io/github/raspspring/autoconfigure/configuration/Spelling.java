package io.github.raspspring.autoconfigure.configuration;

import java.util.Collection;

import org.jspecify.annotations.Nullable;

/**
 * Finds what a misspelt word was meant to be.
 */
final class Spelling {

	private Spelling() {
	}

	/**
	 * Find the most similar word.
	 * @return the word, or {@code null} if more than a third of each differs
	 */
	static @Nullable String nearest(String word, Collection<String> known) {
		String nearest = null;
		int best = Integer.MAX_VALUE;
		for (String candidate : known) {
			int distance = distance(word, candidate);
			if (distance < best && 3 * distance <= 1 + Math.max(word.length(), candidate.length())) {
				best = distance;
				nearest = candidate;
			}
		}
		return nearest;
	}

	/**
	 * Count the letters to insert, drop or replace, a swap of neighbors being one.
	 */
	private static int distance(String one, String other) {
		int[][] distances = new int[one.length() + 1][other.length() + 1];
		for (int i = 0; i <= one.length(); i++) {
			for (int j = 0; j <= other.length(); j++) {
				distances[i][j] = (i == 0 || j == 0) ? i + j : step(distances, one, other, i, j);
			}
		}
		return distances[one.length()][other.length()];
	}

	private static int step(int[][] distances, String one, String other, int i, int j) {
		int replaced = distances[i - 1][j - 1] + ((one.charAt(i - 1) == other.charAt(j - 1)) ? 0 : 1);
		int shortest = Math.min(replaced, 1 + Math.min(distances[i - 1][j], distances[i][j - 1]));
		boolean swapped = i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2)
				&& one.charAt(i - 2) == other.charAt(j - 1);
		return swapped ? Math.min(shortest, distances[i - 2][j - 2] + 1) : shortest;
	}

}
