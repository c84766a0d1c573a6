package org.marsad.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.marsad.alert.Button;

/**
 * A part of a list that is too long for one message.
 *
 * @param items what is on it
 * @param number which it is, from 0
 * @param count how many there are, at least 1
 * @param first the place of its first item in the whole list, from 0
 */
record Page<T>(List<T> items, int number, int count, int first) {
  /** How many items a page has: their numbers make two rows of buttons. */
  static final int SIZE = 8;

  /** The page of this number; the last one if there are fewer. */
  static <T> Page<T> of(List<T> all, int wanted) {
    int count = Math.max(1, (all.size() + SIZE - 1) / SIZE);
    int number = Math.min(wanted, count - 1);
    int first = number * SIZE;
    return new Page<>(
        List.copyOf(all.subList(first, Math.min(first + SIZE, all.size()))), number, count, first);
  }

  /** "Page 2 of 3", with a line break before it; empty where there is one page. */
  String footer(Talk talk) {
    return count == 1 ? "" : "\n" + talk.html("page", Map.of("i", number + 1, "n", count));
  }

  /** The buttons that turn the page; none where there is one. */
  List<Button> turns(Talk talk, IntFunction<Tap> to) {
    List<Button> turns = new ArrayList<>();
    if (number > 0) {
      turns.add(talk.button("button.previous", to.apply(number - 1)));
    }
    if (number < count - 1) {
      turns.add(talk.button("button.next", to.apply(number + 1)));
    }
    return turns;
  }
}
