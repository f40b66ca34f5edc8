/**
 * Shows that no reader takes more steps than its text is long times a constant. Steps are
 * counted, not timed: the product's classes are loaded a second time, with a counter in
 * each loop and behind each search. Start with
 * {@link io.github.raspspring.growth.ReaderGrowthTests}.
 */
package io.github.raspspring.growth;
