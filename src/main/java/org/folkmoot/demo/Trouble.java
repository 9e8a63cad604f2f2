package org.folkmoot.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.folkmoot.activity.Kind;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found.Mark;
import org.folkmoot.demo.Talk.Turn;
import org.folkmoot.demo.Talk.Use;

/// Mallory, and those who have to deal with him: insults, deleted messages, warnings, a ban.
final class Trouble {

    private final Texts texts;
    private final Cast cast;
    private final Season season;
    private final Chance chance;
    private final SlackStage slack;
    private final Notebook notebook;

    Trouble(
            Texts texts,
            Cast cast,
            Season season,
            Chance chance,
            SlackStage slack,
            Notebook notebook) {
        this.texts = texts;
        this.cast = cast;
        this.season = season;
        this.chance = chance;
        this.slack = slack;
        this.notebook = notebook;
    }

    void stir(LocalDate today) {
        var mallory = cast.named("mallory");
        var banned = mallory.left();
        if (banned != null && Season.dayOf(banned).equals(today)) {
            ban(mallory, banned);
        }
        double mood = season.isCrisis(today) ? 0.9 : 0.35;
        var at = cast.moment(mallory, today);
        if (mallory.on(Platform.SLACK, at) && chance.happens(mood)) {
            provoke(mallory, at);
        }
    }

    private void provoke(Actor mallory, Instant at) {
        var place = SlackStage.channel(chance.pick(List.of("general", "help", "random")));
        var insult = new Turn(mallory, at, chance.pick(texts.phrases("troll")), Use.OTHER, null);
        var moderator = cast.named(chance.pick(List.of("grace", "miriam", "zoe")));
        var later = at.plus(chance.pause(25, 0.8));
        var turns =
                chance.happens(0.45)
                        ? List.of(
                                insult,
                                new Turn(
                                        moderator,
                                        later,
                                        chance.pick(texts.phrases("moderate")),
                                        Use.OTHER,
                                        null))
                        : List.of(insult);
        var script = new Script("trouble", "general", "bug", "en", java.util.Map.of());
        var id = slack.perform(new Talk(script, null, turns), place, Kind.MESSAGE);
        if (chance.happens(0.6)) {
            notebook.mark(Platform.SLACK, id, Mark.What.DELETED, moderator, later.plusSeconds(45));
            if (moderator.role() != Role.STAFF) {
                notebook.add(
                        Deed.of(
                                        Platform.SLACK.source(),
                                        id + ":moderated",
                                        Kind.MODERATION_HELP,
                                        moderator.id(Platform.SLACK),
                                        later.plusSeconds(45))
                                .in(place));
            }
        }
    }

    private void ban(Actor mallory, Instant at) {
        for (var platform : mallory.accounts().keySet()) {
            notebook.add(
                    Deed.of(
                                    platform.source(),
                                    "ban:" + mallory.id(platform),
                                    Kind.BAN,
                                    mallory.id(platform),
                                    at)
                            .saying("Insults and advertising after three warnings")
                            .fact("by", cast.named("miriam").id(platform)));
        }
    }
}
