/** HTTP served to the operator: health and metrics. */
@NullMarked
package org.marsad.web;

import org.jspecify.annotations.NullMarked;
