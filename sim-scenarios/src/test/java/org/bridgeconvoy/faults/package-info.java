/**
 * Faults of the surroundings: a command that is killed at any of its file operations, and a disk that is full or forbids writing.
 *
 * <p>{@link org.bridgeconvoy.faults.FaultyFiles} is the default file system of a JVM of its own, so the commands run as they are.
 */
@org.jspecify.annotations.NullMarked
package org.bridgeconvoy.faults;
