package org.marsad.feed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/** A server on a port of its own that answers with exactly the bytes a test gives it. */
final class HostileServer implements AutoCloseable {
  /** Writes a whole answer, status line included. */
  interface Answer {
    void write(OutputStream out) throws IOException, InterruptedException;
  }

  private final ServerSocket socket =
      new ServerSocket(0, 50, InetAddress.getByAddress(new byte[4]));
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final List<List<String>> requests = new CopyOnWriteArrayList<>();

  HostileServer() throws IOException {
    threads.execute(this::accept);
  }

  HostileServer on(String path, Answer answer) {
    answers.put(path, answer);
    return this;
  }

  HostileServer on(String path, String headers, byte[] body) {
    return on(
        path,
        out -> {
          String head = headers + "\r\nContent-Length: " + body.length + "\r\n\r\n";
          out.write(("HTTP/1.1 " + head).getBytes(ISO_8859_1));
          out.write(body);
        });
  }

  URI url(String path) {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort() + path);
  }

  int port() {
    return socket.getLocalPort();
  }

  /** The lines of every request so far: the request line, then the headers. */
  List<List<String>> requests() {
    return requests;
  }

  private void accept() {
    try {
      while (!socket.isClosed()) {
        Socket connection = socket.accept();
        threads.execute(() -> serve(connection));
      }
    } catch (IOException | RejectedExecutionException closed) {
      threads.shutdownNow();
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      BufferedReader in =
          new BufferedReader(new InputStreamReader(connection.getInputStream(), ISO_8859_1));
      List<String> lines = new ArrayList<>();
      for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
        lines.add(line);
      }
      if (!lines.isEmpty()) {
        requests.add(lines);
        answers.get(lines.get(0).split(" ")[1]).write(connection.getOutputStream());
      }
    } catch (IOException | InterruptedException gone) {
      // The client hung up, as it should on hostile answers.
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
    threads.shutdownNow();
  }
}
