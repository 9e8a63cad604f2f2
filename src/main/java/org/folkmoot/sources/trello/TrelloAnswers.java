package org.folkmoot.sources.trello;

import static org.folkmoot.connectors.intake.JsonRows.textOrNull;
import static org.folkmoot.connectors.intake.JsonRows.told;

import java.time.Instant;
import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Markup;
import org.folkmoot.activity.Style;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Found.Field;
import org.folkmoot.connectors.Person;
import org.folkmoot.connectors.intake.JsonTimes;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads what Trello answers and tells. Its ids are its own over all boards: a card, a comment and
/// a vote keep theirs wherever they are moved.
final class TrelloAnswers {

    static final String SOURCE = "trello";

    private final Finds finds;

    TrelloAnswers(Finds finds) {
        this.finds = finds;
        finds.add(new Found.Origin(SOURCE, "Trello", Markup.MARKDOWN));
    }

    void board(JsonNode board) {
        var id = textOrNull(board, "id");
        var name = textOrNull(board, "name");
        if (id != null && name != null) {
            finds.add(
                    Found.Place.of(SOURCE, id, name, Style.OTHER)
                            .about(textOrNull(board, "desc"), textOrNull(board, "url")));
        }
    }

    void member(JsonNode member) {
        var id = textOrNull(member, "id");
        if (id == null) {
            return;
        }
        var avatar = textOrNull(member, "avatarUrl");
        finds.add(
                Person.of(SOURCE, id)
                        .with(Field.NAME, textOrNull(member, "fullName"))
                        .with(Field.HANDLE, textOrNull(member, "username"))
                        .with(Field.EMAIL, textOrNull(member, "email"))
                        .with(Field.BIO, textOrNull(member, "bio"))
                        .with(Field.URL, textOrNull(member, "url"))
                        .with(Field.AVATAR, avatar == null ? null : avatar + "/170.png")
                        .flag(Person.Flag.BOT, "app".equals(textOrNull(member, "memberType"))));
    }

    /// @param who whoever made it, null when not known
    /// @param edited when it was last changed, if it was
    void card(JsonNode card, @Nullable String who, @Nullable Instant edited) {
        var id = textOrNull(card, "id");
        var told = id == null ? null : made(id);
        var made = told == null ? JsonTimes.at(card, "dateLastActivity") : told;
        if (id == null || made == null) {
            refuse(card, "This card has no id that tells when it was made.");
            return;
        }
        var creator = textOrNull(card, "idMemberCreator");
        var link = textOrNull(card, "shortUrl");
        finds.add(
                Deed.of(SOURCE, id, Kind.ISSUE, creator == null ? who : creator, made)
                        .inferred(told == null)
                        .in(textOrNull(card, "idBoard"))
                        .titled(textOrNull(card, "name"))
                        .sayingAll(told(card, "desc"))
                        .at(link == null ? textOrNull(card, "url") : link)
                        .edited(edited)
                        .fact("due", textOrNull(card, "due"))
                        .fact("archived", card.path("closed").asBoolean(false) ? "true" : null));
    }

    /// What somebody did on a board; nothing for what is no activity of its own, such as the
    /// moving of a card.
    void action(JsonNode action) {
        var id = textOrNull(action, "id");
        var at = JsonTimes.at(action, "date");
        var type = action.path("type").asString("");
        var data = action.path("data");
        if (id == null || at == null) {
            refuse(action, "This action has no id or no time that can be read.");
            return;
        }
        member(action.path("memberCreator"));
        var who = textOrNull(action, "idMemberCreator");
        var board = textOrNull(data.path("board"), "id");
        switch (type) {
            case "commentCard", "copyCommentCard" ->
                    finds.add(
                            Deed.of(SOURCE, id, Kind.COMMENT, who, at)
                                    .in(board)
                                    .under(textOrNull(data.path("card"), "id"))
                                    .saying(textOrNull(data, "text"))
                                    .at(link(data.path("card"), id))
                                    .edited(JsonTimes.at(data, "dateLastEdited")));
            case "voteOnCard" -> vote(data, who, at);
            case "addMemberToBoard" -> joined(action, Kind.JOIN, id, at);
            case "removeMemberFromBoard" -> joined(action, Kind.LEAVE, id, at);
            case "deleteCard" -> gone(textOrNull(data.path("card"), "id"), at);
            default -> {
                return; // the rest only tells that something is to be read again
            }
        }
    }

    private void vote(JsonNode data, @Nullable String who, Instant at) {
        var card = textOrNull(data.path("card"), "id");
        if (card == null || who == null) {
            return;
        }
        var id = "%s/vote/%s".formatted(card, who);
        if (data.path("voted").asBoolean(true)) {
            finds.add(
                    Deed.of(SOURCE, id, Kind.VOTE, who, at)
                            .in(textOrNull(data.path("board"), "id"))
                            .under(card));
        } else {
            gone(id, at);
        }
    }

    private void joined(JsonNode action, Kind kind, String id, Instant at) {
        var data = action.path("data");
        member(action.path("member"));
        var who = textOrNull(action.path("member"), "id");
        who = who == null ? textOrNull(data, "idMemberAdded") : who;
        who = who == null ? textOrNull(data, "idMember") : who;
        if (who != null) {
            finds.add(Deed.of(SOURCE, id, kind, who, at).in(textOrNull(data.path("board"), "id")));
        }
    }

    /// It is there no more.
    void gone(@Nullable String id, @Nullable Instant at) {
        if (id != null) {
            finds.add(new Found.Mark(SOURCE, id, Found.Mark.What.DELETED, null, at));
        }
    }

    void refuse(JsonNode row, String why) {
        finds.add(new Found.Refused("Trello", 0, why, row.toString()));
    }

    private static @Nullable String link(JsonNode card, String comment) {
        var link = textOrNull(card, "shortLink");
        return link == null ? null : "https://trello.com/c/%s#comment-%s".formatted(link, comment);
    }

    /// An id begins with the second in which it was given out; null for one that does not.
    static @Nullable Instant made(String id) {
        return id.matches("[0-9a-f]{24}")
                ? Instant.ofEpochSecond(Long.parseLong(id.substring(0, 8), 16))
                : null;
    }
}
