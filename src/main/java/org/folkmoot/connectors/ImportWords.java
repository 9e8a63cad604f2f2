package org.folkmoot.connectors;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Objects;
import org.folkmoot.access.Visitor;
import org.folkmoot.web.Tone;
import org.folkmoot.web.Work;

/// Puts imports into words for one reader.
///
/// @param imports the address of the community's imports: "/c/lantern/imports"
record ImportWords(Locale locale, String imports, boolean mayStop) {

    static ImportWords of(Visitor visitor) {
        return new ImportWords(
                visitor.locale(), "/c/" + visitor.community().slug() + "/imports", true);
    }

    /// How an import stands.
    record Standing(Tone tone, String words) {}

    String number(long n) {
        return String.format(locale, "%,d", n);
    }

    /// "1 person", "1,204 people".
    String count(long n, String one, String many) {
        return number(n) + " " + (n == 1 ? one : many);
    }

    /// How many of so many are here already: "1,000 of them are here already", "3 of the first
    /// 50,000 are here already".
    String here(AlreadyHere.Share share, long of) {
        if (share.looked() < of) {
            return number(share.known())
                    + " of the first "
                    + number(share.looked())
                    + (share.known() == 1 ? " is" : " are")
                    + " here already";
        }
        if (share.known() == 0) {
            return of == 1 ? "new" : "all of them new";
        }
        if (share.known() == of) {
            return of == 1 ? "here already" : "all of them here already";
        }
        return number(share.known())
                + " of them "
                + (share.known() == 1 ? "is" : "are")
                + " here already";
    }

    String href(Import i) {
        return imports + "/" + i.id();
    }

    /// @param worked whether somebody works on it now
    Standing standing(Import i, boolean worked) {
        return switch (i.state()) {
            case WAITING -> new Standing(Tone.CALM, "Waiting");
            case RUNNING ->
                    worked
                            ? new Standing(Tone.CALM, i.cancel() ? "Stopping" : "Under way")
                            : new Standing(Tone.WARN, "Cut short");
            case DONE ->
                    i.counts().refused() == 0
                            ? new Standing(Tone.GOOD, "Done")
                            : new Standing(
                                    Tone.WARN,
                                    "Done, " + number(i.counts().refused()) + " refused");
            case STOPPED -> new Standing(Tone.CALM, "Stopped");
            case FAILED -> new Standing(Tone.BAD, "Failed");
        };
    }

    Work work(Import i, boolean worked, Instant now) {
        var running =
                i.state() == Import.State.WAITING || (i.state() == Import.State.RUNNING && worked);
        return new Work(
                "import-" + i.id(),
                i.name(),
                href(i),
                i.state() == Import.State.WAITING && i.position() == 0 ? null : i.done(),
                words(i, worked, now),
                running
                        ? Work.State.RUNNING
                        : switch (i.state()) {
                            case DONE -> Work.State.DONE;
                            case FAILED -> Work.State.FAILED;
                            default -> Work.State.CANCELLED;
                        },
                running && mayStop && !i.cancel() ? href(i) + "/cancellation" : null);
    }

    /// One line: what it does now, or what came of it.
    String words(Import i, boolean worked, Instant now) {
        return switch (i.state()) {
            case WAITING -> "Waiting for its turn";
            case RUNNING ->
                    i.cancel()
                            ? "Stopping after the rows in hand"
                            : worked ? under(i, now) : "Cut short. Open it to go on.";
            case DONE -> done(i.counts());
            case STOPPED -> "Stopped. " + done(i.counts());
            case FAILED -> Objects.requireNonNullElse(i.problem(), "It failed.");
        };
    }

    private String under(Import i, Instant now) {
        var parts = new ArrayList<String>();
        var rate = Math.round(i.rate(now));
        parts.add(
                rate > 0
                        ? number(rate) + " rows/s"
                        : i.position() > 0 ? "Finding where it stopped" : "Beginning");
        var left = i.remaining(now);
        if (left != null) {
            parts.add("about " + span(left) + " left");
        }
        if (i.doing() != null && !i.doing().isEmpty()) {
            parts.add("reading " + i.doing());
        }
        return String.join(", ", parts);
    }

    private String done(Import.Counts counts) {
        return counts.read() == 0
                ? "Nothing was read."
                : "%s and %s are new%s."
                        .formatted(
                                count(counts.people(), "person", "people"),
                                count(counts.activities(), "activity", "activities"),
                                counts.refused() == 0
                                        ? ""
                                        : ", "
                                                + count(counts.refused(), "row", "rows")
                                                + " refused");
    }

    /// "45 s", "3 min", "2 h 10 min".
    static String span(Duration span) {
        var seconds = Math.max(1, span.toSeconds());
        if (seconds < 90) {
            return seconds + " s";
        }
        var minutes = Math.round(seconds / 60.0);
        return minutes < 60 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
    }
}
