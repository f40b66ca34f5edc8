package io.github.raspspring.benchmark;

import java.util.Random;

/**
 * Words of several scripts, of which sentences are made.
 */
enum WordLists {

	ENGLISH(" ", "the delivery arrived on Tuesday and box was damaged but book inside is fine we would like to order "
			+ "another one from your shop it's really good quality for this price please leave parcel with neighbor "
			+ "select or update size when table in blue isn't available where possible thank you very much again"),

	GERMAN(" ",
			"die Lieferung kam p\u00fcnktlich und das Buch ist sch\u00f6n gedruckt leider fehlte der Umschlag wir "
					+ "w\u00fcrden gerne noch ein zweites bestellen f\u00fcr unsere gr\u00f6\u00dfere T\u00fcr"),

	RUSSIAN(" ",
			"\u0434\u043e\u0441\u0442\u0430\u0432\u043a\u0430 \u0437\u0430\u043d\u044f\u043b\u0430 \u0442\u0440\u0438 "
					+ "\u0434\u043d\u044f \u0438 \u0432\u0441\u0451 \u0446\u0435\u043b\u043e \u043a\u043d\u0438\u0433\u0430 "
					+ "\u043e\u0447\u0435\u043d\u044c \u0445\u043e\u0440\u043e\u0448\u0430\u044f"),

	CHINESE("",
			"\u8fd9\u672c\u4e66 \u7684 \u5370\u5237 \u8d28\u91cf \u5f88\u597d \u8bfb\u8d77\u6765 \u5f88 \u8212\u670d "
					+ "\u6211\u4eec \u8fd8\u60f3 \u518d \u4e70 \u4e00\u672c \uff0c \u8c22\u8c22"),

	GREEK(" ",
			"\u03b7 \u03c0\u03b1\u03c1\u03ac\u03b4\u03bf\u03c3\u03b7 \u03ae\u03c4\u03b1\u03bd \u03b3\u03c1\u03ae\u03b3"
					+ "\u03bf\u03c1\u03b7 \u03ba\u03b1\u03b9 \u03c4\u03bf \u03b2\u03b9\u03b2\u03bb\u03af\u03bf \u03ba\u03b1\u03bb"
					+ "\u03cc"),

	ARABIC(" ",
			"\u0648\u0635\u0644 \u0627\u0644\u0643\u062a\u0627\u0628 \u0641\u064a \u0627\u0644\u0648\u0642\u062a \u0648"
					+ "\u0627\u0644\u062c\u0648\u062f\u0629 \u062c\u064a\u062f\u0629"),

	NAMES(" ", "Ann Bob Carla Dmitri Elena Farid Grace Hiro Ines Jonas Kira Liam Maria Nils Olga Paul Quentin Rosa "
			+ "Stefan Tara Umar Vera Walter Xenia Yusuf Zoe Miller Garcia Schmidt Tanaka Rossi Dubois Novak Silva");

	private static final WordLists[] SCRIPTS = { ENGLISH, GERMAN, RUSSIAN, CHINESE, GREEK, ARABIC };

	private final String separator;

	private final String[] words;

	WordLists(String separator, String words) {
		this.separator = separator;
		this.words = words.split(" ");
	}

	static WordLists any(Random random) {
		return SCRIPTS[random.nextInt(SCRIPTS.length)];
	}

	String sentence(Random random, int count) {
		StringBuilder sentence = new StringBuilder();
		for (int i = 0; i < count; i++) {
			sentence.append((i > 0) ? this.separator : "").append(this.words[random.nextInt(this.words.length)]);
		}
		return sentence.toString();
	}

	String text(Random random, int length) {
		StringBuilder text = new StringBuilder();
		while (text.length() < length) {
			text.append(sentence(random, 5 + random.nextInt(12))).append((random.nextInt(4) == 0) ? ", " : ". ");
		}
		return text.toString();
	}

}
