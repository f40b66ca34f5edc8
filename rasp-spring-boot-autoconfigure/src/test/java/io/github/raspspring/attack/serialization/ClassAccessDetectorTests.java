package io.github.raspspring.attack.serialization;

import io.github.raspspring.attack.Judgement;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.InputLocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ClassAccessDetector}.
 */
class ClassAccessDetectorTests {

	private final Judgement judgement = Judgement.by(new ClassAccessDetector());

	@ParameterizedTest
	@ValueSource(
			strings = { "class.module.classLoader.URLs[0]", "class['module']", "class[\"module\"].x", "Class.Module",
					"class.classLoader", "a.class.classLoader", "user.class.module.classLoader.resources.context",
					"CLASS.MODULE", "class.protectionDomain.codeSource", "getClass().module",
					"items[0].class.classLoader.x", "class[module]", "class[classLoader][x]", "class.module",
					"class.classLoader.defaultAssertionStatus", "class..module.classLoader", "class.getClassLoader()",
					"user[class][classLoader]", ".class.module", "class.package", "class.declaredMethods[0]" })
	void detectWhenNameReachesClassLoaderThenIsCertain(String name) {
		assertThat(this.judgement.ofName(name)).singleElement()
			.extracting(Finding::confidence)
			.isEqualTo(Confidence.CERTAIN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "class.forName", "class.superclass", "class.interfaces", "a.class.annotations" })
	void detectWhenNameReachesMemberOfClassThenRefuses(String name) {
		assertThat(this.judgement.ofName(name)).singleElement()
			.extracting(Finding::confidence)
			.isEqualTo(Confidence.STRONG);
	}

	@ParameterizedTest
	@ValueSource(strings = { "__proto__", "__proto__.admin", "__proto__[admin]", "a[__proto__][b]", "/user/__proto__",
			"constructor.prototype.x", "constructor[prototype][x]", "/constructor/prototype", "/class/module" })
	void detectWhenNameReachesPrototypeOrIsJsonThenIsWeak(String name) {
		assertThat(this.judgement.at(InputLocation.JSON, name).ofName(name)).singleElement()
			.extracting(Finding::confidence)
			.isEqualTo(Confidence.WEAK);
	}

	@ParameterizedTest
	@ValueSource(strings = { "__proto__", "__proto__.admin", "__proto__[admin]", "a[__proto__][b]",
			"constructor.prototype.x", "constructor[prototype][x]" })
	void detectWhenNameOfParameterReachesPrototypeThenIsStrong(String name) {
		assertThat(this.judgement.at(InputLocation.FORM, name).ofName(name)).singleElement()
			.extracting(Finding::confidence)
			.isEqualTo(Confidence.STRONG);
	}

	@ParameterizedTest
	@ValueSource(strings = { "class", "classification", "prototypeId", "constructorTeam", "module", "className",
			"proto", "__typename", "class_id", "first.class", "constructor", "prototype", "class.name", "class.id",
			"business.class.seat", "module.class", "classLoader", "module.classLoader", "package", "subclass.module",
			"class-module", "classes.module", "class[0].title", "school.classes[0].module", "my.classroom.module", "",
			".", "[]", "class[]", "prototype.constructor" })
	void detectWhenNameIsPlainThenPasses(String name) {
		assertThat(this.judgement.ofName(name)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "class.module", "class.name", "classLoader", "Uses class.module.classLoader",
			"a.classLoader", "see user.class.classLoader, line 5", "class.module.classLoader is null",
			"class, classLoader", "" })
	void detectWhenValueIsNoPathToLoaderThenPasses(String value) {
		assertThat(this.judgement.of(value)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "class.module.classLoader", "a.class.classLoader.URLs[0]", "class['classLoader']",
			"getClass().getClassLoader()", "x.class.protectionDomain", "a[0].getClass().getProtectionDomain()" })
	void detectWhenValueIsPathToLoaderThenRefuses(String value) {
		assertThat(this.judgement.of(value)).extracting(Finding::confidence).containsExactly(Confidence.STRONG);
	}

	@Test
	void detectWhenNameIsHostileThenEnds() {
		for (String unit : new String[] { "class.", ".", "[", "class[", "a", "\uD800", "\0" }) {
			this.judgement.ofName(unit.repeat(200_000));
		}
	}

}
