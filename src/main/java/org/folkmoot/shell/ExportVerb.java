package org.folkmoot.shell;

import java.io.BufferedWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
            description = "Write to this file instead of the standard output.")
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
                        return output == null ? toStandardOutput(export) : toFile(export, output);
                    });
        }
        return 0;
    }

    private long toStandardOutput(Export export) throws Exception {
        var bytes = new java.io.OutputStreamWriter(System.out, StandardCharsets.UTF_8);
        return export.write(new BufferedWriter(bytes, 1 << 16));
    }

    /// The file is there only when it is whole.
    private long toFile(Export export, Path file) throws Exception {
        var partial = file.resolveSibling(file.getFileName() + ".part");
        long lines;
        try (var out = Files.newBufferedWriter(partial)) {
            lines = export.write(out);
        }
        Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
        out().printf("Wrote %,d lines to %s.%n", lines, file);
        return lines;
    }
}
