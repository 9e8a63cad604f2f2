package org.folkmoot.demo;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.folkmoot.activity.Style;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found.Place;
import org.folkmoot.demo.Talk.Turn;
import org.jspecify.annotations.Nullable;

/// The mailing lists: every mail answers the one before, quotes a line of it, and is signed.
final class MailStage extends Stage {

    static final String USERS = "lantern-users@lists.lantern.example";
    static final String DEVELOPERS = "lantern-dev@lists.lantern.example";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    MailStage(Cast cast, Texts texts, Chance chance, Notebook notebook) {
        super(Platform.MAIL, cast, texts, chance, notebook);
    }

    static void places(Finds finds) {
        finds.add(Place.of(Platform.MAIL.source(), USERS, "lantern-users", Style.FORUM)
                .about("Questions and answers", "https://lists.lantern.example/lantern-users"));
        finds.add(Place.of(Platform.MAIL.source(), DEVELOPERS, "lantern-dev", Style.FORUM)
                .about("Where Lantern is going", "https://lists.lantern.example/lantern-dev"));
    }

    @Override
    String id(String place, @Nullable String above, Turn turn) {
        return "<%s.%s@%s>".formatted(Long.toString(turn.at().getEpochSecond(), 36), chance.code(8), "mail.example");
    }

    @Override
    @Nullable String url(String place, String id, @Nullable String above) {
        return null;
    }

    @Override
    String mention(Actor actor) {
        return "Hi " + actor.shortName() + ",\n\n";
    }

    @Override
    String parent(String top, String previous) {
        return previous;
    }

    @Override
    String written(Turn turn, @Nullable Turn before, String markdown) {
        var plain = markdown.replaceAll("\\[([^]]+)]\\((https?://[^)]+)\\)", "$1 <$2>").replace("**", "");
        var quote = before == null || before.who().handle().equals(turn.who().handle())
                ? ""
                : "On %s, %s wrote:\n> %s\n\n".formatted(
                        DAY.format(before.at().atZone(before.who().zone())), before.who().name(), longest(before.text()));
        return quote + plain + "\n\n-- \n" + turn.who().name();
    }

    /// The paragraph that says most.
    private static String longest(String text) {
        var best = "";
        for (var paragraph : text.split("\n+")) {
            best = paragraph.length() > best.length() ? paragraph : best;
        }
        return best;
    }

    @Override
    double warmth() {
        return 0;
    }
}
