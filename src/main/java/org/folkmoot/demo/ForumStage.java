package org.folkmoot.demo;

import java.util.List;
import org.folkmoot.activity.Style;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found.Place;
import org.folkmoot.demo.Talk.Turn;
import org.jspecify.annotations.Nullable;

/// The forum: topics with titles, likes, and answers that are accepted.
final class ForumStage extends Stage {

    private static final List<String> CATEGORIES =
            List.of(
                    "Announcements",
                    "Support",
                    "Themes and plugins",
                    "Translations",
                    "Ideas",
                    "Lounge");

    private int posts = 400;

    ForumStage(Cast cast, Texts texts, Chance chance, Notebook notebook) {
        super(Platform.FORUM, cast, texts, chance, notebook);
    }

    static void places(Finds finds) {
        for (var name : CATEGORIES) {
            finds.add(
                    Place.of(Platform.FORUM.source(), category(name), name, Style.FORUM)
                            .about(
                                    null,
                                    "https://forum.lantern.example/"
                                            + category(name).replace(":", "/")));
        }
    }

    static String category(String name) {
        return "c:" + (CATEGORIES.indexOf(name) + 1);
    }

    static String category(Script script) {
        return category(
                switch (script.sort()) {
                    case "idea" -> "Ideas";
                    case "announce" -> "Announcements";
                    case "chat" -> "Lounge";
                    default ->
                            switch (script.topic()) {
                                case "i18n" -> "Translations";
                                case "theming", "plugins" -> "Themes and plugins";
                                default -> "Support";
                            };
                });
    }

    @Override
    String id(String place, @Nullable String above, Turn turn) {
        return "post:" + ++posts;
    }

    @Override
    String url(String place, String id, @Nullable String above) {
        return "https://forum.lantern.example/p/" + id.substring(5);
    }

    @Override
    String mention(Actor actor) {
        return "@" + actor.id(Platform.FORUM) + " ";
    }

    @Override
    String parent(String top, String previous) {
        return chance.happens(0.3) ? previous : top;
    }

    @Override
    @Nullable String titled(Talk talk) {
        return talk.title() != null ? talk.title() : headline(talk.first().text());
    }

    /// Who answers has looked, and so have many who do not.
    @Override
    Deed opening(Talk talk, Deed first) {
        int curious = Math.floorMod(talk.first().text().hashCode(), 90);
        return first.fact("views", Integer.toString(18 + curious + 14 * talk.turns().size()));
    }

    /// The first sentence.
    private static String headline(String text) {
        var end = text.split("(?<=[.?!])\\s", 2)[0];
        return end.endsWith(".") ? end.substring(0, end.length() - 1) : end;
    }

    @Override
    boolean accepts() {
        return true;
    }

    @Override
    String emoji(String mood) {
        return "like";
    }
}
