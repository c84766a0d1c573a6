package org.marsad.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What adding a watch costs, counted and not timed, and that nobody waits for it. */
class AddingTest {
  private static final int ADDED = 101;

  private final WatchMatcher matcher = new WatchMatcher(Samples.catalogue());
  private final ExecutorService other = Executors.newSingleThreadExecutor();
  private long ids;

  @AfterEach
  void stop() {
    other.shutdownNow();
  }

  private static Watch watch(long id, String query) {
    return new Watch(id, id, query, query, Instant.EPOCH);
  }

  private Watch next() {
    ids++;
    String word = Long.toString(ids, 36);
    return watch(ids, "\"ناقلة ن" + word + "\" AND حقل" + word);
  }

  /** The bytes one more watch takes, at most times. */
  private long bytesOfOneMore() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long[] bytes = new long[ADDED];
    for (int i = 0; i < ADDED; i++) {
      Watch watch = next();
      long before = threads.getCurrentThreadAllocatedBytes();
      matcher.add(watch);
      bytes[i] = threads.getCurrentThreadAllocatedBytes() - before;
    }
    Arrays.sort(bytes);
    return bytes[ADDED / 2];
  }

  @Test
  void aWatchMoreTouchesItsOwnTermsHoweverManyThereAre() {
    for (int i = 0; i < 500; i++) {
      matcher.add(next());
    }
    long amongFew = bytesOfOneMore();
    for (int i = 0; i < 15_000; i++) {
      matcher.add(next());
    }
    assertThat(bytesOfOneMore()).isPositive().isLessThan(amongFew * 2);
  }

  private List<Long> hitsOfAnotherThread(String title)
      throws InterruptedException, ExecutionException, TimeoutException {
    return other
        .submit(
            () ->
                matcher.match(Samples.item(title), Samples.feed()).hits().stream()
                    .map(hit -> hit.watch().id())
                    .toList())
        .get(30, TimeUnit.SECONDS);
  }

  private List<Long> hitsMeanwhile(String title) {
    try {
      return hitsOfAnotherThread(title);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError("whoever matches waits for whoever adds", e);
    }
  }

  /** Some watches, of which the second is not given away before another thread has matched. */
  private List<Watch> slowly(Watch first, Watch second, List<Long> expectedMeanwhile) {
    return new AbstractList<>() {
      @Override
      public Watch get(int index) {
        if (index == 1) {
          assertThat(hitsMeanwhile("نفط وغاز")).isEqualTo(expectedMeanwhile);
        }
        return index == 0 ? first : second;
      }

      @Override
      public int size() {
        return 2;
      }
    };
  }

  @Test
  void matchingGoesOnInTheMiddleOfAChange() {
    assertThat(matcher.reload(() -> slowly(watch(1, "نفط"), watch(2, "غاز"), List.of(1L))))
        .isEmpty();
    assertThat(hitsMeanwhile("نفط وغاز")).containsExactly(1L, 2L);
  }
}
