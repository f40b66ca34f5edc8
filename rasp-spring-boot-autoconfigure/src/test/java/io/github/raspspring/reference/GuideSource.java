package io.github.raspspring.reference;

import java.net.URI;
import java.util.Map;
import java.util.TreeSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import javax.tools.SimpleJavaFileObject;

/**
 * A block of a guide as a class that compiles by itself: a block of types as it is, one
 * of methods within a class, one of statements within a method. Everything it names is
 * imported, types of the product by their simple name, which is used once only.
 */
final class GuideSource extends SimpleJavaFileObject {

	private static final Pattern TYPES = Pattern.compile(
			"^(@\\w+(\\([^\\n]*\\))?\\n)*(public |final |abstract )*(class|record|interface|enum) .*", Pattern.DOTALL);

	private static final Pattern METHODS = Pattern.compile(
			"^(@\\w+(\\([^\\n]*\\))?\\n)*(public |private |static )*[\\w<>\\[\\]]+ \\w+\\([^;=]*\\{\\n.*",
			Pattern.DOTALL);

	private static final Pattern NAME = Pattern.compile("\\b[A-Z]\\w+\\b");

	private static final Map<String, String> PRODUCT = SourceText.all()
		.filter((source) -> !source.name().equals("package-info"))
		.collect(Collectors.toMap(SourceText::name,
				(source) -> "io.github.raspspring." + source.room() + '.' + source.name(), (first, second) -> first));

	private static final String OTHERS = """
			import static org.assertj.core.api.Assertions.*;
			import static io.github.raspspring.testing.RaspResultMatchers.*;
			import io.github.raspspring.reference.GuideSurroundings.*;
			import jakarta.persistence.*;
			import java.io.*;
			import java.nio.charset.*;
			import java.nio.file.*;
			import java.security.*;
			import java.time.*;
			import java.util.*;
			import javax.crypto.*;
			import javax.crypto.spec.*;
			import org.junit.jupiter.api.Test;
			import org.springframework.beans.factory.annotation.Autowired;
			import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
			import org.springframework.context.annotation.*;
			import org.springframework.context.event.EventListener;
			import org.springframework.core.annotation.Order;
			import org.springframework.http.HttpStatus;
			import org.springframework.security.config.annotation.web.builders.HttpSecurity;
			import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
			import org.springframework.security.config.http.SessionCreationPolicy;
			import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
			import org.springframework.security.web.*;
			import org.springframework.security.web.access.intercept.AuthorizationFilter;
			import org.springframework.security.web.authentication.HttpStatusEntryPoint;
			import org.springframework.security.web.context.SecurityContextHolderFilter;
			import org.springframework.stereotype.Component;
			import org.springframework.test.context.TestPropertySource;
			import org.springframework.test.web.servlet.assertj.MockMvcTester;
			""";

	private final String text;

	GuideSource(GuideBlock block, int number) {
		super(URI.create("memory:///guide" + number + "/Guide.java"), Kind.SOURCE);
		String body = block.text();
		if (!TYPES.matcher(body).matches()) {
			String members = METHODS.matcher(body).matches() ? body
					: "void statements() throws Exception {\n" + body + "\n}";
			body = "class Guide extends io.github.raspspring.reference.GuideSurroundings {\n" + members + "\n}";
		}
		this.text = "package guide" + number + ";\n" + imports(block.text()) + others(block.text()) + body;
	}

	@Override
	public CharSequence getCharContent(boolean ignoreEncodingErrors) {
		return this.text;
	}

	private static String imports(String body) {
		Set<String> imports = new TreeSet<>();
		NAME.matcher(body).results().forEach((name) -> {
			String type = PRODUCT.get(name.group());
			if (type != null && !declares(body, name.group())) {
				imports.add("import " + type + ";\n");
			}
		});
		return String.join("", imports);
	}

	private static String others(String body) {
		return OTHERS.lines()
			.filter((line) -> !declares(body, line.replaceAll(".*\\.|;", "")))
			.collect(Collectors.joining("\n", "", "\n"));
	}

	private static boolean declares(String body, String name) {
		return Pattern.compile("\\b(class|record|interface|enum) " + Pattern.quote(name) + "\\b").matcher(body).find();
	}

}
