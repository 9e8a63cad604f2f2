package org.folkmoot.shell;

import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.folkmoot.access.Trail;
import org.folkmoot.connectors.Export;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "export",
        description = {
            "Write everything of a community as JSON lines (docs/export-format.md).",
            "Import it again with: folkmoot import folkmoot FILE"
        })
final class ExportVerb extends Site {

    @Option(names = "--community", paramLabel = "SLUG", description = "Which community.")
    @Nullable String community;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description =
                    "Write to this file instead of the standard output; a name that ends with .gz is packed.")
    @Nullable Path output;

    @Option(names = "--json", hidden = true, description = "It is JSON always.")
    boolean json;

    ExportVerb(Class<?> application) {
        super(application);
    }

    @Override
    public Integer call() throws Exception {
        try (var site = backstage()) {
            in(
                    site,
                    community,
                    _ -> {
                        var export = site.getBean(Export.class);
                        site.getBean(Trail.class)
                                .record(
                                        "everything exported",
                                        "community",
                                        community,
                                        Map.of("by way of", "command line"));
                        return output == null ? toStandardOutput(export) : toFile(export, output);
                    });
        }
        return 0;
    }

    private long toStandardOutput(Export export) throws Exception {
        var bytes = new OutputStreamWriter(System.out, StandardCharsets.UTF_8);
        return export.write(new BufferedWriter(bytes, 1 << 16));
    }

    private static boolean gzipped(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".gz");
    }

    /// The file is there only when it is whole.
    private long toFile(Export export, Path file) throws Exception {
        var partial = file.resolveSibling(file.getFileName() + ".part");
        long lines;
        try (var bytes = Files.newOutputStream(partial);
                var packed = gzipped(file) ? new GZIPOutputStream(bytes, 1 << 16) : bytes;
                var out =
                        new BufferedWriter(
                                new OutputStreamWriter(packed, StandardCharsets.UTF_8), 1 << 16)) {
            lines = export.write(out);
        }
        Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
        out().printf("Wrote %,d lines to %s.%n", lines, file);
        return lines;
    }
}
