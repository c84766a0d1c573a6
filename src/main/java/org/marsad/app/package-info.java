/** The program: command line, configuration, the wiring, the schedule and the database. */
@NullMarked
package org.marsad.app;

import org.jspecify.annotations.NullMarked;
