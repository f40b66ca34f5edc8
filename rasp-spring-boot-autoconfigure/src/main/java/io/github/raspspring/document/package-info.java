/**
 * Readers of documents that stand within requests, or arrive bit by bit: how a text of a
 * known format becomes the values that an application will find in it. Imports the engine
 * and {@code text}. Start with {@link io.github.raspspring.document.InnerDocuments}.
 */
@NullMarked
package io.github.raspspring.document;

import org.jspecify.annotations.NullMarked;
