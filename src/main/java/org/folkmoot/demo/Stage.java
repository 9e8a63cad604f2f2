package org.folkmoot.demo;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.folkmoot.activity.Kind;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found.Mark;
import org.folkmoot.demo.Role.Drive;
import org.folkmoot.demo.Talk.Turn;
import org.folkmoot.demo.Talk.Use;
import org.jspecify.annotations.Nullable;

/// Performs conversations on one platform: gives them places, ids, links and the platform's own way
/// of writing, and lets others react.
abstract class Stage {

    final Platform platform;
    final Cast cast;
    final Texts texts;
    final Chance chance;
    final Notebook notebook;

    Stage(Platform platform, Cast cast, Texts texts, Chance chance, Notebook notebook) {
        this.platform = platform;
        this.cast = cast;
        this.texts = texts;
        this.chance = chance;
        this.notebook = notebook;
    }

    /// A new id for a post.
    ///
    /// @param above the id of the thread's first post, or null for that one itself
    abstract String id(String place, @Nullable String above, Turn turn);

    abstract @Nullable String url(String place, String id, @Nullable String above);

    /// How a person is addressed in a text.
    abstract String mention(Actor actor);

    /// Markdown in the platform's own markup.
    String written(Turn turn, @Nullable Turn before, String markdown) {
        return markdown;
    }

    Kind under() {
        return Kind.REPLY;
    }

    /// @param previous the post before
    String parent(String top, String previous) {
        return top;
    }

    /// Share of an ordinary post's chance to be reacted to.
    double warmth() {
        return 1;
    }

    /// @return the id of the first post
    String perform(Talk talk, String place, Kind top) {
        String first = null;
        String previous = null;
        Turn before = null;
        for (var turn : talk.turns()) {
            var id = id(place, first, turn);
            var deed = deed(turn, first == null ? top : under(), id, place, before);
            deed = deed.at(url(place, id, first));
            if (first == null) {
                deed = opening(talk, deed.titled(titled(talk)));
            } else {
                deed = deed.under(parent(first, previous == null ? first : previous));
            }
            if (notebook.add(deed)) {
                afterwards(talk, turn, id, place);
            }
            first = first == null ? id : first;
            previous = id;
            before = turn;
        }
        if (first == null) {
            throw new IllegalArgumentException("A conversation without a word");
        }
        return first;
    }

    @Nullable String titled(Talk talk) {
        return talk.title();
    }

    /// What the platform tells of a conversation besides, with its first post.
    Deed opening(Talk talk, Deed first) {
        return first;
    }

    private Deed deed(Turn turn, Kind kind, String id, String place, @Nullable Turn before) {
        var text = turn.text();
        Set<String> mentions = Set.of();
        var to = turn.to();
        if (to != null && chance.happens(0.35) && !text.contains(to.shortName())) {
            text = mention(to) + text;
            mentions = Set.of(to.id(platform));
        }
        var edited = chance.happens(0.04) ? turn.at().plusSeconds(chance.between(40, 2400)) : null;
        var files =
                turn.use() == Use.FIRST && chance.happens(0.04)
                        ? List.of(
                                chance.pick(
                                        List.of(
                                                "screenshot.png",
                                                "build.log",
                                                "lantern.toml",
                                                "before-after.png")))
                        : List.<String>of();
        return Deed.of(platform.source(), id, kind, turn.who().id(platform), turn.at())
                .in(place)
                .saying(written(turn, before, text))
                .mentioning(mentions)
                .edited(edited)
                .files(files);
    }

    private void afterwards(Talk talk, Turn turn, String id, String place) {
        if (turn.use() == Use.ACCEPTED && accepts()) {
            var at = turn.at().plusSeconds(chance.between(600, 90_000));
            notebook.mark(platform, id, Mark.What.ACCEPTED, talk.first().who(), at);
        }
        if (turn.use() == Use.OTHER && chance.happens(0.006)) {
            notebook.mark(platform, id, Mark.What.DELETED, turn.who(), turn.at().plusSeconds(90));
        }
        boolean sad = talk.script().topic().equals("data-loss");
        double mean =
                switch (turn.use()) {
                    case FIRST ->
                            switch (talk.script().sort()) {
                                case "announce" -> 16;
                                case "chat", "idea" -> 1.5;
                                default -> sad ? 3 : 0.45;
                            };
                    case ACCEPTED -> 1.3;
                    case ANSWER -> 0.8;
                    case THANKS -> 0.5;
                    case OTHER -> 0.35;
                };
        react(turn, id, place, chance.about(mean * warmth()), sad ? "reactions-sad" : "reactions");
    }

    boolean accepts() {
        return false;
    }

    void react(Turn turn, String id, String place, int count, String mood) {
        var done = new HashSet<String>();
        for (int i = 0; i < count; i++) {
            Instant at = turn.at().plus(chance.pause(120, 1.4));
            var who =
                    cast.someone(
                            platform, Drive.CHAT, at, a -> !a.handle().equals(turn.who().handle()));
            var emoji = emoji(mood);
            if (who != null && done.add(who.handle() + emoji)) {
                notebook.add(
                        Deed.of(
                                        platform.source(),
                                        id + "/" + emoji + "/" + who.id(platform),
                                        Kind.REACTION,
                                        who.id(platform),
                                        at)
                                .in(place)
                                .under(id)
                                .saying(emoji));
            }
        }
    }

    String emoji(String mood) {
        return chance.pick(texts.phrases(mood));
    }
}
