/**
 * Settings that a reader takes from one shop to another. Imports Spring only. Start with
 * {@link io.github.raspspring.demo.settings.SettingsController}, open to objects that run
 * code when they are read.
 */
@NullMarked
package io.github.raspspring.demo.settings;

import org.jspecify.annotations.NullMarked;
