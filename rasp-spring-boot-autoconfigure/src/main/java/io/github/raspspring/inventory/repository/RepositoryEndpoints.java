package io.github.raspspring.inventory.repository;

import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

import io.github.raspspring.inventory.Coverage;
import io.github.raspspring.inventory.Endpoint;
import io.github.raspspring.inventory.EndpointKind;
import io.github.raspspring.inventory.EndpointParameter;
import io.github.raspspring.inventory.EndpointSource;
import org.jspecify.annotations.Nullable;

import org.springframework.data.mapping.PersistentEntity;
import org.springframework.data.mapping.PersistentProperty;
import org.springframework.data.mapping.context.PersistentEntities;
import org.springframework.data.rest.core.config.RepositoryRestConfiguration;
import org.springframework.data.rest.core.mapping.MethodResourceMapping;
import org.springframework.data.rest.core.mapping.ResourceMappings;
import org.springframework.data.rest.core.mapping.ResourceMetadata;
import org.springframework.data.rest.core.mapping.ResourceType;
import org.springframework.data.rest.core.mapping.SupportedHttpMethods;
import org.springframework.http.HttpMethod;

/**
 * Finds what Spring Data REST exports: for each repository its collection, its items,
 * their associations and its queries.
 */
public final class RepositoryEndpoints implements EndpointSource {

	private static final String OPEN = "Nothing that is bound to the entity; who may change which of its properties "
			+ "is up to the repository.";

	private final Supplier<@Nullable ResourceMappings> mappings;

	private final Supplier<@Nullable RepositoryRestConfiguration> configuration;

	private final Supplier<@Nullable PersistentEntities> entities;

	/**
	 * Create a finder.
	 * @param mappings what is exported, asked for when the endpoints are
	 * @param configuration tells the path before all of it
	 * @param entities tells the associations of entities
	 */
	public RepositoryEndpoints(Supplier<@Nullable ResourceMappings> mappings,
			Supplier<@Nullable RepositoryRestConfiguration> configuration,
			Supplier<@Nullable PersistentEntities> entities) {
		this.mappings = mappings;
		this.configuration = configuration;
		this.entities = entities;
	}

	@Override
	public List<Endpoint> get() {
		List<Endpoint> endpoints = new ArrayList<>();
		ResourceMappings exported = this.mappings.get();
		if (exported != null) {
			RepositoryRestConfiguration configured = this.configuration.get();
			String base = (configured != null) ? configured.getBasePath().toString() : "";
			String root = base.equals("/") ? "" : base;
			addLinks(root.isEmpty() ? "/" : root, "links to repositories", endpoints);
			addLinks(root + "/profile", "links to profiles", endpoints);
			exported.stream()
				.filter(ResourceMetadata::isExported)
				.forEach((metadata) -> add(root, metadata, endpoints));
		}
		return endpoints;
	}

	private void add(String base, ResourceMetadata metadata, List<Endpoint> endpoints) {
		String path = base + metadata.getPath();
		String name = metadata.getDomainType().getSimpleName();
		SupportedHttpMethods methods = metadata.getSupportedHttpMethods();
		EndpointParameter body = new EndpointParameter("body", name, metadata.getDomainType().getName());
		EndpointParameter id = new EndpointParameter("path", "id", "id of " + name);
		addIfServed(methods.getMethodsFor(ResourceType.COLLECTION).stream().toList(), path, "collection of " + name,
				List.of(body), endpoints);
		addIfServed(methods.getMethodsFor(ResourceType.ITEM).stream().toList(), path + "/{id}", "item of " + name,
				List.of(id, body), endpoints);
		addAssociations(path, metadata, endpoints);
		addLinks(base + "/profile" + metadata.getPath(), "profile of " + name, endpoints);
		String searches = path + metadata.getSearchResourceMappings().getPath();
		if (metadata.getSearchResourceMappings().isExported()) {
			addLinks(searches, "queries of " + name, endpoints);
		}
		metadata.getSearchResourceMappings()
			.getExportedMappings()
			.forEach((search) -> endpoints.add(search(searches, name, search)));
	}

	private void addAssociations(String path, ResourceMetadata metadata, List<Endpoint> endpoints) {
		PersistentEntities known = this.entities.get();
		PersistentEntity<?, ?> entity = (known != null)
				? known.getPersistentEntity(metadata.getDomainType()).orElse(null) : null;
		if (entity == null) {
			return;
		}
		String name = metadata.getDomainType().getSimpleName();
		for (PersistentProperty<?> property : entity) {
			if (property.isAssociation() && metadata.isExported(property)) {
				addIfServed(metadata.getSupportedHttpMethods().getMethodsFor(property).stream().toList(),
						path + "/{id}" + metadata.getMappingFor(property).getPath(), property.getName() + " of " + name,
						List.of(new EndpointParameter("path", "id", "id of " + name)), endpoints);
				addIfServed(List.of(HttpMethod.GET, HttpMethod.DELETE),
						path + "/{id}" + metadata.getMappingFor(property).getPath() + "/{propertyId}",
						"one of " + property.getName() + " of " + name, List.of(), endpoints);
			}
		}
	}

	private static void addLinks(String path, String handler, List<Endpoint> endpoints) {
		endpoints.add(Endpoint.of(EndpointKind.REPOSITORY, List.of("GET", "HEAD", "OPTIONS"), List.of(path), handler,
				List.of(), Coverage.TYPED, "Nothing: it takes nothing."));
	}

	private static Endpoint search(String path, String name, MethodResourceMapping search) {
		List<EndpointParameter> parameters = new ArrayList<>();
		search.getParametersMetadata()
			.forEach((parameter) -> parameters
				.add(new EndpointParameter("query", parameter.getName(), type(search, parameter.getName()))));
		return Endpoint.of(EndpointKind.REPOSITORY, List.of("GET"), List.of(path + search.getPath()),
				search.getMethod().getName() + " of " + name, parameters, Coverage.BOUND, OPEN);
	}

	private static String type(MethodResourceMapping search, String name) {
		for (Parameter parameter : search.getMethod().getParameters()) {
			if (parameter.getName().equals(name)) {
				return parameter.getType().getName();
			}
		}
		return String.class.getName();
	}

	private static void addIfServed(Collection<HttpMethod> methods, String path, String handler,
			List<EndpointParameter> parameters, List<Endpoint> endpoints) {
		Set<String> names = new TreeSet<>();
		methods.forEach((method) -> names.add(method.name()));
		if (!names.isEmpty()) {
			endpoints.add(Endpoint.of(EndpointKind.REPOSITORY, List.copyOf(names), List.of(path), handler, parameters,
					Coverage.BOUND, OPEN));
		}
	}

}
