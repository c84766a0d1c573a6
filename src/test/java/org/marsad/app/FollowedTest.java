package org.marsad.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.alert.CatalogueNews;
import org.marsad.alert.Outbox;
import org.marsad.entity.Catalogue;
import org.marsad.watch.WatchMatcher;

/** The file of entities is followed while the program runs. */
final class FollowedTest {
  private static final String GOOD =
      "entities:\n  - {id: oasis, group: place, names: {ar: واحة}}\n";

  @TempDir private Path folder;
  private Path file;
  private Config config;
  private WatchMatcher matcher;
  private Followed<Catalogue> followed;
  private Database database;

  @BeforeEach
  void follow() throws IOException {
    file = Files.writeString(folder.resolve("entities.yaml"), GOOD);
    config = Config.load(Path.of("no such file"), Map.of("MARSAD_ENTITIES", file.toString()));
    matcher = new WatchMatcher(Catalogues.entities(config));
    database = TestDatabase.open();
    CatalogueNews news =
        new CatalogueNews(
            database.jdbi(), new Outbox(database.jdbi()), Set.of(), Clock.systemUTC());
    followed = Catalogues.follow(config, matcher, news);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void anUnchangedFileIsNotReadAgain() {
    Catalogue before = matcher.catalogue();
    followed.look();

    assertThat(matcher.catalogue()).isSameAs(before);
  }

  @Test
  void aChangedFileIsTakenOver() throws IOException {
    Files.writeString(file, GOOD + "  - {id: desert, group: place, names: {ar: صحراء}}\n");
    followed.look();

    assertThat(matcher.catalogue().find("desert")).isPresent();
  }

  @Test
  void aMistakeLeavesTheLastGoodOneAndItsMendingIsTakenOver() throws IOException {
    Catalogue before = matcher.catalogue();
    Files.writeString(file, GOOD + "  - {id: desert, group: sand, names: {ar: صحراء}}\n");
    followed.look();
    assertThat(matcher.catalogue()).isSameAs(before);
    assertThatThrownBy(() -> Catalogues.entities(config))
        .hasMessageContainingAll("entities.yaml:3: desert: group: ", "'sand' is none of");

    Files.writeString(file, GOOD + "  - {id: desert, group: place, names: {ar: صحراء}}\n");
    followed.look();
    assertThat(matcher.catalogue().find("desert")).isPresent();
  }

  @Test
  void aFileThatIsGoneLeavesTheLastGoodOne() throws IOException {
    Catalogue before = matcher.catalogue();
    Files.delete(file);
    followed.look();

    assertThat(matcher.catalogue()).isSameAs(before);
  }
}
