package org.folkmoot.demo;

import java.time.Instant;
import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Style;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found.Place;
import org.folkmoot.demo.Role.Drive;
import org.folkmoot.demo.Script.Exchange;
import org.jspecify.annotations.Nullable;

/// Work on the code: pull requests with their reviews, and the commits that come of them, with the
/// trailers that name everyone who had a part.
final class Changes {

    private static final String REPOSITORY = "lantern";

    private final Texts texts;
    private final Cast cast;
    private final Season season;
    private final Chance chance;
    private final Notebook notebook;
    private final GitHubStage github;

    Changes(
            Texts texts,
            Cast cast,
            Season season,
            Chance chance,
            Notebook notebook,
            GitHubStage github) {
        this.texts = texts;
        this.cast = cast;
        this.season = season;
        this.chance = chance;
        this.notebook = notebook;
        this.github = github;
    }

    static void places(Finds finds) {
        finds.add(
                Place.of(Platform.GIT.source(), REPOSITORY, REPOSITORY, Style.CODE)
                        .about(
                                "The tool, its themes and its own docs",
                                "https://code.lantern.example/lantern"));
    }

    /// Opens a pull request, has it reviewed, and mostly merged.
    void propose(Actor author, Instant at) {
        var script = chance.pick(texts.changes);
        var wording = new Wording(texts, chance, season, at);
        var title = wording.say(chance.pick(script.of('t')));
        int number = github.next();
        var id = GitHubStage.ISSUES + "#" + number;
        var url = "https://github.example/" + GitHubStage.ISSUES + "/pull/" + number;
        var body = wording.say(chance.pick(script.of('b')));
        notebook.add(pull(id, Kind.PULL_REQUEST, author, at).titled(title).saying(body).at(url));
        if (chance.happens(0.4)) {
            comment(
                    id,
                    cast.named("lamplighter"),
                    at.plusSeconds(chance.between(90, 400)),
                    new Wording(texts, chance, season, at)
                            .with("number", Integer.toString(number))
                            .say(texts.phrases("bot-issue").getFirst()));
        }
        var now = at.plus(chance.pause(500, 1.2));
        var reviewer = reviewer(author, now);
        if (reviewer == null) {
            return;
        }
        if (chance.happens(0.55)) {
            var remark = Exchange.of(chance.pick(script.of('r')));
            review(id, reviewer, now, wording.say(remark.line()), "changes requested");
            now = now.plus(chance.pause(300, 1.2));
            comment(id, author, now, wording.say(remark.answer()));
            now = now.plus(chance.pause(200, 1.2));
        }
        review(id, reviewer, now, chance.pick(texts.phrases("approve")), "approved");
        if (chance.happens(0.85)) {
            now = now.plus(chance.pause(90, 1));
            if (chance.happens(0.35)) {
                comment(id, reviewer, now, chance.pick(texts.phrases("merged")));
            }
            commit(author, reviewer, now.plusSeconds(20), title + " (#" + number + ")", body);
        }
    }

    /// A commit straight to the main branch, as the team does for small things.
    void tidy(Actor author, Instant at) {
        var script = chance.pick(texts.changes);
        var wording = new Wording(texts, chance, season, at);
        commit(author, null, at, wording.say(chance.pick(script.of('t'))), "");
    }

    private void commit(
            Actor author, @Nullable Actor reviewer, Instant at, String subject, String body) {
        var hash = chance.hash();
        var text =
                new StringBuilder(subject).append(body.isEmpty() ? "" : "\n\n" + body).append("\n");
        Actor second =
                chance.happens(0.13)
                        ? cast.someone(
                                Platform.GIT,
                                Drive.CHAT,
                                at,
                                a -> !a.equals(author) && !a.equals(reviewer))
                        : null;
        boolean reviewed = reviewer != null && reviewer.on(Platform.GIT, at) && chance.happens(0.5);
        if (second != null) {
            text.append("\nCo-authored-by: ").append(signature(second));
            trailer(hash, "co-authored-by", Kind.CO_AUTHORSHIP, second, at);
        }
        if (reviewed && reviewer != null) {
            text.append("\nReviewed-by: ").append(signature(reviewer));
            trailer(hash, "reviewed-by", Kind.COMMIT_HELP, reviewer, at);
        }
        if (chance.happens(0.6)) {
            text.append("\nSigned-off-by: ").append(signature(author));
            trailer(hash, "signed-off-by", Kind.SIGN_OFF, author, at);
        }
        notebook.add(
                Deed.of(Platform.GIT.source(), hash, Kind.COMMIT, author.id(Platform.GIT), at)
                        .in(REPOSITORY)
                        .titled(subject)
                        .saying(text.toString().strip())
                        .at("https://code.lantern.example/lantern/commit/" + hash));
    }

    private void trailer(String hash, String name, Kind kind, Actor who, Instant at) {
        notebook.add(
                Deed.of(
                                Platform.GIT.source(),
                                hash + ":" + name + ":" + who.id(Platform.GIT),
                                kind,
                                who.id(Platform.GIT),
                                at)
                        .in(REPOSITORY)
                        .under(hash));
    }

    private @Nullable Actor reviewer(Actor author, Instant at) {
        return cast.someone(
                Platform.GITHUB,
                Drive.HELP,
                at,
                a ->
                        !a.handle().equals(author.handle())
                                && (a.role() == Role.STAFF || a.role() == Role.CHAMPION));
    }

    private void review(String id, Actor who, Instant at, String text, String verdict) {
        notebook.add(
                pull(github.comment(), Kind.REVIEW, who, at)
                        .under(id)
                        .saying(text)
                        .fact("verdict", verdict));
    }

    private void comment(String id, Actor who, Instant at, String text) {
        notebook.add(pull(github.comment(), Kind.COMMENT, who, at).under(id).saying(text));
    }

    private static Deed pull(String id, Kind kind, Actor who, Instant at) {
        return Deed.of(Platform.GITHUB.source(), id, kind, who.id(Platform.GITHUB), at)
                .in(GitHubStage.PULLS);
    }

    private static String signature(Actor who) {
        return who.name() + " <" + who.id(Platform.GIT) + ">";
    }
}
