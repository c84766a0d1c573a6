package org.marsad.entity;

/**
 * People of one surname, compiled.
 *
 * @param number its number
 * @param owner the number of the person whom the bare surname means, or -1
 */
record Family(int number, int owner) {}
