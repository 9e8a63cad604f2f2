package org.folkmoot.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.language.Languages;
import org.folkmoot.language.Sentiment;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "language",
        description = {
            "Judge lines of text as Folkmoot judges posts: one line in, one line of JSON out.",
            "Nothing leaves this machine, and no community is needed."
        },
        subcommands = {
            DetectVerb.class,
            LanguageVerb.Feel.class,
            QuestionVerb.class,
            SimilarVerb.class,
            LearnVerb.class
        })
final class LanguageVerb extends Site {

    LanguageVerb(Class<?> application) {
        super(application);
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(out());
        return 0;
    }

    /// A verb that judges one line after the other.
    abstract static class Lines extends Site {

        @Parameters(
                index = "0",
                arity = "0..1",
                paramLabel = "FILE",
                description = "A text a line (default: what is typed or piped in).")
        @Nullable Path file;

        Lines(Class<?> application) {
            super(application);
        }

        abstract Map<String, Object> judge(String line);

        @Override
        public Integer call() throws IOException {
            try (var lines = TextLines.read(file)) {
                for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                    TextLines.print(judge(line), out());
                }
            }
            out().flush();
            return 0;
        }
    }

    @Command(
            name = "sentiment",
            description = {
                "How each line sounds: positive, neutral or negative. A line that is certainly in a",
                "language that is not supported gets no label."
            })
    static final class Feel extends Lines {

        @Option(names = "--model", paramLabel = "FILE", description = "A model that `learn` wrote.")
        @Nullable Path model;

        private @Nullable Sentiment sentiment;

        Feel(Class<?> application) {
            super(application);
        }

        @Override
        Map<String, Object> judge(String line) {
            var spoken = Languages.of(line);
            var supported = !spoken.certain() || Sentiment.LANGUAGES.contains(spoken.language());
            var judgement = new LinkedHashMap<String, Object>();
            if (supported) {
                var tone = sentiment().of(line);
                judgement.put("label", tone.mood().key());
                judgement.put("polarity", TextLines.round(tone.polarity()));
                judgement.put("certainty", TextLines.round(tone.certainty()));
            } else {
                judgement.put("label", null);
            }
            judgement.put("language", spoken.language());
            judgement.put("supported", supported);
            return judgement;
        }

        private Sentiment sentiment() {
            if (sentiment == null) {
                sentiment = model == null ? Sentiment.shipped() : read(model);
            }
            return sentiment;
        }

        private static Sentiment read(Path model) {
            try (var in = Files.newInputStream(model)) {
                return Sentiment.read(in);
            } catch (IOException e) {
                throw new Refusal.Unusable("%s is no model that can be read.".formatted(model));
            }
        }
    }
}
