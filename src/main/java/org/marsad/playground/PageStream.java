package org.marsad.playground;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Server-sent events to every open page: first the whole state, then what happens. A page that does
 * not keep up is let go; it connects again and gets the state anew. Thread-safe.
 */
final class PageStream implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PageStream.class);
  private static final int MAX_PAGES = 20;
  private static final int MAX_BEHIND = 1000;
  private static final int HEARTBEAT_SECONDS = 15;
  private static final String END = "";

  private final Set<BlockingQueue<String>> pages = ConcurrentHashMap.newKeySet();

  /** Tells every page. */
  void tell(JsonNode event) {
    String line = line(event);
    for (BlockingQueue<String> page : pages) {
      if (!page.offer(line)) {
        letGo(page);
      }
    }
  }

  private void letGo(BlockingQueue<String> page) {
    pages.remove(page);
    page.clear();
    page.add(END);
  }

  private static String line(JsonNode event) {
    return "data: " + event + "\n\n";
  }

  /** Keeps one page told, for as long as it is open. */
  void serve(Context context, Supplier<JsonNode> state) {
    if (pages.size() >= MAX_PAGES) {
      context.status(503).result("Too many pages are open: close some");
      return;
    }
    BlockingQueue<String> page = new LinkedBlockingQueue<>(MAX_BEHIND);
    pages.add(page);
    try {
      context.res().setContentType("text/event-stream; charset=utf-8");
      context.res().setHeader("Cache-Control", "no-store");
      OutputStream out = context.res().getOutputStream();
      write(out, line(state.get()));
      for (String next = await(page); !next.equals(END); next = await(page)) {
        write(out, next);
      }
    } catch (IOException e) {
      LOG.info("A playground page was closed");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      pages.remove(page);
    }
  }

  /** The next event, or a comment that shows whether the page is still there. */
  private static String await(BlockingQueue<String> page) throws InterruptedException {
    String next = page.poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
    return next == null ? ": still here\n\n" : next;
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /** Lets every page go. */
  @Override
  public void close() {
    pages.forEach(this::letGo);
  }
}
