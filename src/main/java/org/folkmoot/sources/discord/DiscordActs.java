package org.folkmoot.sources.discord;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.connectors.discord.DiscordAnswers;
import org.folkmoot.sources.Act;
import org.folkmoot.sources.Act.What;
import org.folkmoot.sources.Acting;
import org.folkmoot.sources.Line;

/// What the bot does on its server. What it posts bears a nonce, by which Discord keeps a second
/// one of the same away for a few minutes; later one is looked for.
record DiscordActs() implements Acting {

    private static final Set<What> TWICE =
            Set.of(
                    What.EDIT,
                    What.DELETE,
                    What.REACT,
                    What.LOCK,
                    What.TIMEOUT,
                    What.BAN,
                    What.LIFT,
                    What.ROLE);

    @Override
    public Set<What> does() {
        return Set.of(
                What.POST,
                What.REPLY,
                What.EDIT,
                What.DELETE,
                What.REACT,
                What.LOCK,
                What.TIMEOUT,
                What.BAN,
                What.LIFT,
                What.ROLE,
                What.EVENT);
    }

    @Override
    public boolean twice(Act act) {
        return TWICE.contains(act.what());
    }

    @Override
    public Done act(Line line, Act act) {
        var api = new DiscordApi(line);
        return switch (act.what()) {
            case POST, REPLY -> new Posts(api).write(act);
            case EDIT -> edit(api, Spot.of(api, act), act);
            case DELETE -> delete(api, Spot.of(api, act), act);
            case REACT -> react(api, Spot.of(api, act), act.text().strip());
            case LOCK -> lock(api, Spot.of(api, act), act);
            case TIMEOUT, BAN, LIFT, ROLE -> new Discipline(api).act(act);
            case EVENT -> new Hosting(api).announce(act);
            default -> throw new IllegalArgumentException("Discord knows nothing like it.");
        };
    }

    @Override
    public Optional<Done> find(Line line, Act act) {
        var api = new DiscordApi(line);
        return switch (act.what()) {
            case POST, REPLY -> new Posts(api).find(act);
            case EVENT -> new Hosting(api).find(act);
            default -> Optional.empty();
        };
    }

    private static Done edit(DiscordApi api, Spot spot, Act act) {
        var ask = api.send("PATCH", spot.path());
        api.done(ask.json(Map.of("content", Posts.said(act), "allowed_mentions", Posts.QUIET)));
        return new Done(spot.message(), act.more("url"));
    }

    private static Done delete(DiscordApi api, Spot spot, Act act) {
        api.gone(api.because(api.send("DELETE", spot.path()), act.text()));
        return new Done(spot.message(), "");
    }

    /// A thread bears the id of its first message.
    private static Done lock(DiscordApi api, Spot spot, Act act) {
        var thread = act.more("thread").isEmpty() ? spot.message() : act.more("thread");
        var ask = api.send("PATCH", "/channels/" + thread).json(Map.of("locked", true));
        api.done(api.because(ask, act.text()));
        return new Done(thread, "");
    }

    private static Done react(DiscordApi api, Spot spot, String emoji) {
        var parts = emoji.replaceAll("^<a?:|^:|>$", "").split(":", 2);
        var id = parts.length < 2 || !parts[1].matches("\\d+") ? "" : parts[1];
        var name = id.isEmpty() ? emoji : parts[0];
        var me = api.me();
        api.done(
                api.send("PUT", spot.path() + "/reactions/" + DiscordApi.emoji(name, id) + "/@me"));
        return new Done(DiscordAnswers.reaction(spot.message(), name, id) + "/" + me, "");
    }
}
