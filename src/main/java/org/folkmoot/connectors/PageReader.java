package org.folkmoot.connectors;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.folkmoot.connectors.intake.Tree;
import org.jspecify.annotations.Nullable;

/// Reads an export in a thread of its own, a page ahead of whoever stores it. Findings that an
/// earlier run has handled are passed over.
final class PageReader implements AutoCloseable {

    /// Findings a page; fewer when their texts are long.
    static final int PAGE = Integer.getInteger("folkmoot.import.page", 10_000);

    private static final long PAGE_CHARACTERS = 8L << 20;

    /// @param position findings of the export up to the end of this page
    record Batch(List<Found> page, long position, long bytesRead, long bytesTotal) {}

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

    /// Something that says findings.
    interface Reading {
        void into(Finds finds) throws IOException;
    }

    private final Closeable source;
    private final LongSupplier bytesRead;
    private final long done;
    private final BlockingQueue<Step> steps = new ArrayBlockingQueue<>(1);
    private final List<Found.Origin> origins = new ArrayList<>();
    private final long bytesTotal;
    private final Thread thread;
    private volatile boolean closed;
    private List<Found> page = new ArrayList<>();
    private long characters;
    private long position;

    /// Reads an export.
    static PageReader of(Format format, Tree tree, Import plan) {
        return new PageReader(
                finds -> {
                    for (var left : tree.leftOut()) {
                        finds.add(new Found.Refused(left, 0, "Left out: " + left, ""));
                    }
                    format.read(tree, plan.options(), finds);
                },
                tree::bytesRead,
                tree.bytesTotal(),
                tree,
                plan);
    }

    /// @param source closed with this reader
    PageReader(
            Reading reading,
            LongSupplier bytesRead,
            long bytesTotal,
            Closeable source,
            Import plan) {
        this.source = source;
        this.bytesRead = bytesRead;
        this.bytesTotal = bytesTotal;
        this.done = plan.position();
        this.thread =
                Thread.ofPlatform()
                        .daemon()
                        .name("import-" + plan.id())
                        .start(() -> read(reading));
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
                case Step.Failed(var why) -> throw new IllegalStateException("Reading failed", why);
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The import was interrupted.", e);
        }
    }

    private void read(Reading reading) {
        try {
            reading.into(this::add);
            flush();
            give(new Step.End());
        } catch (Enough e) {
            // the one who stores has stopped, and with it the reading
        } catch (IOException | RuntimeException | Error e) {
            give(new Step.Failed(e));
        }
    }

    private void add(Found found) {
        position++;
        if (found instanceof Found.Origin origin && position <= done) {
            origins.add(origin);
        }
        if (position <= done) {
            return;
        }
        page.addAll(origins);
        origins.clear();
        page.add(found);
        if (found instanceof Found.Deed deed && deed.text() != null) {
            characters += deed.text().length();
        }
        if (page.size() >= PAGE || characters > PAGE_CHARACTERS) {
            flush();
        }
    }

    private void flush() {
        give(new Step.Next(new Batch(page, position, bytesRead.getAsLong(), bytesTotal)));
        page = new ArrayList<>();
        characters = 0;
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
