package org.folkmoot.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Style;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found.Place;
import org.folkmoot.demo.Role.Drive;

/// The calendar: docs hours every second Thursday and a larger meeting each month, with those who
/// registered, came and spoke.
final class Gatherings {

    private static final String CALENDAR = "lantern-events";

    private final Texts texts;
    private final Cast cast;
    private final Season season;
    private final Chance chance;
    private final Notebook notebook;

    Gatherings(Texts texts, Cast cast, Season season, Chance chance, Notebook notebook) {
        this.texts = texts;
        this.cast = cast;
        this.season = season;
        this.chance = chance;
        this.notebook = notebook;
    }

    static void places(Finds finds) {
        finds.add(
                Place.of(Platform.CALENDAR.source(), CALENDAR, "Lantern events", Style.CALENDAR)
                        .about("Docs hours, meetups, sprints", "https://events.lantern.example"));
    }

    /// Announces what takes place three weeks after this day, if anything does.
    void announce(LocalDate today) {
        var day = today.plusDays(21);
        if (day.getDayOfWeek() != DayOfWeek.THURSDAY
                || season.isQuiet(day)
                || day.getMonthValue() == 8) {
            return;
        }
        long week = day.toEpochDay() / 7;
        if (week % 2 == 0) {
            gather(day, "Docs hour", 12, List.of("grace", "zoe", "miriam"));
        } else if (week % 4 == 1) {
            gather(
                    day,
                    chance.pick(texts.phrases("meetups")),
                    34,
                    List.of("miriam", "miriam", "olena", "jose"));
        }
    }

    private void gather(LocalDate day, String pattern, int size, List<String> hosts) {
        var host = cast.named(chance.pick(hosts));
        var starts = day.atTime(17, 0).atZone(ZoneId.of(DemoCommunity.ZONE)).toInstant();
        var announced = starts.minusSeconds(21 * 86_400L - chance.between(0, 14_000));
        var wording = new Wording(texts, chance, season, announced).with("city", host.city());
        var title = wording.say(pattern);
        var id = "event-" + day;
        notebook.add(
                deed(id, Kind.EVENT_ORGANISED, host, announced)
                        .titled(title)
                        .saying(
                                "Online and open to all. "
                                        + (size > 20
                                                ? "Two talks, then questions."
                                                : "Bring a page, we look at it together."))
                        .at("https://events.lantern.example/" + id)
                        .fact("starts", starts.toString())
                        .fact("ends", starts.plusSeconds(5400).toString()));
        var guests = new HashSet<String>();
        int talks = size > 20 ? 2 : 0;
        for (int i = chance.about(size); i > 0; i--) {
            var at = announced.plusSeconds(Math.round(Math.sqrt(chance.unit()) * 20.8 * 86_400));
            var guest =
                    cast.someone(
                            Platform.CALENDAR,
                            Drive.CHAT,
                            at,
                            a -> !a.handle().equals(host.handle()) && !guests.contains(a.handle()));
            if (guest == null) {
                continue;
            }
            guests.add(guest.handle());
            notebook.add(
                    deed(id + ":registration:" + guest.handle(), Kind.REGISTRATION, guest, at)
                            .under(id));
            if (chance.happens(0.66)) {
                attend(id, guest, starts);
                if (talks > 0 && guest.role() != Role.OCCASIONAL) {
                    talks--;
                    notebook.add(
                            deed(
                                            id + ":talk:" + guest.handle(),
                                            Kind.TALK,
                                            guest,
                                            starts.plusSeconds(1800))
                                    .under(id)
                                    .titled(
                                            Casting.capital(
                                                    wording.say(
                                                            chance.pick(texts.phrases("talks"))))));
                }
            }
        }
        attend(id, host, starts);
    }

    private void attend(String id, Actor who, Instant starts) {
        notebook.add(
                deed(
                                id + ":check-in:" + who.handle(),
                                Kind.ATTENDANCE,
                                who,
                                starts.plusSeconds(chance.between(-500, 1500)))
                        .under(id));
    }

    private static Deed deed(String id, Kind kind, Actor who, Instant at) {
        return Deed.of(Platform.CALENDAR.source(), id, kind, who.id(Platform.CALENDAR), at)
                .in(CALENDAR);
    }
}
