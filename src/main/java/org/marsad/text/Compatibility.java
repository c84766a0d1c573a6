package org.marsad.text;

import com.ibm.icu.text.Normalizer2;

/**
 * Unicode's normalization form KC, piece by piece so that every code point keeps its place. The
 * presentation forms of lone harakat go first: NFKC makes each of them a blank and a mark, which
 * would split the word (Unicode Standard Annex 15; U+FE70–FE7F, U+FC5E–FC63).
 */
final class Compatibility {
  private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();

  /** Longer runs of combining marks are no language; the bound keeps sorting them cheap. */
  private static final int MAX_PIECE = 32;

  private static final boolean[] PLAIN = new boolean[0x2100];

  static {
    for (int point = 0; point < PLAIN.length; point++) {
      PLAIN[point] = isPlain(point);
    }
  }

  private Compatibility() {}

  static CodePoints compose(CodePoints in) {
    int plain = 0;
    while (plain < in.size() && plain(in.at(plain))) {
      plain++;
    }
    return plain == in.size() ? in : composed(in);
  }

  private static CodePoints composed(CodePoints in) {
    CodePoints out = new CodePoints(in.size() + 8);
    for (int i = 0; i < in.size(); ) {
      int last = plain(in.at(i)) && plain(in.at(i + 1)) ? i : lastOfPiece(in, i);
      if (last == i && plain(in.at(i))) {
        out.copy(in, i);
      } else {
        piece(in, i, last, out);
      }
      i = last + 1;
    }
    return out;
  }

  private static int lastOfPiece(CodePoints in, int first) {
    int last = first;
    while (last + 1 < in.size()
        && last - first < MAX_PIECE
        && !NFKC.hasBoundaryBefore(in.at(last + 1))) {
      last++;
    }
    return last;
  }

  private static void piece(CodePoints in, int first, int last, CodePoints out) {
    StringBuilder piece = new StringBuilder();
    for (int i = first; i <= last; i++) {
      if (!loneMark(in.at(i))) {
        piece.appendCodePoint(in.at(i));
      }
    }
    String composed = NFKC.normalize(piece);
    if (composed.contentEquals(piece)) {
      for (int i = first; i <= last; i++) {
        if (!loneMark(in.at(i))) {
          out.copy(in, i);
        }
      }
      return;
    }
    composed.codePoints().forEach(point -> out.add(point, in.start(first), in.end(last)));
  }

  /** Never changed by NFKC unless a mark of U+0653–0655 or another script follows. */
  private static boolean plain(int point) {
    return point < PLAIN.length && (point < 0 || PLAIN[point]);
  }

  private static boolean isPlain(int point) {
    return point < 0x80
        || NFKC.isInert(point)
        || point == '´' // NFKC makes it a blank and a mark; it is typed for an apostrophe
        || (point >= 0x0621 && point <= 0x0652)
        || (point >= 0x0660 && point <= 0x0674)
        || (point >= 0x0679 && point <= 0x06D3);
  }

  private static boolean loneMark(int point) {
    return (point >= 0xFE70 && point <= 0xFE7F) || (point >= 0xFC5E && point <= 0xFC63);
  }
}
