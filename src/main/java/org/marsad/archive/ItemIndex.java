package org.marsad.archive;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Lucene index. One thread at a time writes; any number search, and see what was there at the
 * last {@link #refresh}. What is not committed is lost when the process dies.
 */
final class ItemIndex implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ItemIndex.class);

  private final Directory directory;
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private final Mark mark;

  /** What is done with the index as it is at one moment. */
  interface Search<T> {
    T in(IndexSearcher searcher) throws IOException;
  }

  private ItemIndex(Directory directory, IndexWriter writer, Mark mark) throws IOException {
    this.directory = directory;
    this.writer = writer;
    this.searchers = new SearcherManager(writer, null);
    this.mark = mark;
  }

  /**
   * Opens the index in a folder; one that is missing or damaged is begun anew, empty, and said so
   * in the log.
   *
   * @param folder where it stands, made if need be; null for memory
   * @throws IOException if the folder cannot be written, or another process uses it
   */
  static ItemIndex open(@Nullable Path folder) throws IOException {
    Directory directory = folder == null ? new ByteBuffersDirectory() : FSDirectory.open(folder);
    try {
      return open(directory, folder);
    } catch (IOException | RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  private static ItemIndex open(Directory directory, @Nullable Path folder) throws IOException {
    if (DirectoryReader.indexExists(directory)) {
      try {
        return existing(directory);
      } catch (IOException | RuntimeException e) {
        if (isDenied(e)) {
          throw e;
        }
        LOG.warn(
            "The archive's index in {} cannot be used and is built anew: {}", folder, e.toString());
        LOG.debug("What is wrong with the archive's index", e);
      }
    } else if (folder != null) {
      LOG.info("There is no index of the archive in {}: it is built from the database", folder);
    }
    clear(directory);
    return new ItemIndex(directory, writer(directory, OpenMode.CREATE), Mark.NONE);
  }

  /** The fault is not in the index: another process has it, or the folder is closed to us. */
  private static boolean isDenied(Exception e) {
    return e instanceof LockObtainFailedException
        || (e instanceof FileSystemException && !(e instanceof NoSuchFileException));
  }

  private static ItemIndex existing(Directory directory) throws IOException {
    IndexWriter writer = writer(directory, OpenMode.APPEND);
    try {
      ItemIndex index = new ItemIndex(directory, writer, Mark.of(writer.getLiveCommitData()));
      index.search(ItemIndex::checked);
      return index;
    } catch (IOException | RuntimeException e) {
      writer.rollback();
      throw e;
    }
  }

  private static IndexWriter writer(Directory directory, OpenMode mode) throws IOException {
    return new IndexWriter(directory, new IndexWriterConfig().setOpenMode(mode));
  }

  /** Reads every byte: Lucene itself would come upon a damaged one only when a query needs it. */
  private static int checked(IndexSearcher searcher) throws IOException {
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      leaf.reader().checkIntegrity();
    }
    return searcher.getIndexReader().numDocs();
  }

  /** Deletes what Lucene wrote and nothing else that may stand in the folder. */
  private static void clear(Directory directory) throws IOException {
    for (String name : directory.listAll()) {
      if (name.startsWith(IndexFileNames.SEGMENTS)
          || name.startsWith(IndexFileNames.PENDING_SEGMENTS)
          || IndexFileNames.CODEC_FILE_PATTERN.matcher(name).matches()) {
        directory.deleteFile(name);
      }
    }
  }

  /** The mark it had when it was opened. */
  Mark mark() {
    return mark;
  }

  /** How many items it holds. */
  int size() {
    return writer.getDocStats().numDocs;
  }

  /** Puts these items in, in place of what it holds under their ids. */
  void put(Collection<Long> ids, List<List<IndexableField>> items) throws IOException {
    writer.deleteDocuments(Fields.ids(ids));
    writer.addDocuments(items);
  }

  /** Takes out what was read before a moment. */
  void forgetBefore(Instant moment) throws IOException {
    writer.deleteDocuments(Fields.seen(Long.MIN_VALUE, moment.toEpochMilli() - 1));
  }

  /** Lets searches see what was put in and taken out. */
  void refresh() throws IOException {
    searchers.maybeRefreshBlocking();
  }

  /** Makes all of it safe, with a mark. */
  void commit(Mark mark) throws IOException {
    writer.setLiveCommitData(mark.toData().entrySet());
    writer.commit();
  }

  /** Searches. */
  <T> T search(Search<T> search) throws IOException {
    IndexSearcher searcher = searchers.acquire();
    try {
      return search.in(searcher);
    } finally {
      searchers.release(searcher);
    }
  }

  /** Closes it; what was not committed is not kept. */
  @Override
  public void close() throws IOException {
    searchers.close();
    writer.rollback();
    directory.close();
  }
}
