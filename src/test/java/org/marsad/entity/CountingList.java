package org.marsad.entity;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** A list that counts how often its elements are read: a measure of work that no clock disturbs. */
final class CountingList<T> extends AbstractList<T> implements RandomAccess {
  private final List<T> elements;
  private long reads;

  CountingList(List<T> elements) {
    this.elements = elements;
  }

  @Override
  public T get(int index) {
    reads++;
    return elements.get(index);
  }

  @Override
  public int size() {
    return elements.size();
  }

  long reads() {
    return reads;
  }
}
