package org.marsad.text;

import java.util.List;

/** Folds and splits a text. Pure functions. */
public final class Folding {
  private Folding() {}

  /** Folds a text as published: character references and tags may stand in it. */
  public static Folded fold(String text) {
    return new Folded(text, List.of());
  }
}
