package org.folkmoot.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.language.Languages;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "detect",
        description = {
            "In which language each line is. With --measure how right that is, of lines that begin",
            "with a code of ISO 639-1 and a tab: of each language, and of all."
        })
final class DetectVerb extends LanguageVerb.Lines {

    @Option(
            names = "--measure",
            paramLabel = "FILE",
            description = "Lines whose language is known.")
    @Nullable Path known;

    DetectVerb(Class<?> application) {
        super(application);
    }

    @Override
    Map<String, Object> judge(String line) {
        var spoken = Languages.of(line);
        return Map.of(
                "language",
                spoken.language(),
                "share",
                TextLines.round(spoken.share()),
                "certain",
                spoken.certain());
    }

    @Override
    public Integer call() throws IOException {
        if (known == null) {
            return super.call();
        }
        var languages = new TreeMap<String, Tally>();
        var all = new Tally();
        for (var line : TextLines.all(known)) {
            var tab = line.indexOf('\t');
            if (tab != 2) {
                throw new Refusal.Unusable(
                        "A line does not begin with two letters and a tab: %.60s".formatted(line));
            }
            var language = line.substring(0, 2);
            var spoken = Languages.of(line.substring(3));
            var right = spoken.language().equals(language);
            all.count(right, spoken.certain());
            languages.computeIfAbsent(language, l -> new Tally()).count(right, spoken.certain());
        }
        languages.forEach((language, tally) -> TextLines.print(tally.told(language), out()));
        TextLines.print(all.told("all"), out());
        out().flush();
        return 0;
    }

    private static final class Tally {

        private int posts;
        private int right;
        private int certain;
        private int rightly;

        void count(boolean isRight, boolean isCertain) {
            posts++;
            right += isRight ? 1 : 0;
            certain += isCertain ? 1 : 0;
            rightly += isRight && isCertain ? 1 : 0;
        }

        /// How many posts; the share that is right, that is certain, and of these the right.
        Map<String, Object> told(String language) {
            var told = new LinkedHashMap<String, Object>();
            told.put("language", language);
            told.put("posts", posts);
            told.put("right", share(right, posts));
            told.put("certain", share(certain, posts));
            told.put("certainly_right", share(rightly, certain));
            return told;
        }

        /// Of none all are right.
        private static double share(int some, int all) {
            return all == 0 ? 1 : TextLines.round((double) some / all);
        }
    }
}
