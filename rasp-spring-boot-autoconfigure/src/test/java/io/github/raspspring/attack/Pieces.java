package io.github.raspspring.attack;

import java.util.Random;

/**
 * Makes texts of the pieces that attacks are made of.
 */
public final class Pieces {

	private static final int MOST = 9;

	private Pieces() {
	}

	/**
	 * Make a text.
	 * @param random chooses
	 * @param pieces what to choose from
	 * @return up to nine pieces in a row
	 */
	public static String text(Random random, String[] pieces) {
		StringBuilder text = new StringBuilder();
		int length = 1 + random.nextInt(MOST);
		for (int i = 0; i < length; i++) {
			text.append(pieces[random.nextInt(pieces.length)]);
		}
		return text.toString();
	}

}
