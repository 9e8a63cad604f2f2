package org.folkmoot.shell;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.language.Alike;
import org.folkmoot.language.Bge;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "similar",
        description = {
            "For each line the nearest in meaning: of the other lines, or of another file's.",
            "Line numbers count from 1."
        })
final class SimilarVerb extends Site {

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "FILE",
            description = "A text a line (default: what is typed or piped in).")
    @Nullable Path file;

    @Option(names = "--among", paramLabel = "FILE", description = "Where to look, a text a line.")
    @Nullable Path among;

    @Option(names = "--top", paramLabel = "N", description = "How many (default: 3).")
    int top = 3;

    @Option(names = "--words", description = "Go by words alone, without the model of meanings.")
    boolean words;

    SimilarVerb(Class<?> application) {
        super(application);
    }

    @Override
    public Integer call() {
        var asked = TextLines.all(file);
        var texts = among == null ? asked : TextLines.all(among);
        try (var embedder = words ? null : new Bge()) {
            var alike = new Alike(texts, embedder);
            for (int i = 0; i < asked.size(); i++) {
                var hits = among == null ? alike.toOneOfThem(i, top) : alike.to(asked.get(i), top);
                TextLines.print(
                        Map.of(
                                "line",
                                i + 1,
                                "nearest",
                                hits.stream().map(h -> told(h, texts)).toList()),
                        out());
            }
        }
        out().flush();
        return 0;
    }

    private static Map<String, Object> told(Alike.Hit hit, List<String> texts) {
        var told = new LinkedHashMap<String, Object>();
        told.put("line", hit.index() + 1);
        told.put("score", TextLines.round(hit.score()));
        told.put("same", hit.same());
        told.put("text", texts.get(hit.index()));
        return told;
    }
}
