package org.marsad.app;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.core.ConditionTimeoutException;

/** The packaged jar as a process of its own, with what it printed. */
final class BotProcess implements AutoCloseable {
  private static final Path JAR = Path.of("target", "marsad.jar").toAbsolutePath();
  private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:[0-9]+");
  private static final Duration START = Duration.ofSeconds(90);

  private final Process process;
  private final Path printed;

  /**
   * Starts it.
   *
   * @param folder where it works and what it printed is kept
   * @param environment its settings
   * @param arguments options of the JVM, then behind {@code --} those of the program
   */
  BotProcess(Path folder, Map<String, String> environment, String... arguments) {
    List<String> all = List.of(arguments);
    int split = all.indexOf("--");
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.add("-Xmx512m");
    command.addAll(split < 0 ? List.of() : all.subList(0, split));
    command.addAll(List.of("-jar", JAR.toString()));
    command.addAll(split < 0 ? all : all.subList(split + 1, all.size()));
    try {
      printed = Files.createTempFile(folder, "printed", ".txt");
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.directory(folder.toFile());
      builder.environment().keySet().removeIf(BotProcess::isSetting); // those of whoever tests
      builder.environment().putAll(environment);
      builder.redirectErrorStream(true).redirectOutput(printed.toFile());
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isSetting(String name) {
    return name.startsWith("MARSAD_") || name.equals("TELEGRAM_BOT_TOKEN");
  }

  /** Everything it printed so far, on both streams. */
  String printed() {
    try {
      return Files.readString(printed, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until it says that it runs. Returns the address it is served at. */
  String awaitStart() {
    try {
      await().atMost(START).until(() -> ADDRESS.matcher(printed()).find() || !process.isAlive());
    } catch (ConditionTimeoutException e) {
      throw new AssertionError("it does not start: " + threads(), e);
    }
    Matcher address = ADDRESS.matcher(printed());
    if (!address.find()) {
      throw new AssertionError("it did not start: " + printed());
    }
    return address.group();
  }

  /**
   * Has it print what each of its threads does, as {@code kill -QUIT} does.
   *
   * @return everything it printed so far, the threads last
   */
  String threads() {
    try {
      new ProcessBuilder("kill", "-QUIT", Long.toString(process.pid())).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    await().until(() -> printed().contains("JNI global refs") || !process.isAlive());
    return printed();
  }

  /** Ends it as {@code kill -9} does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /**
   * Asks it to end as {@code kill -15} does. Returns how long that took; it must be in a minute.
   */
  Duration terminate() throws InterruptedException {
    long before = System.nanoTime();
    process.destroy();
    if (!process.waitFor(1, TimeUnit.MINUTES)) {
      throw new AssertionError("it does not end: " + printed());
    }
    return Duration.ofNanos(System.nanoTime() - before);
  }

  /** Waits for it to end by itself. Returns its exit code. */
  int awaitEnd() throws InterruptedException {
    if (!process.waitFor(START.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("it does not end: " + printed());
    }
    return process.exitValue();
  }

  /** Ends it and waits until it is gone; it may have ended before. */
  @Override
  public void close() {
    try {
      kill();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
