package org.folkmoot.sources.stackexchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.folkmoot.activity.Kind;
import org.folkmoot.sources.Counting;
import org.folkmoot.sources.Line;

/// How many questions there are. With several tags their sum says nothing, as a question may have
/// two of them: then nothing is told.
final class StackExchangeCounting implements Counting {

    @Override
    public List<Total> count(Line line) {
        var tags = StackExchangeConnector.tags(line.connection());
        var all = new ArrayList<Total>();
        if (tags.size() == 1) {
            var api = new StackExchangeApi(line);
            all.add(
                    new Total(
                            tags.getFirst().isEmpty()
                                    ? "questions"
                                    : "questions tagged " + tags.getFirst(),
                            api.total(tags.getFirst()),
                            "stackexchange:" + api.host(),
                            "",
                            Set.of(Kind.QUESTION)));
        }
        return all;
    }
}
