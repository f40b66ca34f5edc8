package io.github.raspspring.autoconfigure;

import java.util.Collection;

import org.jspecify.annotations.Nullable;

/**
 * Finds what a misspelt word was meant to be.
 */
public final class Spelling {

	private Spelling() {
	}

	/**
	 * Find the most similar word.
	 * @param word the word as it is written
	 * @param known the words there are
	 * @return the word, or {@code null} if more than a third of each differs
	 */
	public static @Nullable String nearest(String word, Collection<String> known) {
		String nearest = null;
		int best = Integer.MAX_VALUE;
		for (String candidate : known) {
			int distance = distance(word, candidate);
			if (distance < best && isNear(distance, word, candidate)) {
				best = distance;
				nearest = candidate;
			}
		}
		return nearest;
	}

	/**
	 * Return whether words with this distance are similar.
	 * @param distance the distance of both
	 * @param word a word
	 * @param other another word
	 * @return {@code true} if no more than a third differs
	 */
	public static boolean isNear(int distance, String word, String other) {
		return 3 * distance <= 1 + Math.max(word.length(), other.length());
	}

	/**
	 * Count the letters to insert, drop or replace, a swap of neighbors being one.
	 * @param one a word
	 * @param other another word
	 * @return the count, 0 if both are the same
	 */
	public static int distance(String one, String other) {
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
