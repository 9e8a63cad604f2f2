package org.folkmoot.connectors.intake;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.folkmoot.connectors.Found.Basket;
import org.folkmoot.connectors.Found.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonRowsTests {

    @TempDir Path temp;

    private final Basket basket = new Basket();
    private final List<String> names = new ArrayList<>();

    private Path file(byte[] bytes) throws IOException {
        return Files.write(temp.resolve("rows.json"), bytes);
    }

    private List<String> names(Path file) throws IOException {
        return names(file, "");
    }

    private List<String> names(Path file, String field) throws IOException {
        try (var tree = Tree.of(file)) {
            JsonRows.inside(
                    tree,
                    tree.files().getFirst(),
                    field,
                    basket,
                    (row, line) -> names.add(JsonRows.text(row, "name") + "@" + line));
        }
        return names;
    }

    private List<String> names(String json) throws IOException {
        return names(file(json.getBytes(UTF_8)));
    }

    private Refused refusal() {
        var all = basket.all(Refused.class);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    @Test
    void rowsComeWithTheirLines() throws IOException {
        assertThat(names("[{\"name\":\"Ada\"},\n{\"name\":\"Grace\"}]"))
                .containsExactly("Ada@1", "Grace@2");
        assertThat(basket.all()).isEmpty();
    }

    @Test
    void aLoneObjectIsOneRowAndOneObjectALineIsManyRows() throws IOException {
        assertThat(names("{\"name\":\"Ada\"}\n{\"name\":\"Grace\"}\n"))
                .containsExactly("Ada@1", "Grace@2");
    }

    @Test
    void rowsInsideAPropertyAreReadWhateverStandsAround() throws IOException {
        var json =
                "{\"a\":{\"rows\":[1]},\n\"rows\":[{\"name\":\"Ada\"}],\"b\":[{\"name\":\"no\"}]}";
        assertThat(names(file(json.getBytes(UTF_8)), "rows")).containsExactly("Ada@2");
        assertThat(basket.all()).isEmpty();
    }

    @Test
    void whatStandsAroundTheRowsIsToldInItsOrder() throws IOException {
        var file = file("{\"guild\":{\"id\":\"1\"},\"rows\":[{}],\"count\":1}".getBytes(UTF_8));
        try (var tree = Tree.of(file)) {
            JsonRows.inside(
                    tree,
                    tree.files().getFirst(),
                    "rows",
                    basket,
                    (name, value) -> names.add(name),
                    (row, line) -> names.add("row"));
        }
        assertThat(names).containsExactly("guild", "row", "count");
    }

    @Test
    void aRowOfAnotherTypeIsRefusedAndTheNextIsRead() throws IOException {
        assertThat(names("[{\"name\":\"Ada\"},\n\"x\",\nnull, 7, [1],\n{\"name\":\"Grace\"}]"))
                .containsExactly("Ada@1", "Grace@4");
        assertThat(basket.all(Refused.class))
                .extracting(Refused::line)
                .containsExactly(2L, 3L, 3L, 3L);
        assertThat(basket.all(Refused.class).getFirst().raw()).isEqualTo("\"x\"");
    }

    @Test
    void aRowThatItsReaderCannotDigestIsRefusedAndTheNextIsRead() throws IOException {
        var read = new ArrayList<Integer>();
        try (var tree = Tree.of(file("[{\"n\":{}},\n{\"n\":2}]".getBytes(UTF_8)))) {
            JsonRows.each(
                    tree,
                    tree.files().getFirst(),
                    basket,
                    (row, line) -> read.add(row.path("n").asInt()));
        }
        assertThat(read).containsExactly(2);
        assertThat(refusal().line()).isEqualTo(1);
    }

    @Test
    void whoeverListensMayStopTheReading() throws IOException {
        try (var tree = Tree.of(file("[{},{}]".getBytes(UTF_8)))) {
            assertThatThrownBy(
                            () ->
                                    JsonRows.each(
                                            tree,
                                            tree.files().getFirst(),
                                            basket,
                                            (row, line) -> {
                                                throw new CancellationException("enough");
                                            }))
                    .isInstanceOf(CancellationException.class);
        }
        assertThat(basket.all()).isEmpty();
    }

    @Test
    void aFileThatBreaksOffKeepsTheRowsBeforeAndSaysWhere() throws IOException {
        assertThat(names("[{\"name\":\"Ada\"},\n{\"name\":\"Grace\"},\n{\"name\":\"Lin"))
                .containsExactly("Ada@1", "Grace@2");
        assertThat(refusal().line()).isEqualTo(3);
        assertThat(refusal().reason()).startsWith("From here on this file is not valid JSON");
    }

    @Test
    void aMalformedRowKeepsTheRowsBeforeAndSaysWhere() throws IOException {
        assertThat(names("[{\"name\":\"Ada\"},\n{name: oops},\n{\"name\":\"Grace\"}]"))
                .containsExactly("Ada@1");
        assertThat(refusal().line()).isEqualTo(2);
    }

    @Test
    void rubbishAfterTheEndIsRefused() throws IOException {
        assertThat(names("[{\"name\":\"Ada\"}]\n]]")).containsExactly("Ada@1");
        assertThat(refusal().line()).isEqualTo(2);
    }

    @Test
    void emptyAndForeignFilesAreNoDisaster() throws IOException {
        assertThat(names("")).isEmpty();
        assertThat(basket.all()).isEmpty();
        assertThat(names("<html>")).isEmpty();
        assertThat(refusal().line()).isEqualTo(1);
    }

    @Test
    void aStringOverTheLimitIsRefusedNotLoaded() throws IOException {
        assertThat(names("[{\"name\":\"Ada\"},{\"name\":\"" + "x".repeat(9 << 20) + "\"}]"))
                .containsExactly("Ada@1");
        assertThat(refusal().raw()).isEmpty();
    }

    @Test
    void aRowOfManySmallThingsIsRefusedBeforeItFillsTheMemory() throws IOException {
        var path = temp.resolve("wide.json");
        try (BufferedWriter out = Files.newBufferedWriter(path)) {
            out.write("[{\"name\":\"Ada\"},{\"n\":[");
            for (var i = 0; i < 400; i++) {
                out.write("\"0123456789abcdef\",".repeat(5_000));
            }
            out.write("1]}]");
        }
        assertThat(names(path)).containsExactly("Ada@1");
        assertThat(refusal().reason()).contains("one record is larger");
    }

    @Test
    void deepNestingIsRefused() throws IOException {
        assertThat(names("[{\"name\":\"Ada\"},{\"a\":" + "[".repeat(100_000)))
                .containsExactly("Ada@1");
        assertThat(refusal().reason()).contains("depth");
    }

    @Test
    void ofTwoPropertiesWithTheSameNameTheLastCounts() throws IOException {
        assertThat(names("[{\"name\":\"Ada\",\"name\":\"Grace\"}]")).containsExactly("Grace@1");
    }

    @Test
    void nulsAreLeftOutOfTexts() throws IOException {
        assertThat(names("[{\"name\":\"A\\u0000d\0a\"}]")).containsExactly("Ada@1");
    }

    @Test
    void unicodeIsReadInAllItsForms() throws IOException {
        var json = "[{\"name\":\"محمد 🧵\"}]";
        assertThat(names(file(json.getBytes(UTF_16)))).containsExactly("محمد 🧵@1");
        names.clear();
        assertThat(names(file(json.getBytes(UTF_16LE)))).containsExactly("محمد 🧵@1");
        names.clear();
        assertThat(names(file(("\uFEFF" + json).getBytes(UTF_8)))).containsExactly("محمد 🧵@1");
    }

    @Test
    void oneByteOfAnotherCharsetDoesNotCostTheRest() throws IOException {
        var bytes = "[{\"name\":\"Zo?\"},{\"name\":\"Ada\"}]".getBytes(UTF_8);
        bytes[12] = (byte) 0xEB;
        assertThat(names(file(bytes))).containsExactly("Zo\uFFFD@1", "Ada@1");
    }

    @Test
    void aWholeDocumentIsThereOnlyWhenItIsValid() throws IOException {
        try (var tree = Tree.of(file("{\"a\":1}".getBytes(UTF_8)))) {
            assertThat(JsonRows.whole(tree, tree.files().getFirst())).isPresent();
        }
        for (var bad : List.of("", "{\"a\":", "{} {}", "nope")) {
            try (var tree = Tree.of(file(bad.getBytes(UTF_8)))) {
                assertThat(JsonRows.whole(tree, tree.files().getFirst())).as(bad).isEmpty();
            }
        }
    }
}
