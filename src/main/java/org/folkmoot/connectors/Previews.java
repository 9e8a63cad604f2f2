package org.folkmoot.connectors;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.folkmoot.connectors.intake.Tree;
import org.springframework.stereotype.Component;

/// Looks into exports before they are imported, for a few seconds each, and remembers what it saw.
@Component
class Previews {

    private static final Duration MOST = Duration.ofSeconds(5);
    private static final int REMEMBERED = 30;

    private final Known known;
    private final Clock clock;
    private final Semaphore turns = new Semaphore(2, true);
    private final Map<Key, Preview> seen =
            Collections.synchronizedMap(
                    new LinkedHashMap<>(16, 0.75f, true) {
                        private static final long serialVersionUID = 1;

                        @Override
                        protected boolean removeEldestEntry(Map.Entry<Key, Preview> eldest) {
                            return size() > REMEMBERED;
                        }
                    });

    Previews(Known known, Clock clock) {
        this.known = known;
        this.clock = clock;
    }

    private record Key(String upload, String format, Map<String, String> options) {}

    /// @throws IOException with a sentence, when the export as a whole cannot be read
    Preview of(Upload upload, Format format, Map<String, String> options) throws IOException {
        var key = new Key(upload.id(), format.name(), Map.copyOf(options));
        var known = seen.get(key);
        if (known != null) {
            return known;
        }
        turns.acquireUninterruptibly();
        try (var tree = Tree.of(upload.path())) {
            var preview = look(tree, format, options);
            seen.put(key, preview);
            return preview;
        } finally {
            turns.release();
        }
    }

    /// What was seen is out of date: an import of this file begins.
    void forget(Upload upload) {
        synchronized (seen) {
            seen.keySet().removeIf(key -> key.upload().equals(upload.id()));
        }
    }

    private Preview look(Tree tree, Format format, Map<String, String> options) throws IOException {
        var warnings = new ArrayList<String>();
        if (!tree.leftOut().isEmpty()) {
            warnings.add(
                    "%,d files of the archive will be left out, such as %s."
                            .formatted(tree.leftOut().size(), tree.leftOut().getFirst()));
        }
        var asks = format.choices().stream().anyMatch(c -> c.name().equals("private"));
        if (asks && !options.containsKey("private")) {
            warnings.add(
                    "Direct messages, if there are any, are left out. You may choose to bring them.");
        }
        var glance =
                new Glance(
                        new AlreadyHere(known),
                        clock.instant(),
                        System.nanoTime() + MOST.toNanos());
        try {
            format.read(tree, options, glance);
            return glance.preview(true, warnings);
        } catch (Glance.Enough e) {
            return glance.preview(false, warnings);
        }
    }
}
