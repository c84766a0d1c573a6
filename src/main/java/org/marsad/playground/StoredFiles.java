package org.marsad.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What is in the files that lie in chats, the newest of them. Called under the world's lock. */
final class StoredFiles {
  private static final int MAX_KEPT = 50;

  /** The real server hands out no larger file (Bot API, getFile). */
  private static final int MAX_BYTES = 20_000_000;

  private static final String FOLDER = "documents/";

  private final Map<String, Upload> files = new LinkedHashMap<>();

  /** Keeps the file of a message. */
  void keep(String fileId, Upload upload) {
    files.put(fileId, upload);
    if (files.size() > MAX_KEPT) {
      files.remove(files.keySet().iterator().next());
    }
  }

  /** How the server names the file of a message. */
  static String id(ChatMessage message) {
    return "file-" + message.chat() + "-" + message.id();
  }

  Optional<Upload> find(String fileId) {
    return Optional.ofNullable(files.get(fileId));
  }

  /** The file at a path that {@link #getFile} told. */
  Optional<Upload> at(String path) {
    return path.startsWith(FOLDER) ? find(path.substring(FOLDER.length())) : Optional.empty();
  }

  private JsonNode getFile(Arguments arguments) {
    String id = arguments.text("file_id");
    if (id.isEmpty()) {
      throw Refused.badRequest("file_id not specified");
    }
    Upload upload =
        find(id)
            .orElseThrow(
                () -> Refused.badRequest("wrong file_id or the file is temporarily unavailable"));
    if (upload.bytes().length > MAX_BYTES) {
      throw Refused.badRequest("file is too big");
    }
    ObjectNode shape = Shapes.object().put("file_id", id).put("file_unique_id", "unique-" + id);
    return shape.put("file_size", upload.bytes().length).put("file_path", FOLDER + id);
  }

  /** The methods by lower-case name. */
  Map<String, Method> methods() {
    return Map.of("getfile", this::getFile);
  }
}
