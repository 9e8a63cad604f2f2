package org.folkmoot.sources.telegram;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.sources.Act;
import org.folkmoot.sources.Act.What;
import org.folkmoot.sources.Acting;
import org.folkmoot.sources.Line;

/// Messages, answers and reactions in the name of the bot, and what it may do as an administrator.
/// A bot is never shown what it said, so nobody can look whether it arrived.
record TelegramActs() implements Acting {

    @Override
    public Set<What> does() {
        return Set.of(
                What.POST,
                What.REPLY,
                What.REACT,
                What.EDIT,
                What.DELETE,
                What.TIMEOUT,
                What.BAN,
                What.LIFT);
    }

    @Override
    public boolean twice(Act act) {
        return !act.speaks();
    }

    @Override
    public Done act(Line line, Act act) {
        var api = new TelegramApi(line);
        return switch (act.what()) {
            case POST -> new Sayings(api).send(act, Target.ofPlace(act.target()));
            case REPLY -> new Sayings(api).send(act, Target.ofMessage(act));
            case EDIT -> new Sayings(api).edit(act, Target.ofMessage(act));
            case REACT -> react(api, act);
            case DELETE -> delete(api, act);
            case TIMEOUT, BAN, LIFT ->
                    new Discipline(api).act(act, Target.ofPerson(act, line.connection()));
            default -> throw new IllegalArgumentException("Telegram knows nothing like it.");
        };
    }

    /// A bot has one reaction to a message: a new one takes the place of that before.
    private static Done react(TelegramApi api, Act act) {
        var emoji = act.text().strip();
        var target = Target.ofMessage(act);
        var body = target.fields();
        body.put("reaction", List.of(Map.of("type", "emoji", "emoji", emoji)));
        api.done(api.send("setMessageReaction", body));
        var message = target.chat() + ":" + target.message();
        return new Done(Reactions.id(message, emoji, api.bot()), "");
    }

    /// What is gone already needs not be deleted.
    private static Done delete(TelegramApi api, Act act) {
        var ask = api.send("deleteMessage", Target.ofMessage(act).fields());
        var reply = api.line().ask(ask.allowing(400, 403, 404));
        var said = TelegramManners.said(reply);
        if (reply.status() >= 400 && !said.contains("message to delete not found")) {
            throw new IllegalArgumentException("Telegram did not delete it: " + said);
        }
        return new Done(act.target(), "");
    }

    @Override
    public Optional<Done> find(Line line, Act act) {
        throw new IllegalArgumentException(
                "Telegram shows a bot nothing of what it said. Look into the chat before you send it again.");
    }
}
