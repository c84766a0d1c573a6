package org.marsad.entity;

import java.util.List;
import org.marsad.text.Document;

/** Finds whom a text mentions. Immutable; any number of threads may share one. */
public final class EntityTagger {
  /** Compiles the catalogue. */
  public EntityTagger(Catalogue catalogue) {}

  /** The mentions in both fields, in reading order. */
  public List<Mention> tag(Document document) {
    return List.of();
  }
}
