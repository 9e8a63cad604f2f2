package org.folkmoot.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import org.folkmoot.store.Backups;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "backup",
        description = "Write everything into one file. People may go on working meanwhile.")
final class BackupVerb extends Site {

    @Parameters(paramLabel = "FILE", description = "The file to write, like folkmoot.zip.")
    Path file = Path.of("folkmoot.zip");

    @Option(names = "--force", description = "Replace a file of that name.")
    boolean force;

    @Option(names = "--json", description = "Print the counts as JSON.")
    boolean json;

    BackupVerb(Class<?> application) {
        super(application);
    }

    @Override
    public Integer call() throws Exception {
        try (var site = backstage();
                var line = new ProgressLine(err(), "Writing")) {
            var written = site.getBean(Backups.class).write(file, force, line);
            line.wipe();
            var size = Files.size(file);
            out().println(
                            json
                                    ? "{\"tables\":%d,\"rows\":%d,\"files\":%d,\"bytes\":%d}"
                                            .formatted(
                                                    written.tables().size(),
                                                    written.rows(),
                                                    written.files().size(),
                                                    size)
                                    : "Wrote %s: %,d rows of %d tables, %d files; %,d bytes. Keep it safe: it holds everything."
                                            .formatted(
                                                    file,
                                                    written.rows(),
                                                    written.tables().size(),
                                                    written.files().size(),
                                                    size));
            return 0;
        }
    }
}
