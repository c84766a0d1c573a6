package org.marsad.chat;

import java.util.Optional;
import org.marsad.entity.Catalogue;
import org.marsad.watch.OwnEntity;
import org.marsad.watch.QueryParser;

/**
 * An own entity somebody is describing, as it is kept between one line and the next.
 *
 * @param watchId the watch whose names are being changed; 0 for an entity that is not stored yet
 * @param name what the chat calls it
 */
record Draft(long watchId, String name, OwnEntity entity) {
  /** The text that is kept. */
  String written() {
    return watchId + "\n" + name + "\n" + QueryParser.print(entity.query());
  }

  /** Reads it again; empty if it is none. */
  static Optional<Draft> read(String text, Catalogue catalogue) {
    String[] lines = text.split("\n", 3);
    return lines.length < 3
        ? Optional.empty()
        : entity(lines[2], catalogue)
            .map(entity -> new Draft(Long.parseLong(lines[0]), lines[1], entity));
  }

  /** The own entity of a stored query. */
  static Optional<OwnEntity> entity(String query, Catalogue catalogue) {
    return Meaning.literal(query, catalogue) instanceof Meaning.Wanted wanted
        ? OwnEntity.of(wanted.query())
        : Optional.empty();
  }

  Draft with(OwnEntity other) {
    return new Draft(watchId, name, other);
  }
}
