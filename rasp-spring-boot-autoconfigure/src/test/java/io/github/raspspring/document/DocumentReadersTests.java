package io.github.raspspring.document;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DocumentReadersTests {

	@Test
	void cellsOfCsvAreGivenWithoutQuotes() {
		List<String> cells = new ArrayList<>();
		CsvCells.read("a,\"b, \"\"c\"\"\";d\te\r\n'f', g \n\"open", cells::add);
		assertThat(cells).containsExactly("a", "b, \"c\"", "d", "e", "'f'", " g ", "open");
	}

	@Test
	void scalarsOfYamlAreGivenWithoutQuotes() {
		List<String> scalars = new ArrayList<>();
		YamlScalars.read("a: b # c\n- 'it''s'\n- \"x\\\"y\"\nd: [e, f: g]\nh: |\n  one\n  two\ni: http://j:1/k",
				scalars::add);
		assertThat(scalars).contains("a", "b", "it's", "x\"y", "d", "h", "  one\n  two\n", "i", "http://j:1/k");
	}

	@Test
	void piecesOfMultipartAreGivenWithWhatStandsAround() {
		byte[] body = "before\r\n--b\r\nA: 1\r\n B\r\n\r\none\r\n--b\r\n\r\ntwo\r\n--b--\r\nafter"
			.getBytes(StandardCharsets.UTF_8);
		List<MultipartBody.Piece> pieces = MultipartBody.pieces(body, "multipart/mixed; boundary=\"b\"");
		assertThat(pieces).extracting((piece) -> new String(piece.content(), StandardCharsets.UTF_8).trim())
			.containsExactly("before", "one", "two", "after");
		assertThat(pieces.get(1).header("a")).isEqualTo("1 B");
	}

	@Test
	void piecesOfABodyWithoutBoundaryAreOne() {
		byte[] body = "{\"q\":1}".getBytes(StandardCharsets.UTF_8);
		assertThat(MultipartBody.pieces(body, "multipart/mixed")).hasSize(1);
		assertThat(MultipartBody.pieces(body, "multipart/mixed; boundary=x")).hasSize(1);
	}

	@Test
	void fileNamesAreGivenInAllReadings() {
		assertThat(PartDisposition.fileNames(
				"form-data; name=\"filename=no\"; filename=\"a\\\"b;c.txt\"; filename*=UTF-8''d%20e; filename=f"))
			.contains("a\"b;c.txt", "d e", "f")
			.doesNotContain("no");
	}

	@Test
	void literalsOfGraphQlAreGivenUnescaped() {
		List<String> literals = new ArrayList<>();
		GraphQlLiterals.read("{a(b:\"c\\\"d\\u0027\",e:\"\"\"f \\\"\"\" g\"\"\")} # \"no\"\n\"open", literals);
		assertThat(literals).containsExactly("c\"d'", "f \"\"\" g", "open");
	}

	@Test
	void documentTypeInACommentIsNone() {
		assertThat(XmlProlog.documentType("<!-- <!DOCTYPE a [ --><a/>".getBytes(StandardCharsets.UTF_8))).isNull();
		assertThat(XmlProlog.documentType("<?x?><!-- --> <!DOCTYPE a [".getBytes(StandardCharsets.UTF_16)))
			.startsWith("<!DOCTYPE a [");
	}

}
