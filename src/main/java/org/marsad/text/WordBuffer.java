package org.marsad.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.marsad.text.Token.Gap;

/**
 * Words being built: their letters stand one behind the other, each with its place in the text as
 * published, so that words can be joined and split without copying. For one thread.
 */
final class WordBuffer {
  /** A word: its letters from {@code from} to before {@code to}, and what stands before it. */
  record Word(int from, int to, Gap gap) {
    int length() {
      return to - from;
    }
  }

  private final List<Word> words = new ArrayList<>();
  private char[] form;
  private char[] written;
  private int[] starts;
  private int[] ends;
  private int size;
  private int open = -1;
  private Gap gap = Gap.BREAK;

  WordBuffer(int capacity) {
    form = new char[capacity + 2];
    written = new char[capacity + 2];
    starts = new int[capacity + 2];
    ends = new int[capacity + 2];
  }

  /** Adds a letter to the open word, or to a new one. */
  void letter(int point, int start, int end) {
    if (open < 0) {
      open = size;
    }
    int folded = Letters.fold(point);
    if (point < 0x10000) {
      put((char) folded, (char) point, start, end);
      char second = Letters.second(point);
      if (second != 0) {
        put(second, '\0', start, end);
      }
    } else {
      put(Character.highSurrogate(folded), Character.highSurrogate(point), start, end);
      put(Character.lowSurrogate(folded), Character.lowSurrogate(point), start, end);
    }
  }

  private void put(char folded, char published, int start, int end) {
    if (size == form.length) {
      int capacity = size + size / 2;
      form = Arrays.copyOf(form, capacity);
      written = Arrays.copyOf(written, capacity);
      starts = Arrays.copyOf(starts, capacity);
      ends = Arrays.copyOf(ends, capacity);
    }
    form[size] = folded;
    written[size] = published;
    starts[size] = start;
    ends[size] = end;
    size++;
  }

  /** The last letter reaches as far as the mark behind it. */
  void stretch(int end) {
    ends[size - 1] = end;
  }

  /** Ends the open word, if there is one; what follows stands behind this gap at least. */
  void close(Gap separator) {
    if (open >= 0) {
      words.add(new Word(open, size, gap));
      open = -1;
      gap = separator;
    } else if (separator.compareTo(gap) > 0) {
      gap = separator;
    }
  }

  /** Forgets the open word: what stands before the next one is what stood before this one. */
  void drop() {
    size = open;
    open = -1;
  }

  /** Opens the last word again, if no more than blanks stand behind it. */
  boolean reopen() {
    if (open >= 0 || words.isEmpty() || gap != Gap.SPACE) {
      return false;
    }
    Word last = words.remove(words.size() - 1);
    open = last.from();
    gap = last.gap();
    return true;
  }

  boolean isOpen() {
    return open >= 0;
  }

  /** How many letters the open word has. */
  int openLength() {
    return open < 0 ? 0 : size - open;
  }

  /** A letter of the open word as folded, counted from its first. */
  char openLetter(int index) {
    return form[open + index];
  }

  /** The open word as folded. */
  String openForm() {
    return open < 0 ? "" : new String(form, open, size - open);
  }

  List<Word> words() {
    return words;
  }

  char letter(int index) {
    return form[index];
  }

  char written(int index) {
    return written[index];
  }

  int start(int index) {
    return starts[index];
  }

  int end(int index) {
    return ends[index];
  }

  String form(Word word) {
    return new String(form, word.from(), word.length());
  }

  /** The word as published; the very string of its folded form where that is the same. */
  String written(Word word, String folded) {
    if (Arrays.equals(this.form, word.from(), word.to(), written, word.from(), word.to())) {
      return folded;
    }
    StringBuilder text = new StringBuilder(word.length());
    for (int i = word.from(); i < word.to(); i++) {
      if (written[i] != 0) {
        text.append(written[i]);
      }
    }
    return text.toString();
  }
}
