/**
 * What is not known of a scenario: runs the worlds of its uncertain inputs, and what they say of each metric. Texts and files are made elsewhere.
 *
 * <p>Start reading at {@link org.bridgeconvoy.study.sensitivity.SensitivityStudy}.
 */
@NullMarked
package org.bridgeconvoy.study.sensitivity;

import org.jspecify.annotations.NullMarked;
