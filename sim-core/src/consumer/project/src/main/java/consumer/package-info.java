/** The M/M/2 queue of a project that uses the library as published. */
package consumer;
