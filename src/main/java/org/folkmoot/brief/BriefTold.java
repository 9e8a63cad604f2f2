package org.folkmoot.brief;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.folkmoot.activity.Kind;
import org.folkmoot.brief.Section.Line;
import org.folkmoot.listening.Topics;
import org.folkmoot.web.Wording;

/// A brief in words.
record BriefTold(Brief brief, Wording in) {

    static BriefTold of(Brief brief, Locale locale) {
        return new BriefTold(brief, new Wording(locale, ZoneId.of(brief.zone())));
    }

    String title() {
        return "New to " + brief.community();
    }

    String lede() {
        return "What to know before you say a word: of the %d days to %s, by the clock of %s. Bots are left out."
                .formatted(brief.days(), in.day(brief.last()), brief.zone());
    }

    List<Section> sections() {
        return List.of(
                carriers(),
                new RhythmTold(brief, in).section(),
                topics(),
                new CustomsTold(brief, in).section(),
                waiting(),
                new FrictionsTold(brief, in).section(),
                glossary());
    }

    private Section carriers() {
        var carried = brief.carried();
        var lines = new ArrayList<Line>();
        for (var one : carried.people()) {
            lines.add(
                    new Line(
                            one.name(),
                            does(one),
                            in.percent(one.share()) + " of all contributions",
                            "/people/" + one.member()));
        }
        return new Section(
                "carriers",
                "Who carries it",
                carried.contributors() == 0
                        ? ""
                        : "%s did half of what %s contributed%s. Ask them, and thank them."
                                .formatted(
                                        in.count(carried.half(), "person", "people"),
                                        in.count(carried.contributors(), "member", "members"),
                                        carried.unnamed() == 0
                                                ? ""
                                                : "; %s asked not to be pointed out"
                                                        .formatted(
                                                                in.count(
                                                                        carried.unnamed(),
                                                                        "of them",
                                                                        "of them"))),
                lines,
                "Nobody contributed anything in these days: no ideas, answers, code or events.");
    }

    private static String does(Brief.Carrier one) {
        var kind = one.kind();
        if (kind == null) {
            return "";
        }
        var mostly = "mostly " + Kind.of(kind).verb();
        return one.place() == null ? mostly : mostly + ", in " + one.place();
    }

    private Section topics() {
        return new Section(
                "topics",
                "What they talk about",
                "By how many people wrote of it.",
                brief.topics().topics().stream().map(t -> topic(t, "/themes?about=all")).toList(),
                brief.topics().looking()
                        ? "Themes are being looked for; look again in a minute."
                        : "No theme is spoken of by three people or more.");
    }

    Line topic(Topics.Topic topic, String path) {
        long more = topic.people() - topic.peopleBefore();
        var trend =
                topic.peopleBefore() == 0
                        ? ", nobody in the days before"
                        : more == 0
                                ? ""
                                : ", %s %s than before"
                                        .formatted(
                                                in.count(Math.abs(more)),
                                                more > 0 ? "more" : "fewer");
        return new Line(
                topic.title(),
                topic.sample() == null ? "" : quoted(topic.sample()),
                in.count(topic.people(), "person", "people") + trend,
                path + "&window=" + brief.days());
    }

    private Section waiting() {
        var customs = brief.customs();
        return new Section(
                "waiting",
                "Waiting for an answer",
                customs.unanswered() == null || brief.waiting().isEmpty()
                        ? ""
                        : "%s of what was asked in these days has no answer yet. These wait the longest: a good first thing to do."
                                .formatted(in.percent(customs.unanswered())),
                brief.waiting().stream()
                        .map(
                                w ->
                                        new Line(
                                                w.place() == null
                                                        ? w.platform()
                                                        : "In " + w.place(),
                                                cut(w.words(), 160),
                                                "since "
                                                        + in.day(w.at())
                                                        + (w.first() ? ", a first post" : ""),
                                                "/threads/" + w.thread()))
                        .toList(),
                "Nobody waits for an answer.");
    }

    private Section glossary() {
        return new Section(
                "glossary",
                "Their own words",
                brief.glossary().isEmpty()
                        ? ""
                        : "Said here far more often than elsewhere, by three people or more. Words are held against general English; of other languages only what looks like a sign is here.",
                brief.glossary().stream()
                        .map(
                                e ->
                                        new Line(
                                                e.term(),
                                                quoted(e.use()),
                                                in.count(e.people(), "person", "people")
                                                        + (e.first() == null
                                                                ? ""
                                                                : ", first on "
                                                                        + in.day(e.first())),
                                                "/threads/" + e.typical()))
                        .toList(),
                "No word or phrase stands out yet.");
    }

    static String quoted(String words) {
        return "\u201c" + cut(words, 160) + "\u201d";
    }

    static String cut(String words, int most) {
        var line = words.replaceAll("\\s+", " ").strip();
        if (line.length() <= most) {
            return line;
        }
        int end = line.lastIndexOf(' ', most);
        end = end < most / 2 ? line.offsetByCodePoints(0, line.codePointCount(0, most)) : end;
        return line.substring(0, end) + " …";
    }
}
