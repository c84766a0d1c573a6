/** What is measured, and against what. Run by {@link org.marsad.benchmark.Benchmarks}. */
@NullMarked
package org.marsad.benchmark;

import org.jspecify.annotations.NullMarked;
