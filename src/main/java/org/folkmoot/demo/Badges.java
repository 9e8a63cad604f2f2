package org.folkmoot.demo;

import java.util.HashSet;
import org.folkmoot.activity.Kind;
import org.folkmoot.connectors.Deed;

/// What platforms note by themselves: joining, leaving, badges.
final class Badges {

    private final Texts texts;
    private final Chance chance;
    private final Notebook notebook;

    Badges(Texts texts, Chance chance, Notebook notebook) {
        this.texts = texts;
        this.chance = chance;
        this.notebook = notebook;
    }

    /// Notes of one person's time, as far as it lies in the two years.
    void joined(Actor actor, Season season) {
        var start = Casting.midnight(season.start());
        var chat = actor.accounts().get(Platform.SLACK);
        if (chat != null && !chat.isBefore(start)) {
            note(actor, Kind.JOIN, "join:", chat);
        }
        var left = actor.left();
        if (chat != null
                && left != null
                && actor.gone()
                && actor.role() != Role.TROLL
                && left.isAfter(chat)
                && !left.isBefore(start)) {
            note(actor, Kind.LEAVE, "leave:", left);
        }
        var forum = actor.accounts().get(Platform.FORUM);
        if (forum == null) {
            return;
        }
        var had = new HashSet<String>();
        for (int i =
                        chance.between(
                                0,
                                actor.role() == Role.LURKER || actor.role() == Role.ONCE ? 1 : 4);
                i > 0;
                i--) {
            var badge = chance.pick(texts.phrases("badges"));
            var at = forum.plusSeconds(Math.round(chance.days(30) * 86_400));
            if (had.add(badge) && !at.isBefore(start) && actor.on(Platform.FORUM, at)) {
                var id = "badge:" + badge + ":" + actor.id(Platform.FORUM);
                notebook.add(
                        Deed.of(
                                        Platform.FORUM.source(),
                                        id,
                                        Kind.BADGE,
                                        actor.id(Platform.FORUM),
                                        at)
                                .saying(badge));
            }
        }
    }

    private void note(Actor actor, Kind kind, String prefix, java.time.Instant at) {
        notebook.add(
                Deed.of(
                                Platform.SLACK.source(),
                                prefix + actor.id(Platform.SLACK),
                                kind,
                                actor.id(Platform.SLACK),
                                at)
                        .in(SlackStage.channel("general")));
    }
}
