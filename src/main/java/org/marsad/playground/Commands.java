package org.marsad.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The bot's menus of commands, one a scope and language. Called under the world's lock. */
final class Commands {
  private static final int MAX_COMMANDS = 100;
  private static final int MAX_NAME = 32;
  private static final int MAX_DESCRIPTION = 256;
  private static final Set<String> SCOPES =
      Set.of(
          "default",
          "all_private_chats",
          "all_group_chats",
          "all_chat_administrators",
          "chat",
          "chat_administrators",
          "chat_member");

  private final World world;
  private final Map<Menu, List<Command>> menus = new HashMap<>();

  /** Whose menu. */
  private record Menu(String scope, String language) {}

  /** One line of a menu. */
  record Command(String name, String description) {}

  Commands(World world) {
    this.world = world;
  }

  JsonNode set(Arguments arguments) {
    List<Command> commands = new ArrayList<>();
    arguments
        .json("commands", "commands")
        .ifPresent(
            nodes -> {
              if (!nodes.isArray()) {
                throw Refused.badRequest("expected an Array of BotCommand");
              }
              nodes.forEach(node -> commands.add(read(node)));
            });
    Menu menu = menu(arguments);
    commands.forEach(Commands::check);
    if (commands.stream().anyMatch(command -> !command.name().matches("[a-z0-9_]{1,32}"))) {
      throw Refused.badRequest("BOT_COMMAND_INVALID");
    }
    if (commands.size() > MAX_COMMANDS) {
      throw Refused.badRequest("BOT_COMMANDS_TOO_MUCH");
    }
    menus.put(menu, List.copyOf(commands));
    world.tell(new ChatEvent.CommandsChanged());
    return Shapes.object().booleanNode(true);
  }

  private static Command read(JsonNode node) {
    String problem = "can't parse BotCommand: ";
    if (!node.isObject()) {
      throw Refused.badRequest(problem + "expected an Object");
    }
    for (String field : List.of("command", "description")) {
      if (!node.path(field).isTextual()) {
        throw Refused.badRequest(problem + "Can't find field \"" + field + "\"");
      }
    }
    String name = node.path("command").asText().strip();
    return new Command(
        name.startsWith("/") ? name.substring(1) : name, node.path("description").asText().strip());
  }

  private static void check(Command command) {
    if (command.name().isEmpty()) {
      throw Refused.badRequest("command must be non-empty");
    }
    if (MessageText.codePoints(command.name()) > MAX_NAME) {
      throw Refused.badRequest("command length must not exceed " + MAX_NAME);
    }
    if (command.description().isEmpty()) {
      throw Refused.badRequest("command description must be non-empty");
    }
    if (MessageText.codePoints(command.description()) > MAX_DESCRIPTION) {
      throw Refused.badRequest("command description length must not exceed " + MAX_DESCRIPTION);
    }
  }

  private static Menu menu(Arguments arguments) {
    String scope =
        arguments.json("scope", "BotCommandScope").map(Commands::scope).orElse("default");
    String language = arguments.text("language_code");
    if (!language.isEmpty() && !language.matches("[a-z]{2}")) {
      throw Refused.badRequest("invalid language code specified");
    }
    return new Menu(scope, language);
  }

  private static String scope(JsonNode node) {
    String type = node.path("type").asText();
    if (!SCOPES.contains(type)) {
      throw Refused.badRequest("can't parse BotCommandScope: Unsupported type specified");
    }
    return type + node.path("chat_id").asText() + "/" + node.path("user_id").asText();
  }

  JsonNode get(Arguments arguments) {
    ArrayNode nodes = Shapes.array();
    menus
        .getOrDefault(menu(arguments), List.of())
        .forEach(
            command ->
                nodes
                    .addObject()
                    .put("command", command.name())
                    .put("description", command.description()));
    return nodes;
  }

  JsonNode delete(Arguments arguments) {
    menus.remove(menu(arguments));
    world.tell(new ChatEvent.CommandsChanged());
    return Shapes.object().booleanNode(true);
  }

  /** The menu a client in this language shows in a private chat. */
  List<Command> shownTo(String language) {
    List<Command> own = menus.get(new Menu("default", language));
    return own != null ? own : menus.getOrDefault(new Menu("default", ""), List.of());
  }

  /** The methods by lower-case name. */
  Map<String, Method> methods() {
    return Map.of(
        "setmycommands", this::set,
        "getmycommands", this::get,
        "deletemycommands", this::delete);
  }
}
