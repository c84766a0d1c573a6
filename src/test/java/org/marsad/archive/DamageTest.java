package org.marsad.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The index is a cache: whatever becomes of its files, the database brings it back. */
class DamageTest {
  private static final int ITEMS = 40;

  private final Shelf shelf = new Shelf();
  @TempDir private Path folder;

  /** What can befall a file. */
  enum Damage {
    GONE {
      @Override
      void befall(Path file) throws IOException {
        Files.delete(file);
      }
    },
    EMPTY {
      @Override
      void befall(Path file) throws IOException {
        Files.write(file, new byte[0]);
      }
    },
    CUT {
      @Override
      void befall(Path file) throws IOException {
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
      }
    },
    CHANGED {
      @Override
      void befall(Path file) throws IOException {
        byte[] whole = Files.readAllBytes(file);
        whole[whole.length / 2] ^= 0x55;
        Files.write(file, whole);
      }
    };

    abstract void befall(Path file) throws IOException;
  }

  @BeforeEach
  void store() {
    for (int i = 0; i < ITEMS; i++) {
      shelf.store("هدنة " + i, "نفط ليبيا");
      shelf.clock.step(Duration.ofMinutes(1));
    }
    shelf.archive(folder).close();
  }

  @AfterEach
  void close() {
    shelf.close();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> !file.endsWith("write.lock")).toList();
    }
  }

  @ParameterizedTest
  @EnumSource
  void anyDamagedFileIsNoticedAndTheIndexBuiltAnew(Damage damage) throws IOException {
    for (Path file : files()) {
      damage.befall(file);
      try (Archive archive = shelf.archive(folder)) {
        assertThat(shelf.search(archive, "هدنة")).as(damage + " " + file).hasSize(ITEMS);
      }
    }
  }

  @Test
  void otherFilesInTheFolderAreLeftAlone() throws IOException {
    Path note = Files.writeString(folder.resolve("note.txt"), "mine");
    for (Path file : files()) {
      Damage.EMPTY.befall(file);
    }
    Files.writeString(note, "mine");

    try (Archive archive = shelf.archive(folder)) {
      assertThat(shelf.search(archive, "هدنة")).hasSize(ITEMS);
    }
    assertThat(note).hasContent("mine");
  }

  @Test
  void aFolderInUseIsWaitedForAndNotHarmed() {
    Archive first = shelf.archive(folder);
    try (Archive second = shelf.archive(folder)) {
      assertThat(second.search(shelf.query("هدنة"), shelf.feeds.all(), Turn.NEWEST).isComplete())
          .isFalse();
      assertThat(shelf.search(first, "هدنة")).hasSize(ITEMS);

      first.close();
      shelf.clock.step(Duration.ofMinutes(1));
      second.follow();
      assertThat(shelf.search(second, "هدنة")).hasSize(ITEMS);
    }
  }
}
