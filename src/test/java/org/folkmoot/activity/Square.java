package org.folkmoot.activity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Person;

/// A small town square: what was said there, to be taken in by tests.
final class Square {

    static final String SLACK = "slack:T1";
    static final String FORUM = "discourse:lantern";

    private final List<Found> all = new ArrayList<>();
    private final Instant start;

    Square(Instant start) {
        this.start = start;
        all.add(new Found.Origin(SLACK, "Lantern chat", Markup.SLACK));
        all.add(new Found.Origin(FORUM, "Lantern forum", Markup.MARKDOWN));
        all.add(Found.Place.of(SLACK, "C1", "general", Style.CHAT));
        all.add(Found.Place.of(FORUM, "F1", "help desk", Style.FORUM));
        person(SLACK, "U1", "Ada");
        person(SLACK, "U2", "Grace");
        person(FORUM, "7", "Zoë");
        all.add(Person.of(SLACK, "UBOT").with("name", "Robby").flag(Person.Flag.BOT, true));
    }

    Square person(String source, String id, String name) {
        all.add(Person.of(source, id).with("name", name));
        return this;
    }

    Deed deed(String source, String id, Kind kind, String who, int minutes, String text) {
        return Deed.of(source, id, kind, who, start.plus(Duration.ofMinutes(minutes)))
                .in(source.equals(SLACK) ? "C1" : "F1")
                .saying(text);
    }

    Square chat(String id, String who, int minutes, String text) {
        return with(deed(SLACK, id, Kind.MESSAGE, who, minutes, text));
    }

    Square reply(String id, String parent, String who, int minutes, String text) {
        return with(deed(SLACK, id, Kind.REPLY, who, minutes, text).under(parent));
    }

    Square mention(String id, String parent, String who, int minutes, String text, String whom) {
        return with(
                deed(SLACK, id, Kind.REPLY, who, minutes, text)
                        .under(parent)
                        .mentioning(Set.of(whom)));
    }

    Square topic(String id, String who, int minutes, String title, String text) {
        return with(deed(FORUM, id, Kind.MESSAGE, who, minutes, text).titled(title));
    }

    Square with(Found found) {
        all.add(found);
        return this;
    }

    List<Found> all() {
        return all;
    }
}
