package io.github.raspspring.yardstick;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/**
 * One handler per way in which requests bring their values.
 */
@RestController
class YardstickController {

	private final Items items;

	YardstickController(Items items) {
		this.items = items;
	}

	@PostMapping("/orders")
	Order order(@RequestBody Order order) {
		return order;
	}

	@PostMapping("/documents")
	Map<String, Object> document(@RequestBody Map<String, Object> document) {
		return document;
	}

	@GetMapping("/parameters")
	Map<String, Object> parameters(@RequestParam String q, @RequestParam int page, @RequestParam int size,
			@RequestParam String sort, @RequestParam String city) {
		return Map.of("q", q, "page", page, "size", size, "sort", sort, "city", city);
	}

	@GetMapping({ "/items/{id}", "/protected/items/{id}" })
	Map<String, Object> item(@PathVariable int id, @RequestParam(defaultValue = "x") String name) {
		return this.items.find(id, name);
	}

	@PostMapping("/forms")
	int form(@RequestParam MultiValueMap<String, String> fields) {
		return fields.size();
	}

	@GetMapping("/headers")
	Map<String, String> headers(@RequestHeader("X-Request-Context-7") String context,
			@CookieValue("preference-7") String preference) {
		return Map.of("context", context, "preference", preference);
	}

	@PostMapping("/uploads")
	Map<String, Object> upload(@RequestParam String title, @RequestParam String description,
			@RequestParam MultipartFile file) {
		return Map.of("title", title, "description", description, "size", file.getSize());
	}

	@PostMapping(path = "/feeds", consumes = MediaType.APPLICATION_XML_VALUE)
	int feed(@RequestBody String xml) throws IOException, SAXException, ParserConfigurationException {
		return DocumentBuilderFactory.newInstance()
			.newDocumentBuilder()
			.parse(new InputSource(new StringReader(xml)))
			.getElementsByTagName("entry")
			.getLength();
	}

	/**
	 * An order.
	 */
	record Order(String id, String customer, String address, List<Line> lines, Map<String, Object> extra) {

	}

	/**
	 * A line of an order.
	 */
	record Line(String sku, int qty, String note) {

	}

}
