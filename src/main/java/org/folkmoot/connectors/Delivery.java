package org.folkmoot.connectors;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.folkmoot.connectors.intake.Tree;
import org.folkmoot.store.Here;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Brings in a file that came by itself, as if somebody had dropped it: what it is is guessed, and
/// whoever looks finds it among the imports.
@Component
public class Delivery {

    private final Uploads uploads;
    private final Formats formats;
    private final Imports imports;
    private final Importer importer;
    private final ApplicationEventPublisher events;
    private final boolean server;

    Delivery(
            Uploads uploads,
            Formats formats,
            Imports imports,
            Importer importer,
            ApplicationEventPublisher events,
            @Value("${folkmoot.server:false}") boolean server) {
        this.uploads = uploads;
        this.formats = formats;
        this.imports = imports;
        this.importer = importer;
        this.events = events;
        this.server = server;
    }

    /// Writes what came, from start to end or not at all.
    @FunctionalInterface
    public interface Content {
        void writeTo(Path file) throws IOException;
    }

    /// @param by what brought it, for the trail
    /// @return the import as it ended
    /// @throws IOException with a sentence, when it is nothing that can be read
    /// @throws org.folkmoot.kernel.Refusal.Unusable when there is no room for it now
    public Import take(String name, Content content, String by) throws IOException {
        var upload = uploads.keep(name, content::writeTo);
        Import plan;
        try {
            plan = plan(upload, by);
        } catch (IOException e) {
            uploads.discard(upload.path());
            throw new IOException(Problems.inWords(e), e);
        } catch (RuntimeException e) {
            uploads.discard(upload.path());
            throw e;
        }
        var done = importer.run(plan.id(), _ -> {});
        if (server) {
            events.publishEvent(new ImportEnded(Here.community()));
        }
        if (done.state() == Import.State.DONE && done.counts().refused() == 0) {
            uploads.discard(upload.path());
        }
        return done;
    }

    private Import plan(Upload upload, String by) throws IOException {
        try (var tree = Tree.of(upload.path())) {
            var format =
                    formats.recognise(tree)
                            .orElseThrow(
                                    () ->
                                            new IOException(
                                                    "This is no export that we know by sight. Import it by hand, and say what it is."));
            return imports.plan(
                    format.name(),
                    upload.name(),
                    upload.path().toString(),
                    Map.of(),
                    format.fingerprint(tree),
                    by);
        }
    }
}
