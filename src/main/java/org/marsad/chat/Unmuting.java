package org.marsad.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.marsad.alert.Button;
import org.marsad.alert.Mutes.Mute;
import org.marsad.text.Cut;

/** Shows what is muted, a page at a time, with a button each that ends it. */
final class Unmuting {
  private static final int MAX_LABEL = 150;

  private final Desk desk;
  private final Muting muting;

  Unmuting(Desk desk, Muting muting) {
    this.desk = desk;
    this.muting = muting;
  }

  /** What is muted, and what it is called. */
  private record Muted(Mute mute, String what) {}

  /** A mute of what is no more is passed over. */
  private List<Muted> muted(Talk talk) {
    return desk.manners().mutes().of(talk.chat().id(), talk.now()).stream()
        .flatMap(
            mute ->
                muting
                    .called(talk, mute.kind().name(), mute.target())
                    .map(what -> new Muted(mute, what))
                    .stream())
        .toList();
  }

  /** A page of it, with a word over the pressed button. */
  List<Reply> list(Talk talk, int wanted, String toast) {
    Page<Muted> page = Page.of(muted(talk), wanted);
    List<String> lines = new ArrayList<>();
    lines.add(talk.html(page.items().isEmpty() ? "mute.none" : "mute.list"));
    List<Button> buttons = new ArrayList<>();
    for (Muted muted : page.items()) {
      Map<String, ?> values =
          Map.of(
              "what",
              Cut.atWord(muted.what(), MAX_LABEL),
              "until",
              Muting.until(talk, muted.mute().until()));
      lines.add(talk.html("mute.row", values));
      Tap end = Tap.of(Tap.Kind.UNMUTE, muted.mute().id());
      buttons.add(talk.button("button.unmute", muted.what(), end));
    }
    Keyboard keyboard =
        new Keyboard()
            .grid(buttons, 1)
            .grid(page.turns(talk, to -> Tap.of(Tap.Kind.MUTED, to)), 2)
            .row(talk.button("button.mute", Tap.of(Tap.Kind.DO, Verb.MUTE)));
    return talk.show(String.join("\n", lines) + page.footer(talk), keyboard, toast);
  }

  /** Ends one; the page it stood on as it is then. */
  List<Reply> end(Talk talk, long id) {
    List<Muted> all = muted(talk);
    int place =
        IntStream.range(0, all.size())
            .filter(i -> all.get(i).mute().id() == id)
            .findFirst()
            .orElse(0);
    boolean ended = desk.manners().mutes().remove(talk.chat().id(), id, talk.now()).isPresent();
    String toast = talk.phrases().plain(ended ? "mute.ended" : "mute.over");
    return list(talk, place / Page.SIZE, toast);
  }
}
