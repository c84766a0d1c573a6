package org.marsad.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorConfiguration;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.Presearcher;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.TermQuery;
import org.marsad.entity.Catalogue;
import org.marsad.entity.Entity;
import org.marsad.feed.Item;
import org.marsad.text.Document;
import org.marsad.text.Folded;
import org.marsad.text.Folding;
import org.marsad.text.Language;
import org.marsad.text.Token;
import org.marsad.watch.Query;
import org.marsad.watch.QueryParser;

/** Lucene's Monitor, given items folded: words as they stand, no clitics, no tagging, no places. */
final class LuceneMonitor implements Engine, AutoCloseable {
  private static final String FIELD = "text";
  private static final int COMMITTED_AT_ONCE = 10_000;

  private final Monitor monitor;
  private final Map<String, String> names;

  LuceneMonitor(Catalogue catalogue, Set<String> queries, Presearcher presearcher)
      throws IOException {
    names =
        catalogue.all().stream()
            .collect(Collectors.toMap(Entity::id, entity -> entity.name(Language.AR)));
    MonitorConfiguration settings =
        new MonitorConfiguration().setQueryUpdateBufferSize(COMMITTED_AT_ONCE);
    monitor = new Monitor(new WhitespaceAnalyzer(), presearcher, settings);
    List<MonitorQuery> asked = new ArrayList<>();
    for (String text : queries) {
      Query query = ((QueryParser.Parsed.Ok) QueryParser.parse(text, catalogue)).query();
      asked.add(new MonitorQuery("q" + asked.size(), lucene(query)));
    }
    monitor.register(asked);
  }

  @Override
  public int hits(Item item, Document folded) throws IOException {
    org.apache.lucene.document.Document document = new org.apache.lucene.document.Document();
    String text = joined(folded.title()) + " " + joined(folded.text());
    document.add(new TextField(FIELD, text, Store.NO));
    return monitor.match(document, QueryMatch.SIMPLE_MATCHER).getMatchCount();
  }

  static String joined(Folded text) {
    return text.tokens().stream().map(Token::form).collect(Collectors.joining(" "));
  }

  private org.apache.lucene.search.Query lucene(Query query) {
    if (query instanceof Query.All all) {
      return bool(all.parts(), Occur.MUST);
    }
    if (query instanceof Query.Any any) {
      return bool(any.parts(), Occur.SHOULD);
    }
    if (query instanceof Query.Near near) {
      String words =
          near.parts().stream()
              .map(part -> ((Query.Words) part).text())
              .collect(Collectors.joining(" "));
      return phrase(words, near.words());
    }
    if (query instanceof Query.Prefix prefix) {
      return new PrefixQuery(new Term(FIELD, prefix.stem()));
    }
    return query instanceof Query.OfEntity entity
        ? phrase(names.get(entity.id()), 0)
        : phrase(((Query.Words) query).text(), 0);
  }

  private org.apache.lucene.search.Query bool(List<Query> parts, Occur occur) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (Query part : parts) {
      if (part instanceof Query.Not not) {
        all.add(lucene(not.part()), Occur.MUST_NOT);
      } else {
        all.add(lucene(part), occur);
      }
    }
    return all.build();
  }

  private static org.apache.lucene.search.Query phrase(String text, int slop) {
    List<Token> words = Folding.fold(text).tokens();
    if (words.size() == 1) {
      return new TermQuery(new Term(FIELD, words.get(0).form()));
    }
    return new PhraseQuery(slop, FIELD, words.stream().map(Token::form).toArray(String[]::new));
  }

  @Override
  public void close() throws IOException {
    monitor.close();
  }
}
