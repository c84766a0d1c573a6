package org.marsad.entity;

/**
 * Something a phrase may be.
 *
 * @param number whose it is; what it counts depends on the role
 * @param spelling the phrase as the catalogue writes it
 * @param capitals a bit for each word that counts only in capitals
 */
record Sense(Role role, int number, String spelling, int capitals) {}
