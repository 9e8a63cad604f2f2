package org.folkmoot.sources.telegram;

import static org.folkmoot.connectors.intake.JsonRows.text;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.sources.Ability;
import org.folkmoot.sources.Acting;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Connector;
import org.folkmoot.sources.Credential;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Listening;
import org.folkmoot.sources.Manners;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Setting;
import org.springframework.stereotype.Component;

/// Telegram's groups and channels, connected by a bot of one's own.
@Component
final class TelegramConnector implements Connector {

    @Override
    public String platform() {
        return "telegram";
    }

    @Override
    public String title() {
        return "Telegram";
    }

    @Override
    public String words() {
        return "Messages, topics, polls, edits, reactions, joins and bans in the groups and channels that a bot of yours is in, from then on.";
    }

    @Override
    public List<String> steps() {
        return TelegramNeeds.steps();
    }

    @Override
    public Set<Ability> can() {
        return Set.of(
                Ability.PEOPLE,
                Ability.ACTIVITY,
                Ability.LISTEN,
                Ability.POST,
                Ability.REPLY,
                Ability.REACT,
                Ability.MODERATE,
                Ability.STATISTICS);
    }

    @Override
    public List<Setting> settings() {
        return TelegramNeeds.settings();
    }

    @Override
    public List<Credential> secrets() {
        return TelegramNeeds.secrets();
    }

    @Override
    public Manners manners() {
        return new TelegramManners();
    }

    @Override
    public String nameOf(Connection connection) {
        var chats = connection.list("chats");
        return chats.isEmpty() ? "Telegram" : String.join(", ", chats);
    }

    @Override
    public Optional<String> wrongWith(Connection connection) {
        return connection.list("chats").stream()
                .filter(chat -> !chat.matches("-?\\d{1,20}|@\\w{4,32}"))
                .findFirst()
                .map(chat -> "Name %s by its number, or by its @name.".formatted(chat));
    }

    /// Also whether it may read what is not addressed to it, and is where it shall be.
    @Override
    public String look(Line line) {
        var api = new TelegramApi(line);
        var me = api.me();
        var said = new StringBuilder("Signed in as @" + text(me, "username") + ".");
        if (!me.path("can_read_all_group_messages").asBoolean(false)) {
            said.append(
                    " Its privacy mode is on: switch it off at @BotFather (/setprivacy), then add the bot to its groups anew, or make it an administrator there.");
        }
        for (var chat : line.connection().list("chats")) {
            var ask = api.get("getChat").query("chat_id", chat).allowing(400, 403);
            var reply = line.ask(ask);
            said.append(
                    reply.status() == 200
                            ? " It is in %s.".formatted(text(TelegramApi.result(reply), "title"))
                            : " It is not in %s.".formatted(chat));
        }
        return said.toString();
    }

    @Override
    public Pull pull(Line line, String from) {
        return new TelegramPulls(line).from(from);
    }

    /// Telegram keeps what nobody asked for one day only.
    @Override
    public Duration pause() {
        return Duration.ofMinutes(1);
    }

    @Override
    public Optional<Listening> listening() {
        return Optional.of(new TelegramCalls());
    }

    @Override
    public Optional<Acting> acting() {
        return Optional.of(new TelegramActs());
    }
}
