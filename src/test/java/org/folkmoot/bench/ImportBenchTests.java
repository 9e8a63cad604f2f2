package org.folkmoot.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportBenchTests {

    @TempDir Path folder;

    @Test
    void theExportHasTheSizeThatWasAskedFor() throws Exception {
        var bytes = ImportBench.write(3, folder.resolve("export"));
        assertThat((double) bytes).isCloseTo(3_000_000.0, Percentage.withPercentage(15));
    }
}
