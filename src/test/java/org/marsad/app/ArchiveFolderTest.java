package org.marsad.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the archive's index stands. */
class ArchiveFolderTest {
  @ParameterizedTest
  @CsvSource({
    "jdbc:h2:file:./data/marsad, ./data/marsad.archive",
    "jdbc:h2:./data/marsad;WRITE_DELAY=0, ./data/marsad.archive",
    "jdbc:h2:async:file:/var/lib/m, /var/lib/m.archive",
    "jdbc:h2:/var/lib/m, /var/lib/m.archive",
    "jdbc:h2:tcp://localhost/marsad, data/archive",
    "jdbc:postgresql://localhost/marsad?user=m, data/archive"
  })
  void itStandsBesideTheDatabaseOrInData(String url, String folder) {
    assertThat(ArchiveFolder.of("", url)).isEqualTo(Path.of(folder));
  }

  @Test
  void aHomeFolderIsThatOfTheUser() {
    assertThat(ArchiveFolder.of("", "jdbc:h2:~/marsad"))
        .isEqualTo(Path.of(System.getProperty("user.home"), "marsad.archive"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"jdbc:h2:file:./data/marsad", "jdbc:postgresql://localhost/marsad"})
  void theOperatorsWordCounts(String url) {
    assertThat(ArchiveFolder.of("/srv/index", url)).isEqualTo(Path.of("/srv/index"));
  }

  @Test
  void aDatabaseInMemoryLeavesNothingOnTheDisk() {
    assertThat(ArchiveFolder.of("/srv/index", "jdbc:h2:mem:x")).isNull();
  }
}
