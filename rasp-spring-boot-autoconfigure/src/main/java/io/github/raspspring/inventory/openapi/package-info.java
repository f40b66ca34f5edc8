/**
 * The API as an OpenAPI 3.1 document, and a given document against what runs. Imports
 * inventory, the engine and Spring MVC. Start with
 * {@link io.github.raspspring.inventory.openapi.OpenApiPage}.
 */
@NullMarked
package io.github.raspspring.inventory.openapi;

import org.jspecify.annotations.NullMarked;
