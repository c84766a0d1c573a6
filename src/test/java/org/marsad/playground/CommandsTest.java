package org.marsad.playground;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The menus of commands. */
class CommandsTest {
  private final Bench bench = new Bench();

  private static String commands(String name, String description) throws Exception {
    return Bench.json(List.of(Map.of("command", name, "description", description)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{ | can't parse commands JSON object",
        "{} | expected an Array of BotCommand",
        "[{\"command\":\"x\"}] | can't parse BotCommand: Can't find field \"description\"",
        "[{\"command\":\"\",\"description\":\"x\"}] | command must be non-empty",
        "[{\"command\":\"x\",\"description\":\" \"}] | command description must be non-empty",
        "[{\"command\":\"مساعدة\",\"description\":\"x\"}] | BOT_COMMAND_INVALID",
        "[{\"command\":\"Help\",\"description\":\"x\"}] | BOT_COMMAND_INVALID",
      })
  void wrongCommandsAreRefusedWithTheServersWords(String commands, String says) {
    bench.refused("Bad Request: " + says, "setMyCommands", "commands", commands);
  }

  @Test
  void lengthsAndNumberAreLimited() throws Exception {
    bench.done("setMyCommands", "commands", commands("x".repeat(32), "ا".repeat(256)));
    bench.refused(
        "Bad Request: command length must not exceed 32",
        "setMyCommands",
        "commands",
        commands("x".repeat(33), "x"));
    bench.refused(
        "Bad Request: command description length must not exceed 256",
        "setMyCommands",
        "commands",
        commands("x", "ا".repeat(257)));
    List<Map<String, String>> many = new ArrayList<>();
    for (int i = 0; i < 101; i++) {
      many.add(Map.of("command", "c" + i, "description", "x"));
    }
    bench.refused(
        "Bad Request: BOT_COMMANDS_TOO_MUCH", "setMyCommands", "commands", Bench.json(many));
  }

  @Test
  void eachLanguageAndScopeHasItsMenu() throws Exception {
    bench.done("setMyCommands", "commands", commands("/help", "Help"));
    bench.done("setMyCommands", "commands", commands("help", "مساعدة"), "language_code", "ar");
    bench.done(
        "setMyCommands",
        "commands",
        commands("why", "Why"),
        "scope",
        "{\"type\":\"chat\",\"chat_id\":5}");

    assertThat(bench.telegram.menu("ar")).isEqualTo(Map.of("help", "مساعدة"));
    assertThat(bench.telegram.menu("fr")).isEqualTo(Map.of("help", "Help"));
    assertThat(bench.done("getMyCommands", "scope", "{\"type\":\"chat\",\"chat_id\":5}"))
        .hasSize(1);
    assertThat(bench.done("getMyCommands", "language_code", "fr")).isEmpty();
    bench.done("deleteMyCommands", "language_code", "ar");
    assertThat(bench.telegram.menu("ar")).isEqualTo(Map.of("help", "Help"));
  }

  @Test
  void noCommandsArgumentEmptiesTheMenu() throws Exception {
    bench.done("setMyCommands", "commands", commands("help", "Help"));
    assertThat(bench.done("setMyCommands").asBoolean()).isTrue();
    assertThat(bench.telegram.menu("")).isEmpty();
  }

  @Test
  void languagesAreTwoLettersAndScopesKnown() throws Exception {
    for (String language : List.of("ar-SA", "AR", "a", "عر")) {
      bench.refused(
          "Bad Request: invalid language code specified",
          "setMyCommands",
          "commands",
          commands("x", "x"),
          "language_code",
          language);
    }
    bench.refused(
        "Bad Request: can't parse BotCommandScope: Unsupported type specified",
        "setMyCommands",
        "commands",
        commands("x", "x"),
        "scope",
        "{\"type\":\"world\"}");
  }
}
