package org.marsad.app;

import org.jspecify.annotations.Nullable;

/**
 * A setting keeps the program from starting. The message names it, what was wrong and an example;
 * it holds no secret.
 */
public final class ConfigException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Says what is wrong with a setting.
   *
   * @param setting the name as the operator writes it in the environment
   * @param wrong what was wrong with its value, as the end of a sentence
   * @param example a value that would do
   * @param cause what led to it, if anything did
   */
  public ConfigException(String setting, String wrong, String example, @Nullable Throwable cause) {
    super(setting + " " + wrong + " (for example: " + example + ")", cause);
  }
}
