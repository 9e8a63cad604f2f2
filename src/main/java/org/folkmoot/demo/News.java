package org.folkmoot.demo;

import java.time.Instant;
import java.util.Map;
import org.folkmoot.activity.Kind;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found.Mark;

/// What the team says to everybody: releases, the launch, the crisis from the first word to the
/// post-mortem, the retreat, the code of conduct.
final class News {

    private final Texts texts;
    private final Cast cast;
    private final Season season;
    private final Dramaturge dramaturge;
    private final SlackStage slack;
    private final ForumStage forum;
    private final Notebook notebook;

    News(
            Texts texts,
            Cast cast,
            Season season,
            Dramaturge dramaturge,
            SlackStage slack,
            ForumStage forum,
            Notebook notebook) {
        this.texts = texts;
        this.cast = cast;
        this.season = season;
        this.dramaturge = dramaturge;
        this.slack = slack;
        this.forum = forum;
        this.notebook = notebook;
    }

    /// Says what is new on that day, if anything is. Releases come at their minute, the rest in the
    /// morning.
    void tell(java.time.LocalDate today) {
        for (var release : season.releases()) {
            if (Season.dayOf(release.at()).equals(today)) {
                release(release);
            }
        }
        var morning = Casting.midnight(today).plusSeconds(8 * 3600 + 700);
        if (today.equals(season.crisis())) {
            announce("status", "miriam", morning, 0);
        } else if (today.equals(season.crisis().plusDays(3))) {
            announce("fixed", "linus", morning.plusSeconds(19_000), 0);
        } else if (today.equals(season.crisis().plusDays(11))) {
            announce("post-mortem", "linus", morning, 6);
        } else if (today.equals(season.quiet().atDay(1))) {
            announce("quiet", "miriam", morning, 2);
        } else if (today.equals(season.start().plusDays(60))) {
            announce("code", "miriam", morning, 2);
        }
    }

    private void release(Season.Release release) {
        var by = cast.named("priya");
        var tag = "v" + release.version();
        notebook.add(
                Deed.of(
                                Platform.GITHUB.source(),
                                GitHubStage.ISSUES + "@" + tag,
                                Kind.RELEASE,
                                by.id(Platform.GITHUB),
                                release.at())
                        .in(GitHubStage.PULLS)
                        .titled("Lantern " + release.version())
                        .saying(
                                "Release notes: https://lantern.example/releases/"
                                        + release.version())
                        .at("https://github.example/" + GitHubStage.ISSUES + "/releases/" + tag));
        boolean launch = Season.dayOf(release.at()).equals(season.launch());
        announce(
                launch ? "launch" : "release",
                launch ? "linus" : "priya",
                release.at().plusSeconds(600),
                launch ? 6 : 4);
    }

    private void announce(String id, String who, Instant at, int replies) {
        var written = texts.announcement(id);
        var said = id.equals("launch") ? texts.phrases("launch") : texts.phrases("release-replies");
        var answers = written.of('a').isEmpty() && replies > 0 ? said : written.of('a');
        var script =
                new Script(
                        id,
                        written.topic(),
                        written.sort(),
                        "en",
                        Map.of('t', written.of('t'), 'q', written.of('q'), 'a', answers));
        var by = cast.named(who);
        var inChat = dramaturge.chat(script, by, at, Pace.of(Platform.SLACK), replies / 2);
        var chatId = slack.perform(inChat, SlackStage.channel("announcements"), Kind.MESSAGE);
        notebook.mark(Platform.SLACK, chatId, Mark.What.PINNED, by, at.plusSeconds(60));
        var topic =
                dramaturge.chat(script, by, at.plusSeconds(240), Pace.of(Platform.FORUM), replies);
        var topicId = forum.perform(topic, ForumStage.category("Announcements"), Kind.MESSAGE);
        if (!id.equals("release")) {
            notebook.mark(Platform.FORUM, topicId, Mark.What.PINNED, by, at.plusSeconds(300));
        }
    }
}
