package org.marsad.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.marsad.feed.FeedFetcher;
import org.marsad.feed.FeedParser;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The command line. Exit codes: 0 well, 1 what was asked for went wrong, 2 wrong use or a wrong
 * setting.
 */
@Command(
    name = "marsad",
    description = "An Arabic media-monitoring alert bot for Telegram.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    synopsisSubcommandLabel = "[run | playground | check | evaluate | evaluate-stories | parse]",
    footerHeading =
        "%nSettings, each a variable of the environment (config/marsad.yaml holds them too):%n")
public final class Main implements Callable<Integer> {
  private static final int WRONG_SETTING = 2;
  private static final Path CONFIG_FILE = Path.of("config", "marsad.yaml");

  private final PrintStream out;
  private final PrintStream err;
  private final Map<String, String> environment;

  private Main(PrintStream out, PrintStream err, Map<String, String> environment) {
    this.out = out;
    this.err = err;
    this.environment = environment;
  }

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    PrintStream out = utf8(FileDescriptor.out);
    PrintStream err = utf8(FileDescriptor.err);
    System.setOut(out);
    System.setErr(err);
    System.exit(run(out, err, System.getenv(), arguments));
  }

  /** Standard output is UTF-8 whatever charset the platform prefers. */
  private static PrintStream utf8(FileDescriptor stream) {
    return new PrintStream(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
  }

  static int run(
      PrintStream out, PrintStream err, Map<String, String> environment, String... arguments) {
    CommandLine line = new CommandLine(new Main(out, err, environment));
    line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
    line.setUsageHelpWidth(120);
    line.getCommandSpec().usageMessage().footer(settings());
    line.setExecutionExceptionHandler(
        (error, command, parsed) -> {
          if (error instanceof ConfigException) {
            err.println(error.getMessage());
            return WRONG_SETTING;
          }
          throw error;
        });
    return line.execute(arguments);
  }

  private static String[] settings() {
    return Arrays.stream(Setting.values())
        .map(
            setting ->
                "  "
                    + setting.name()
                    + "%n      "
                    + (setting.help() + without(setting)).replace("%", "%%"))
        .toArray(String[]::new);
  }

  private static String without(Setting setting) {
    return setting.standard().isEmpty() ? "" : " (without it: " + setting.standard() + ")";
  }

  private Config config() {
    return Config.load(CONFIG_FILE, environment);
  }

  @Override
  public Integer call() {
    return run();
  }

  @Command(
      description =
          "Run the bot (what happens without a command); without a token, the playground.")
  int run() {
    Config config = config();
    return run(config, config.token().isEmpty() ? "No TELEGRAM_BOT_TOKEN is set" : "");
  }

  @Command(description = "Try the bot in the browser: no token, no network, nothing is kept.")
  int playground() {
    Map<String, String> without = new HashMap<>(environment);
    without.remove(Setting.TELEGRAM_BOT_TOKEN.name()); // whatever it says, even what is no token
    Config config = Config.load(CONFIG_FILE, without).withoutToken();
    return run(config, "Whatever TELEGRAM_BOT_TOKEN says");
  }

  /**
   * Runs until the process is told to stop, or Telegram no longer accepts the token.
   *
   * @param whyPlayground why it is the playground, if it is
   */
  private int run(Config config, String whyPlayground) {
    Marsad marsad = Marsad.open(config, Clock.systemUTC());
    Runtime.getRuntime().addShutdownHook(new Thread(marsad::close, "stop"));
    marsad.start();
    out.println(
        marsad.isPlayground()
            ? whyPlayground
                + ": this is the playground, where nothing is kept. Open "
                + marsad.address()
                + "/playground"
            : "Marsad runs. Health: " + marsad.address() + "/health/ready");
    marsad.refused().join();
    return 1;
  }

  @Command(
      description =
          "Say whether the bot can start: settings, sources, entities, database, port, token.")
  int check() {
    return new Check(out).run(this::config);
  }

  @Command(description = "Judge matching on labelled cases; the last line is JSON.")
  int evaluate(
      @Parameters(paramLabel = "FILE.jsonl", description = "A case a line.") Path file,
      @Option(names = "--errors", description = "Print each case that is decided wrongly.")
          boolean errors) {
    return new Evaluate(out, err, Catalogues.entities(config())).run(file, errors);
  }

  @Command(
      name = "evaluate-stories",
      description = "Judge on labelled pairs which reports are kept silent; the last line is JSON.")
  int evaluateStories(
      @Parameters(paramLabel = "FILE.jsonl", description = "A pair a line.") Path file,
      @Option(names = "--errors", description = "Print each pair that is answered wrongly.")
          boolean errors) {
    return new EvaluateStories(out, err, Catalogues.entities(config())).run(file, errors);
  }

  @Command(description = "Print what the parser makes of feeds, one line of JSON a feed.")
  int parse(
      @Parameters(arity = "0..*", paramLabel = "FILE|URL", description = "Feeds to read.")
          @Nullable List<String> filesOrUrls,
      @Option(
              names = "--manifest",
              paramLabel = "M.jsonl",
              description = "Lines of JSON with file (relative to the manifest), headers and base.")
          @Nullable Path manifest) {
    List<String> names = filesOrUrls == null ? List.of() : filesOrUrls;
    try (FeedFetcher fetcher = new FeedFetcher(About.limits(config()))) {
      return new Parse().run(names, manifest, out, new FeedParser(), fetcher);
    }
  }

  /** Names the version to {@code --version}. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"Marsad " + About.version()};
    }
  }
}
