package io.github.raspspring.autoconfigure.ownership;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.ownership.Owned;
import io.github.raspspring.ownership.OwnershipRule;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.util.ClassUtils;

/**
 * Finds classes and methods of the application that are annotated with {@link Owned}.
 */
final class OwnedTypes {

	private static final List<String> TABLES = List.of("jakarta.persistence.Table",
			"org.springframework.data.relational.core.mapping.Table");

	private OwnedTypes() {
	}

	static List<OwnershipRule> rules(BeanFactory beans, @Nullable ClassLoader loader) {
		List<OwnershipRule> rules = new ArrayList<>();
		if (AutoConfigurationPackages.has(beans)) {
			Scanner scanner = new Scanner();
			for (String base : AutoConfigurationPackages.get(beans)) {
				scanner.findCandidateComponents(base).forEach((found) -> add(typeOf(found, loader), rules));
			}
		}
		return rules;
	}

	private static Class<?> typeOf(BeanDefinition found, @Nullable ClassLoader loader) {
		return ClassUtils.resolveClassName(Objects.requireNonNull(found.getBeanClassName()), loader);
	}

	static void add(Class<?> type, List<OwnershipRule> rules) {
		add(type, type, rules);
		for (Method method : type.getDeclaredMethods()) {
			add(type, method, rules);
		}
	}

	private static void add(Class<?> type, AnnotatedElement element, List<OwnershipRule> rules) {
		Owned owned = AnnotatedElementUtils.findMergedAnnotation(element, Owned.class);
		if (owned != null) {
			String table = owned.table().isEmpty() ? tableOf(entityOf(type)) : owned.table();
			if (rules.stream().noneMatch((rule) -> rule.tables().contains(table))) {
				rules.add(new OwnershipRule("@Owned " + table, List.of(table), owned.column(), owned.id(),
						owned.claim(), Set.of(owned.exemptAuthorities()), (inspection) -> true, EnforcementMode.BLOCK));
			}
		}
	}

	private static Class<?> entityOf(Class<?> type) {
		if (!type.isInterface()) {
			return type;
		}
		for (ResolvableType parent : ResolvableType.forClass(type).getInterfaces()) {
			Class<?> entity = parent.getGeneric(0).resolve();
			if (entity != null) {
				return entity;
			}
		}
		throw new IllegalStateException("@Owned on " + type.getName()
				+ " names no table, and the type has no entity: set its attribute table, such as table = \"orders\".");
	}

	private static String tableOf(Class<?> entity) {
		for (String annotation : TABLES) {
			MergedAnnotation<?> table = MergedAnnotations.from(entity).get(annotation);
			String name = table.isPresent() ? table.getString("name") : "";
			if (!name.isEmpty()) {
				return name;
			}
		}
		return snakeCase(entity.getSimpleName());
	}

	/**
	 * As Hibernate and Spring Data name tables under Spring Boot.
	 */
	static String snakeCase(String name) {
		StringBuilder snake = new StringBuilder();
		for (int i = 0; i < name.length(); i++) {
			char c = name.charAt(i);
			if (i > 0 && Character.isUpperCase(c) && !Character.isUpperCase(name.charAt(i - 1))) {
				snake.append('_');
			}
			snake.append(c);
		}
		return snake.toString().toLowerCase(Locale.ROOT);
	}

	/**
	 * Reads class files and loads none that is not annotated.
	 */
	private static final class Scanner extends ClassPathScanningCandidateComponentProvider {

		private Scanner() {
			super(false);
			addIncludeFilter((reader, factory) -> reader.getAnnotationMetadata().hasAnnotation(Owned.class.getName())
					|| reader.getAnnotationMetadata().hasAnnotatedMethods(Owned.class.getName()));
		}

		@Override
		protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
			return true;
		}

	}

}
