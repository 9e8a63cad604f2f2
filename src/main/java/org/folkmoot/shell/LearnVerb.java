package org.folkmoot.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.language.Learning;
import org.folkmoot.language.Mood;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "learn",
        description = {
            "Learn how posts sound from judged lines: pos, neu or neg, a tab, the text.",
            "The model that comes with Folkmoot was made this way (docs/language.md)."
        })
final class LearnVerb extends Site {

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Judged lines.")
    List<Path> files = List.of();

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            description = "The model.")
    Path output = Path.of("sentiment.gz");

    LearnVerb(Class<?> application) {
        super(application);
    }

    @Override
    public Integer call() throws IOException {
        var posts = new ArrayList<Learning.Judged>();
        for (var file : files) {
            for (var line : TextLines.all(file)) {
                posts.add(judged(line, file));
            }
        }
        try (var to = Files.newOutputStream(output)) {
            var report = Learning.learn(posts, to);
            TextLines.print(
                    Map.of(
                            "posts", report.posts(),
                            "right", TextLines.round(report.right()),
                            "macroF1", TextLines.round(report.macroF1())),
                    out());
        } catch (IllegalArgumentException e) {
            Files.deleteIfExists(output);
            throw new Refusal.Unusable(String.valueOf(e.getMessage()));
        }
        out().flush();
        return 0;
    }

    private static Learning.Judged judged(String line, Path file) {
        var tab = line.indexOf('\t');
        var mood = tab < 0 ? null : Mood.of(line.substring(0, tab)).orElse(null);
        if (mood == null) {
            throw new Refusal.Unusable(
                    "A line of %s does not begin with pos, neu or neg and a tab: %.60s"
                            .formatted(file, line));
        }
        return new Learning.Judged(line.substring(tab + 1), mood, 1);
    }
}
