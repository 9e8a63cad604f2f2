package org.folkmoot.connectors;

import java.io.Closeable;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Reads findings in a thread of its own, a page ahead of whoever stores them. Findings that an
/// earlier run has handled are passed over.
final class PageReader implements Closeable {

    private static final long PAGE_CHARACTERS = 8L << 20;
    private static final int FIRST_PAGE = 5_000;

    /// Something that says findings, always the same in the same order.
    interface Source extends Closeable {
        void into(Finds finds) throws IOException;

        default long bytesRead() {
            return 0;
        }

        default long bytesTotal() {
            return 0;
        }

        /// The file it is at, empty if there is none.
        default String reading() {
            return "";
        }

        @Override
        default void close() throws IOException {}
    }

    /// @param position findings of the source up to the end of this page
    record Batch(
            List<Found> page,
            Drafts drafts,
            long position,
            long bytesRead,
            long bytesTotal,
            String reading) {}

    private sealed interface Step {
        record Next(Batch batch) implements Step {}

        record End() implements Step {}

        record Failed(Throwable why) implements Step {}
    }

    /// Nobody wants more.
    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1;

        Enough() {
            super("enough", null, false, false);
        }
    }

    private final Source source;
    private final long done;
    private final int longest;
    private final Clock clock;
    private final BlockingQueue<Step> steps = new ArrayBlockingQueue<>(1);
    private final List<Found.Origin> origins = new ArrayList<>();
    private final Thread thread;
    private volatile boolean closed;
    private List<Found> page = new ArrayList<>();
    private Drafts drafts = new Drafts();
    private long characters;
    private int pageSize;
    private long position;

    /// @param done how many findings were handled by an earlier run
    /// @param longest findings a page; fewer when their texts are long, and in the first pages, so
    ///     that something is seen soon
    PageReader(Source source, long done, int longest, Clock clock) {
        this.source = source;
        this.done = done;
        this.longest = longest;
        this.pageSize = Math.min(longest, FIRST_PAGE);
        this.clock = clock;
        this.thread = Thread.ofPlatform().daemon().name("import-reader").unstarted(this::read);
        thread.start();
    }

    /// The next page; null at the end.
    ///
    /// @throws IOException when the export as a whole cannot be read
    @Nullable Batch next() throws IOException {
        try {
            return switch (steps.take()) {
                case Step.Next(var batch) -> batch;
                case Step.End() -> null;
                case Step.Failed(IOException why) -> throw why;
                case Step.Failed(RuntimeException why) -> throw why;
                case Step.Failed(var why) -> throw new IllegalStateException("Reading failed", why);
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The import was interrupted.", e);
        }
    }

    private void read() {
        try {
            source.into(this::add);
            flush();
            give(new Step.End());
        } catch (Enough e) {
            // whoever stores has stopped, and with it the reading
        } catch (IOException | RuntimeException | Error e) {
            give(new Step.Failed(e));
        }
    }

    private void add(Found found) {
        position++;
        if (position <= done) {
            if (found instanceof Found.Origin origin) {
                origins.add(origin);
            }
            return;
        }
        page.addAll(origins);
        origins.clear();
        page.add(checked(found));
        if (found instanceof Deed deed && deed.text() != null) {
            characters += deed.text().length();
        }
        if (page.size() >= pageSize || characters > PAGE_CHARACTERS) {
            flush();
        }
    }

    /// A deed that cannot be kept is refused here, where its file is still known.
    private Found checked(Found found) {
        if (!(found instanceof Deed deed)) {
            return found;
        }
        var why = Ingest.wrongWith(deed, clock.instant());
        if (why == null) {
            drafts.make(deed);
            return deed;
        }
        return new Found.Refused(source.reading(), 0, why, deed.toString());
    }

    private void flush() {
        give(
                new Step.Next(
                        new Batch(
                                page,
                                drafts,
                                position,
                                source.bytesRead(),
                                source.bytesTotal(),
                                source.reading())));
        page = new ArrayList<>();
        drafts = new Drafts();
        characters = 0;
        pageSize = Math.min(longest, 2 * pageSize);
    }

    private void give(Step step) {
        try {
            while (!steps.offer(step, 100, TimeUnit.MILLISECONDS)) {
                if (closed) {
                    throw new Enough();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Enough();
        }
    }

    /// Ends the reading and waits until its files are closed.
    @Override
    public void close() throws IOException {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            source.close();
        }
    }
}
