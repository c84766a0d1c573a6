package org.marsad.app;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.source.yaml.YamlConfigSource;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * The values given for settings: those of the file, overruled by the environment. What is asked for
 * in a form it does not have is refused with a {@link ConfigException} that names the setting.
 */
final class Given {
  private static final int FILE_ORDINAL = 100;
  private static final int ENVIRONMENT_ORDINAL = 300;

  /** By {@link Setting#property}; the standard holds for what is not among them. */
  private final Map<String, String> values;

  private Given(Map<String, String> values) {
    this.values = Map.copyOf(values);
  }

  /**
   * Reads what is given.
   *
   * @param file the YAML file; one that does not exist is no error
   * @param environment the process's variables
   * @throws ConfigException if the file cannot be read or names what is no setting
   */
  static Given read(Path file, Map<String, String> environment) {
    SmallRyeConfigBuilder builder =
        new SmallRyeConfigBuilder()
            .withSources(new EnvConfigSource(environment, ENVIRONMENT_ORDINAL));
    if (Files.exists(file)) {
      YamlConfigSource yaml = yaml(file);
      refuseUnknown(file, yaml);
      builder.withSources(yaml);
    }
    SmallRyeConfig config = builder.build();
    Map<String, String> values = new HashMap<>();
    for (Setting setting : Setting.values()) {
      config
          .getOptionalValue(setting.property(), String.class)
          .ifPresent(value -> values.put(setting.property(), value));
    }
    return new Given(values);
  }

  private static YamlConfigSource yaml(Path file) {
    try {
      return new YamlConfigSource(file.toString(), Files.readString(file), FILE_ORDINAL);
    } catch (IOException | YAMLException e) {
      String said = String.valueOf(e.getMessage()).replaceAll("\\s*\\R\\s*", " ");
      throw new ConfigException(
          file.toString(), "cannot be read: " + said, "the file that ships with the program", e);
    }
  }

  private static void refuseUnknown(Path file, YamlConfigSource yaml) {
    Set<String> known =
        Arrays.stream(Setting.values()).map(Setting::property).collect(Collectors.toSet());
    for (String name : yaml.getPropertyNames()) {
      if (!known.contains(name)) {
        throw new ConfigException(
            file + ": " + name,
            "is no setting",
            "one of " + String.join(", ", known.stream().sorted().toList()),
            null);
      }
    }
  }

  /** A value as it stands. */
  String text(Setting setting) {
    return values.getOrDefault(setting.property(), setting.standard()).strip();
  }

  /** An http or https address. */
  URI webAddress(Setting setting) {
    return webAddress(setting, text(setting));
  }

  /** A value of a setting as an http or https address. */
  static URI webAddress(Setting setting, String value) {
    try {
      URI url = URI.create(value);
      if (url.getHost() != null
          && ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
        return url;
      }
    } catch (IllegalArgumentException e) {
      throw setting.wrong("is no address: " + value);
    }
    throw setting.wrong("is no http or https address: " + value);
  }

  /** A whole number within these bounds. */
  int number(Setting setting, int min, int max) {
    String value = text(setting);
    try {
      int number = Integer.parseInt(value);
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw setting.wrong("is no whole number: " + value);
    }
    throw setting.wrong("is not between " + min + " and " + max + ": " + value);
  }

  /** A duration of a second or more. */
  Duration duration(Setting setting) {
    String value = text(setting);
    try {
      Duration duration = Duration.parse(value);
      if (duration.compareTo(Duration.ofSeconds(1)) >= 0) {
        return duration;
      }
    } catch (DateTimeParseException e) {
      throw setting.wrong("is no ISO 8601 duration: " + value);
    }
    throw setting.wrong("is shorter than one second: " + value);
  }

  /** Whether it is the first of these two words. */
  boolean oneOf(Setting setting, String yes, String no) {
    String value = text(setting);
    if (!value.equals(yes) && !value.equals(no)) {
      throw setting.wrong("is neither " + yes + " nor " + no + ": " + value);
    }
    return value.equals(yes);
  }
}
