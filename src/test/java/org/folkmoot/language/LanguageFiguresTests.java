package org.folkmoot.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// The figures of docs/benchmarks.md, on posts of whoever runs it: a text a line, before it a label
/// and a tab where labels are needed. They stand in target/language-figures.txt.
class LanguageFiguresTests {

    private static final Path FIGURES = Path.of("target/language-figures.txt");

    private static List<String[]> lines(String property) throws IOException {
        var file = System.getProperty(property);
        assumeTrue(file != null, "no file is named by -D" + property);
        var lines = new ArrayList<String[]>();
        for (var line : Files.readAllLines(Path.of(file))) {
            var tab = line.indexOf('\t');
            lines.add(
                    new String[] {tab < 0 ? "" : line.substring(0, tab), line.substring(tab + 1)});
        }
        assertThat(lines).isNotEmpty();
        return lines;
    }

    private static void say(String words) throws IOException {
        var before = Files.exists(FIGURES) ? Files.readString(FIGURES) : "";
        Files.writeString(FIGURES, before + words + "\n");
    }

    /// Texts a second of processor time, warm.
    private static double speed(List<String[]> posts, Consumer<String> reading) {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        double best = 0;
        for (int round = 0; round < 5; round++) {
            long before = system.getProcessCpuTime();
            posts.forEach(post -> reading.accept(post[1]));
            best = Math.max(best, posts.size() * 1e9 / (system.getProcessCpuTime() - before));
        }
        return best;
    }

    @Test
    void howManyPostsAreReadASecond() throws IOException {
        var posts = lines("language.posts");
        say(
                "%d posts of %.0f signs; a second of CPU reads language and tone of %.0f, questions of %.0f, fingerprints of %.0f"
                        .formatted(
                                posts.size(),
                                posts.stream().mapToInt(p -> p[1].length()).average().orElse(0),
                                speed(
                                        posts,
                                        text -> {
                                            Languages.of(text);
                                            Sentiment.shipped().of(text);
                                        }),
                                speed(posts, Asking::of),
                                speed(posts, Gist::of)));
    }

    @Test
    void howOftenTheNearestAsksTheSame() throws IOException {
        var asked = lines("language.asked");
        var among = lines("language.among");
        var texts = among.stream().map(p -> p[1]).toList();
        try (var model = new Bge()) {
            var meanings = new Alike(texts, model);
            var words = new Alike(texts, null);
            int[] right = new int[4];
            int[] shown = new int[3];
            for (var one : asked) {
                var hit = meanings.to(one[1], 1).getFirst();
                var same = among.get(hit.index())[0].equals(one[0]) ? 1 : 0;
                right[0] += same;
                if (hit.score() >= Alike.WORTH_A_LOOK) {
                    shown[1]++;
                    right[1] += same;
                }
                if (hit.same()) {
                    shown[2]++;
                    right[2] += same;
                }
                right[3] +=
                        words.to(one[1], 1).stream()
                                        .anyMatch(h -> among.get(h.index())[0].equals(one[0]))
                                ? 1
                                : 0;
            }
            say(
                    "%d asked of %d: hit@1 %.3f, by words %.3f; shown as perhaps %d, right %.3f; as probably %d, right %.3f"
                            .formatted(
                                    asked.size(),
                                    among.size(),
                                    (double) right[0] / asked.size(),
                                    (double) right[3] / asked.size(),
                                    shown[1],
                                    (double) right[1] / Math.max(1, shown[1]),
                                    shown[2],
                                    (double) right[2] / Math.max(1, shown[2])));
        }
    }
}
