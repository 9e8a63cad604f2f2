package org.folkmoot.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class LanguageVerbTests {

    @TempDir Path folder;

    @Test
    void eachLineIsJudgedInALineOfJson() throws IOException {
        var lines =
                write(
                        "lines.txt",
                        "Thank you, this is great!\nDas ist doch wirklich eine schöne Überraschung\n");
        assertThat(said("language", "sentiment", lines).split("\n"))
                .satisfiesExactly(
                        first ->
                                assertThat(first)
                                        .contains("\"label\":\"positive\"", "\"supported\":true"),
                        second ->
                                assertThat(second)
                                        .contains(
                                                "\"label\":null",
                                                "\"language\":\"de\"",
                                                "\"supported\":false"));
        assertThat(said("language", "detect", lines))
                .contains("\"language\":\"en\"", "\"language\":\"de\"");
        assertThat(said("language", "question", write("q.txt", "Where is it?\nHere.\n")))
                .containsSubsequence("\"question\":true", "\"question\":false");
    }

    @Test
    void howRightItIsIsMeasuredOnLinesWhoseLanguageIsKnown() throws IOException {
        var lines =
                write(
                        "known.tsv",
                        """
                        en\tThank you, this is great!
                        de\tDas ist doch wirklich eine schöne Überraschung
                        de\tSee you all at the party tonight
                        """);
        assertThat(said("language", "detect", "--measure", lines).split("\n"))
                .containsExactly(
                        "{\"language\":\"de\",\"posts\":2,\"right\":0.5,\"certain\":1.0,\"certainly_right\":0.5}",
                        "{\"language\":\"en\",\"posts\":1,\"right\":1.0,\"certain\":0.0,\"certainly_right\":1.0}",
                        "{\"language\":\"all\",\"posts\":3,\"right\":0.6667,\"certain\":0.6667,\"certainly_right\":0.5}");
        var line = new CommandLine(new FolkmootCommand(), new VerbFactory(Object.class));
        line.setErr(new PrintWriter(new StringWriter()));
        assertThat(line.execute("language", "detect", "--measure", write("x.tsv", "no label\n")))
                .isNotZero();
    }

    @Test
    void theNearestLinesAreNamedByNumber() throws IOException {
        var asked = write("asked.txt", "passwords lost\n");
        var among = write("among.txt", "opening hours\nlost my password\n");
        assertThat(said("language", "similar", "--words", "--top", "1", "--among", among, asked))
                .contains("\"line\":1", "\"line\":2", "lost my password");
    }

    @Test
    void aModelIsLearntFromJudgedLinesAndUsed() throws IOException {
        var judged = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            judged.append(
                    "pos\tyay number %d\nneg\tmeh number %d\nneu\trow number %d\n"
                            .formatted(i, i, i));
        }
        var model = folder.resolve("model.gz").toString();
        assertThat(said("language", "learn", write("judged.tsv", judged.toString()), "-o", model))
                .contains("\"posts\":36");
        assertThat(said("language", "sentiment", "--model", model, write("one.txt", "meh\n")))
                .contains("\"label\":\"negative\"");
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static String said(String... words) {
        var out = new StringWriter();
        var line = new CommandLine(new FolkmootCommand(), new VerbFactory(Object.class));
        line.setOut(new PrintWriter(out));
        assertThat(line.execute(words)).isZero();
        return out.toString();
    }
}
