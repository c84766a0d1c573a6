package org.marsad.entity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A part of a YAML file that knows its line and where it belongs. What is not as asked for is noted
 * as a fault, and something empty is given in its place, so that reading goes on. One thread.
 */
final class YamlPart {
  private final Node node;
  private final String where;
  private final Faults faults;

  YamlPart(Node node, String where, Faults faults) {
    this.node = node;
    this.where = where;
    this.faults = faults;
  }

  /** Its line in the file, from 1. */
  int line() {
    return node.getStartMark().getLine() + 1;
  }

  /** Notes what is wrong with it. */
  void fault(String what) {
    faults.add(line(), where, what);
  }

  /** The same part, called otherwise in faults. */
  YamlPart named(String name) {
    return new YamlPart(node, name, faults);
  }

  boolean isText() {
    return node instanceof ScalarNode;
  }

  boolean isList() {
    return node instanceof SequenceNode;
  }

  /** Its text; empty, with a fault, if it is no text. */
  String text() {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    fault("must be a text");
    return "";
  }

  /** The parts of a list; a single text or map is a list of one. */
  List<YamlPart> parts() {
    if (!(node instanceof SequenceNode sequence)) {
      return List.of(this);
    }
    List<YamlPart> parts = new ArrayList<>();
    sequence.getValue().forEach(part -> parts.add(new YamlPart(part, where, faults)));
    return parts;
  }

  /** The texts of a list. */
  List<String> texts() {
    return parts().stream().map(YamlPart::text).toList();
  }

  /** Its keys and their parts, in the file's order; keys not among {@code known} are faults. */
  Map<String, YamlPart> map(Set<String> known) {
    Map<String, YamlPart> map = map();
    for (Map.Entry<String, YamlPart> entry : map.entrySet()) {
      if (!known.contains(entry.getKey())) {
        String keys = String.join(", ", known.stream().sorted().toList());
        faults.add(
            entry.getValue().line(),
            where,
            "'" + entry.getKey() + "' is no key here; there are: " + keys);
      }
    }
    return map;
  }

  /** Its keys, which may be any, and their parts. */
  Map<String, YamlPart> map() {
    Map<String, YamlPart> map = new LinkedHashMap<>();
    if (!(node instanceof MappingNode mapping)) {
      fault("must have keys (key: value)");
      return map;
    }
    for (NodeTuple tuple : mapping.getValue()) {
      String key = new YamlPart(tuple.getKeyNode(), where, faults).text();
      String path = where.isEmpty() ? key : where + ": " + key;
      YamlPart part = new YamlPart(tuple.getValueNode(), path, faults);
      if (map.put(key, part) != null) {
        part.fault("stands twice");
      }
    }
    return map;
  }
}
