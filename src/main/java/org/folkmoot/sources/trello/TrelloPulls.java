package org.folkmoot.sources.trello;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.intake.JsonTimes;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Cursors;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.trello.At.Stage;
import tools.jackson.databind.JsonNode;

/// Reads boards a page at a time: members once a day, what was done from the newest down, and of a
/// board that is new all its cards. Later only what was done since, and the cards that it concerns.
final class TrelloPulls {

    private static final Duration PEOPLE_AGAIN = Duration.ofDays(1);
    private static final String PAGE = "1000";
    private static final String AGAIN = "200";

    /// So many comments of a board are looked at again for edits and deletions.
    private static final int RECENT = 50;

    private static final String CONCERNS =
            TrelloApi.MAKES
                    + ",moveCardToBoard,updateCard:name,updateCard:desc,updateCard:closed,updateCard:due,deleteCard,"
                    + "commentCard,copyCommentCard,voteOnCard,addMemberToBoard,removeMemberFromBoard";

    private static final Set<String> CHANGES = Set.of("name", "desc", "closed", "due");

    private final Line line;
    private final TrelloApi api;
    private final Found.Basket basket = new Found.Basket();
    private final TrelloAnswers answers = new TrelloAnswers(basket);
    private final TrelloCards cards;

    TrelloPulls(Line line) {
        this.line = line;
        this.api = new TrelloApi(line);
        this.cards = new TrelloCards(api, answers);
    }

    Pull from(String cursor) {
        var at = Cursors.read(cursor, At.class, At::first);
        return switch (at.stage()) {
            case BOARDS -> boards(at);
            case MEMBERS -> members(at);
            case ACTIONS -> actions(at);
            case CARDS -> cards(at);
            case MAKERS -> {
                var makers = new TrelloMakers(api, answers);
                var more = makers.more(at.board(), at.before(), at.makers());
                yield on(at.makers(Stage.CARDS, more), false);
            }
            case CHANGED -> changed(at);
        };
    }

    private Pull boards(At at) {
        var chosen = new TrelloBoards(api).all();
        chosen.forEach(answers::board);
        for (var name : new TrelloBoards(api).missing(chosen)) {
            basket.add(
                    new Found.Refused(
                            "boards",
                            0,
                            "Trello knows no such board, or the token may not see it.",
                            name));
        }
        var ids = chosen.stream().map(board -> board.path("id").asString("")).toList();
        var due = at.people() == null || !at.people().plus(PEOPLE_AGAIN).isAfter(line.now());
        var next = at.read(due ? line.now() : null).boards(ids);
        return on(ids.isEmpty() ? next : next.stage(Stage.MEMBERS), ids.isEmpty());
    }

    private Pull members(At at) {
        if (at.read() != null) {
            var path = "/boards/%s/members".formatted(at.board());
            var reply = api.perhaps(api.get(path).query("fields", TrelloApi.ALL));
            if (reply.status() == 200) {
                reply.json().forEach(answers::member);
            }
        }
        return on(at.stage(Stage.ACTIONS), false);
    }

    private Pull actions(At at) {
        var known = !at.mark().isEmpty();
        var reply =
                api.perhaps(
                        page("/boards/%s/actions".formatted(at.board()), at)
                                .query("filter", CONCERNS)
                                .query("limit", known ? AGAIN : PAGE));
        if (reply.status() != 200) {
            return ended(at.boardDone()); // the board went since it was listed
        }
        var page = reply.json();
        var next = at;
        for (var action : page) {
            answers.action(action);
            var id = action.path("id").asString("");
            next = next.top(id);
            if (known && id.compareTo(at.mark()) > 0 && concerns(action)) {
                next = next.changed(card(action), action.path("date").asString(""));
            }
        }
        next = next.recent(recent(page, at));
        var lowest = lowest(page, at.before());
        if (!lowest.isEmpty() && lowest.compareTo(at.mark()) > 0 && !older(lowest)) {
            return on(next.before(lowest), false);
        }
        return known ? ended(next.stage(Stage.CHANGED)) : on(next.stage(Stage.CARDS), false);
    }

    /// The latest comments, after a look at those that should be on this page and are not.
    private List<String> recent(JsonNode page, At at) {
        var here = new TreeSet<String>(Comparator.reverseOrder());
        for (var action : page) {
            if (action.path("type").asString("").equals("commentCard")) {
                here.add(action.path("id").asString(""));
            }
        }
        var lowest = lowest(page, at.before());
        for (var id : at.recent().getOrDefault(at.board(), List.of())) {
            var above = at.before().isEmpty() || id.compareTo(at.before()) < 0;
            if (here.contains(id) || !above || lowest.isEmpty() || id.compareTo(lowest) < 0) {
                here.add(id);
            } else {
                cards.comment(id);
            }
        }
        return here.stream().limit(RECENT).toList();
    }

    private Pull cards(At at) {
        var reply =
                api.perhaps(
                        page("/boards/%s/cards".formatted(at.board()), at)
                                .query("filter", "all")
                                .query("fields", TrelloApi.ALL)
                                .query("limit", PAGE));
        var page = reply.status() == 200 ? reply.json() : null;
        if (page == null || page.isEmpty()) {
            return ended(at.boardDone());
        }
        var lowest = lowest(page, at.before());
        if (!lowest.isEmpty() && TrelloMakers.missing(page, at.makers())) {
            return on(at.makers(Stage.MAKERS, at.makers()), false);
        }
        for (var card : page) {
            var id = card.path("id").asString("");
            if (at.before().isEmpty() || id.compareTo(at.before()) < 0) {
                answers.card(card, at.makers().get(id), null);
            }
        }
        return lowest.isEmpty() || older(lowest)
                ? ended(at.boardDone())
                : on(at.before(lowest), false);
    }

    private Pull changed(At at) {
        var card = at.changed().keySet().iterator().next();
        cards.read(card, JsonTimes.of(at.changed().getOrDefault(card, "")));
        return ended(at.readAgain(card));
    }

    /// On to the next that is to be done: a changed card, another board, or nothing.
    private Pull ended(At at) {
        if (at.stage() == Stage.CHANGED && at.changed().isEmpty()) {
            return ended(at.boardDone());
        }
        return on(at, at.stage() == Stage.BOARDS);
    }

    private Ask page(String path, At at) {
        return api.get(path).query("before", at.before());
    }

    /// The lowest id of a page; empty when the page leads no further down.
    static String lowest(JsonNode page, String before) {
        return StreamSupport.stream(page.spliterator(), false)
                .map(row -> row.path("id").asString(""))
                .filter(id -> !id.isEmpty() && (before.isEmpty() || id.compareTo(before) < 0))
                .min(String::compareTo)
                .orElse("");
    }

    private boolean older(String id) {
        var made = TrelloAnswers.made(id);
        return made != null && made.isBefore(line.connection().since());
    }

    static boolean makes(JsonNode action) {
        return List.of(TrelloApi.MAKES.split(",")).contains(action.path("type").asString(""));
    }

    /// Whether a card is to be read again for it.
    static boolean concerns(JsonNode action) {
        var type = action.path("type").asString("");
        return !card(action).isEmpty()
                && JsonTimes.at(action, "date") != null
                && (makes(action)
                        || type.equals("moveCardToBoard")
                        || (type.equals("updateCard")
                                && action.path("data").path("old").propertyNames().stream()
                                        .anyMatch(CHANGES::contains)));
    }

    static String card(JsonNode action) {
        var id = action.path("data").path("card").path("id").asString("");
        return id.matches("\\w+") ? id : "";
    }

    private Pull on(At next, boolean ended) {
        return new Pull.Caught(
                basket.all(),
                Cursors.write(next),
                !ended,
                next.boards().isEmpty() ? "boards" : "board " + next.board());
    }
}
