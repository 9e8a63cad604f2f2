package org.folkmoot.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.language.Asking;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "question",
        description = {
            "Whether each line asks something. With --measure how right that is, of lines that begin",
            "with q or n (asks or not) and a tab, as corrected posts are downloaded."
        })
final class QuestionVerb extends LanguageVerb.Lines {

    @Option(names = "--measure", paramLabel = "FILE", description = "Lines that people judged.")
    @Nullable Path judged;

    QuestionVerb(Class<?> application) {
        super(application);
    }

    @Override
    Map<String, Object> judge(String line) {
        var judgement = Asking.of(line);
        return Map.of("question", judgement.asks(), "score", TextLines.round(judgement.score()));
    }

    @Override
    public Integer call() throws IOException {
        if (judged == null) {
            return super.call();
        }
        int posts = 0;
        int asks = 0;
        int told = 0;
        int right = 0;
        for (var line : TextLines.all(judged)) {
            var tab = line.indexOf('\t');
            if (tab != 1 || "qn".indexOf(line.charAt(0)) < 0) {
                throw new Refusal.Unusable(
                        "A line does not begin with q or n and a tab: %.60s".formatted(line));
            }
            var said = line.charAt(0) == 'q';
            var found = Asking.of(line.substring(2)).asks();
            posts++;
            asks += said ? 1 : 0;
            told += found ? 1 : 0;
            right += said && found ? 1 : 0;
        }
        TextLines.print(
                Map.of(
                        "posts",
                        posts,
                        "questions",
                        asks,
                        "precision",
                        share(right, told),
                        "recall",
                        share(right, asks)),
                out());
        out().flush();
        return 0;
    }

    /// Of none all are right.
    private static double share(int some, int all) {
        return all == 0 ? 1 : TextLines.round((double) some / all);
    }
}
