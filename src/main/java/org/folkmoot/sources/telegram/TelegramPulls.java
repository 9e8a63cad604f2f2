package org.folkmoot.sources.telegram;

import static org.folkmoot.connectors.intake.JsonRows.text;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.folkmoot.connectors.Found;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Cursors;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Statistic;
import org.folkmoot.sources.Stop;
import org.folkmoot.sources.telegram.At.Stage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks for what the bot was told since, up to a hundred updates a page, and once a day for each
/// chat's name, number of members and administrators. To ask for the next is to say that all before
/// may be forgotten, so a page is asked for only once that before it is kept.
final class TelegramPulls {

    private static final String MOST = "100";
    private static final Duration LATELY = Duration.ofMinutes(10);

    private final Line line;
    private final TelegramApi api;
    private final Found.Basket basket = new Found.Basket();
    private final List<Statistic> figures = new ArrayList<>();
    private final Updates updates;

    TelegramPulls(Line line) {
        this.line = line;
        this.api = new TelegramApi(line);
        this.updates = Updates.of(line.connection(), basket);
    }

    Pull from(String cursor) {
        var at = Cursors.read(cursor, At.class, At::first).of(api.bot());
        return switch (at.stage()) {
            case HOOK -> on(hook(at), "whether Telegram calls");
            case UPDATES -> on(updates(at), "what is new");
            case CHATS -> on(chat(at), "chat " + at.chat());
        };
    }

    /// Nobody may ask while Telegram calls somebody.
    private At hook(At at) {
        at.moved().forEach(this::asked);
        var info = TelegramApi.result(line.ask(api.get("getWebhookInfo")));
        var address = text(info, "url");
        if (address.isEmpty()) {
            return at.stage(Stage.UPDATES);
        }
        if (!address.endsWith("/hooks/" + line.connection().id())) {
            throw new Stop(
                    new Pull.SignInAgain(
                            "Telegram brings what this bot is told to another program. Give Folkmoot a bot of its own, or ask Telegram to call Folkmoot instead (source listen)."));
        }
        var failed = Updates.time(info, "last_error_date");
        if (info.path("pending_update_count").asInt(0) > 0
                && failed != null
                && failed.plus(LATELY).isAfter(line.now())) {
            throw new Stop(
                    new Pull.Unreachable(
                            "Telegram cannot call us: %s. It keeps what it has for a day."
                                    .formatted(text(info, "last_error_message")),
                            false));
        }
        return at.toChats(named(), line.now());
    }

    private List<String> named() {
        return line.connection().list("chats");
    }

    private At updates(At at) {
        var kinds = JsonMapper.shared().writeValueAsString(Updates.KINDS);
        var ask =
                api.get("getUpdates")
                        .query("offset", at.offset(line.now()))
                        .query("limit", MOST)
                        .query("timeout", "0")
                        .query("allowed_updates", kinds);
        var page = TelegramApi.result(line.ask(ask));
        long last = 0;
        for (var update : page) {
            updates.tell(update);
            last = Math.max(last, update.path("update_id").asLong(0));
        }
        return page.isEmpty()
                ? at.toChats(named(), line.now())
                : at.took(last + 1, updates.met(), line.now()).moved(updates.moved());
    }

    private At chat(At at) {
        var reply = line.ask(about("getChat", at).allowing(400, 403));
        if (reply.status() != 200) {
            return shut(at, TelegramApi.moved(reply));
        }
        var chat = TelegramApi.result(reply);
        if (!updates.chats().wants(chat)) {
            return at.chatShut();
        }
        updates.chats().place(chat);
        figure(chat, TelegramApi.result(line.ask(about("getChatMemberCount", at))));
        var team = line.ask(about("getChatAdministrators", at).allowing(400, 403));
        if (team.status() == 200) {
            TelegramApi.result(team).forEach(this::administrator);
        }
        return at.chatDone();
    }

    private Ask about(String method, At at) {
        return api.get(method).query("chat_id", at.chat());
    }

    /// The bot was taken out of it, or it is another chat now.
    private At shut(At at, String moved) {
        if (!moved.isEmpty()) {
            asked(at.chat(), moved);
        }
        return at.chatShut();
    }

    /// Nothing is read of it any more while only its former number is named.
    private void asked(String chat, String moved) {
        if (named().contains(chat) && !named().contains(moved)) {
            throw new Stop(
                    new Pull.SignInAgain(
                            "The group %s became a supergroup. Write %s among the chats instead of it."
                                    .formatted(chat, moved)));
        }
    }

    private void administrator(JsonNode member) {
        var owner = text(member, "status").equals("creator");
        var user = member.path("user");
        var title = text(member, "custom_title");
        var role = owner ? "owner" : "administrator";
        updates.chats().person(user, title.isBlank() ? role : title, role);
    }

    private void figure(JsonNode chat, JsonNode members) {
        if (members.isIntegralNumber()) {
            var day = LocalDate.ofInstant(line.now(), ZoneOffset.UTC);
            var of = Map.of("chat", text(chat, "id"));
            figures.add(new Statistic(day, "members", of, members.decimalValue()));
        }
    }

    private Pull on(At next, String doing) {
        var ended = next.stage() == Stage.HOOK;
        return new Pull.Caught(
                basket.all(), figures, Cursors.write(next), !ended, ended ? "" : doing);
    }
}
