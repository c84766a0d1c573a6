/** HTTP served: health and metrics to the operator, the hubs of feeds their calls. */
@NullMarked
package org.marsad.web;

import org.jspecify.annotations.NullMarked;
