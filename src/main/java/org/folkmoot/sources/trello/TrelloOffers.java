package org.folkmoot.sources.trello;

import java.util.List;
import java.util.Set;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Offering;

/// The open boards of whoever's token it is.
final class TrelloOffers implements Offering {

    @Override
    public Set<String> settings() {
        return Set.of("boards");
    }

    @Override
    public List<Offer> of(Line line, String setting) {
        return new TrelloBoards(new TrelloApi(line))
                .open().stream()
                        .limit(MOST)
                        .map(
                                board ->
                                        new Offer(
                                                board.path("id").asString(""),
                                                board.path("name").asString(""),
                                                board.path("desc").asString("")))
                        .toList();
    }
}
