/**
 * Shows that nobody brings down an application by what the product does with a request.
 * Start with {@link io.github.raspspring.pressure.SmallHeapTests}.
 */
package io.github.raspspring.pressure;
