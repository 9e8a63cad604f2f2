package org.folkmoot.shell;

import java.nio.file.Path;
import org.folkmoot.store.Backups;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "restore",
        description = "Read a backup into an empty installation. Everyone signs in anew.")
final class RestoreVerb extends Site {

    @Parameters(paramLabel = "FILE", description = "A file that `backup` wrote.")
    Path file = Path.of("folkmoot.zip");

    @Option(names = "--force", description = "Replace everything that is there already.")
    boolean force;

    @Option(names = "--json", description = "Print the counts as JSON.")
    boolean json;

    RestoreVerb(Class<?> application) {
        super(application);
    }

    @Override
    public Integer call() throws Exception {
        try (var site = backstage();
                var line = new ProgressLine(err(), "Reading")) {
            var read = site.getBean(Backups.class).restore(file, force, line);
            line.wipe();
            out().println(
                            json
                                    ? "{\"tables\":%d,\"rows\":%d,\"files\":%d}"
                                            .formatted(
                                                    read.tables().size(),
                                                    read.rows(),
                                                    read.files().size())
                                    : "Restored %s of %s: %,d rows of %d tables, %d files."
                                            .formatted(
                                                    file,
                                                    read.at(),
                                                    read.rows(),
                                                    read.tables().size(),
                                                    read.files().size()));
            return 0;
        }
    }
}
