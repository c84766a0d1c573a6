package org.marsad.text;

import java.util.Arrays;

/** Code points, each with its place in the text as published. Grows; for one thread. */
final class CodePoints {
  private int[] points;
  private int[] starts;
  private int[] ends;
  private int size;

  CodePoints(int capacity) {
    points = new int[capacity];
    starts = new int[capacity];
    ends = new int[capacity];
  }

  void add(int point, int start, int end) {
    if (size == points.length) {
      int capacity = size + size / 2 + 16;
      points = Arrays.copyOf(points, capacity);
      starts = Arrays.copyOf(starts, capacity);
      ends = Arrays.copyOf(ends, capacity);
    }
    points[size] = point;
    starts[size] = start;
    ends[size] = end;
    size++;
  }

  /** Adds one of another's, place and all. */
  void copy(CodePoints other, int index) {
    add(other.points[index], other.starts[index], other.ends[index]);
  }

  int size() {
    return size;
  }

  /** The code point there, or -1 outside. */
  int at(int index) {
    return index >= 0 && index < size ? points[index] : -1;
  }

  int start(int index) {
    return starts[index];
  }

  int end(int index) {
    return ends[index];
  }

  /** The first place from {@code from} on where a code point stands, or -1. */
  int find(int point, int from) {
    for (int i = from; i < size; i++) {
      if (points[i] == point) {
        return i;
      }
    }
    return -1;
  }
}
