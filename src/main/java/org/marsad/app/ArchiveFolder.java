package org.marsad.app;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where the archive's index stands. Pure functions. */
final class ArchiveFolder {
  static final String H2 = "jdbc:h2:";

  private ArchiveFolder() {}

  /**
   * The folder that was set, or else one beside the database's file; one in {@code data} where the
   * database has no file here.
   *
   * @param set as the operator set it; empty for not at all
   * @return null for memory, where the database is in memory too
   */
  static @Nullable Path of(String set, String databaseUrl) {
    String h2 = databaseUrl.startsWith(H2) ? databaseUrl.substring(H2.length()) : "tcp:";
    if (h2.startsWith("mem:")) {
      return null;
    }
    if (!set.isEmpty()) {
      return Path.of(set);
    }
    String file = file(h2);
    if (file.matches("(tcp|ssl|zip|nio[A-Za-z]*|split|cipher):.*")) {
      return Path.of("data", "archive");
    }
    return Path.of(file + ".archive");
  }

  /** The file an address of H2 names, behind {@code jdbc:h2:}, without its ending. */
  static String file(String h2) {
    String file = h2.split(";", 2)[0].replaceFirst("^(async:)?(file:)?", "");
    return file.startsWith("~/") ? System.getProperty("user.home") + file.substring(1) : file;
  }
}
