package io.github.raspspring.document;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MultipartArrivalsTests {

	@ParameterizedTest
	@ValueSource(strings = { "--b\r\n\r\na\r\n--b\r\nA: b\r\n\r\nc\r\n--b--\r\n", "--b\n\na\n--b\nA: b\n\nc\n--b--\n",
			"before\n--b\n\na\n--b\nA: b\n\nc\n--b--\nbehind", "--b\n\n-\n--\n---b\n--b\nA: b\n\n--c\n--b--",
			"--b \n\n\n\n--b\nA: b\n c\n\n--b--", "no boundary\nat all" })
	void readWhenCutAnywhereThenFindsTheSamePieces(String text) {
		byte[] body = text.getBytes(StandardCharsets.UTF_8);
		List<String> whole = MultipartBody.pieces(body, "multipart/mixed; boundary=b")
			.stream()
			.map(MultipartArrivalsTests::show)
			.toList();
		for (int cut = 1; cut <= body.length; cut++) {
			assertThat(read(body, cut, 1000)).as("cut " + cut).isEqualTo(whole);
		}
	}

	@Test
	void readWhenPieceIsLongThenKeepsItsBeginningAndFindsTheNext() {
		String text = "--b\n\n" + "x".repeat(50_000) + "\n--b\n\nnext\n--b--\n";
		List<String> pieces = read(text.getBytes(StandardCharsets.UTF_8), 100, 3000);
		assertThat(pieces).hasSize(2);
		assertThat(pieces.get(0)).hasSizeLessThan(3010);
		assertThat(pieces.get(1)).contains("next");
	}

	private static List<String> read(byte[] body, int cut, int longest) {
		MultipartArrivals arrivals = new MultipartArrivals("multipart/mixed; boundary=b", longest,
				new BodyMemory(Long.MAX_VALUE).lease());
		List<String> pieces = new ArrayList<>();
		String begun = null;
		for (int start = 0; start < body.length; start += cut) {
			begun = null;
			for (MultipartArrivals.Arrived arrived : arrivals
				.read(Arrays.copyOfRange(body, start, Math.min(body.length, start + cut)))) {
				if (arrived.complete()) {
					pieces.add(show(arrived.piece()));
				}
				else {
					begun = show(arrived.piece());
				}
			}
		}
		if (begun != null) {
			pieces.add(begun);
		}
		return pieces;
	}

	private static String show(MultipartBody.Piece piece) {
		return piece.headers() + "|" + new String(piece.content(), StandardCharsets.UTF_8);
	}

}
