/**
 * Runs detectors over an exchange and turns what they see into one decision and one
 * event. Imports the engine only. Start with
 * {@link io.github.raspspring.engine.pipeline.InspectionPipeline}.
 */
@NullMarked
package io.github.raspspring.engine.pipeline;

import org.jspecify.annotations.NullMarked;
