package org.marsad.entity;

import org.jspecify.annotations.Nullable;

/** The catalogue of entities cannot be used; the message names file, line, entity and fault. */
public final class CatalogueException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what is wrong and how to put it right. */
  public CatalogueException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
