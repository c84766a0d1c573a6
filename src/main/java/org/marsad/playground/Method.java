package org.marsad.playground;

import com.fasterxml.jackson.databind.JsonNode;

/** One method of the Bot API. */
interface Method {
  /**
   * Does it.
   *
   * @throws Refused with what the server says no to
   */
  JsonNode call(Arguments arguments);
}
