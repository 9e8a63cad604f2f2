package org.folkmoot.sources.standing;

import java.text.NumberFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.folkmoot.sources.Ability;
import org.folkmoot.sources.Connector;
import org.folkmoot.sources.Source;
import org.folkmoot.web.Tone;
import org.folkmoot.web.When;
import org.folkmoot.web.Wording;
import org.jspecify.annotations.Nullable;

/// How a connection gets on, in words.
///
/// @param silence null when it is as usual
/// @param madeUp whether its community is, from which nothing is asked by itself
public record Standing(
        Source source, Connector connector, When when, @Nullable Silence silence, boolean madeUp) {

    /// So many failures in a row, some minutes long, are more than a hiccup.
    private static final int WORRIES = 3;

    public Tone tone() {
        return switch (source.state()) {
            case BROKEN -> Tone.BAD;
            case PAUSED, ERASING -> Tone.CALM;
            case ON ->
                    source.problem() != null || silence != null
                            ? Tone.WARN
                            : rests() ? Tone.CALM : Tone.GOOD;
        };
    }

    public String badge() {
        return switch (source.state()) {
            case BROKEN -> "needs you";
            case PAUSED -> "paused";
            case ERASING -> "being erased";
            case ON ->
                    source.problem() != null
                            ? "not answering"
                            : rests()
                                    ? "not asked"
                                    : source.waiting() != null
                                            ? "waiting"
                                            : source.completeAt() == null
                                                    ? "reading"
                                                    : silence == null ? "up to date" : "silent";
        };
    }

    /// One or two sentences.
    public String words() {
        var problem = source.problem();
        var waiting = source.waiting();
        if (source.state() == Source.State.PAUSED) {
            return problem == null ? "Nothing is asked until you resume it." : problem;
        }
        if (source.state() == Source.State.ERASING) {
            return "Disconnected. What it brought is being erased: %s of %s activities are gone. It goes on by itself, also after a restart."
                    .formatted(number(source.erased().gone()), number(source.erased().all()));
        }
        if (problem != null) {
            return source.state() == Source.State.BROKEN
                    ? problem
                    : "%s It is tried again %s.".formatted(problem, when.words(source.nextAt()));
        }
        if (rests()) {
            return "This community is made up, so nothing is asked there by itself. You can try it and compare.";
        }
        if (waiting != null) {
            return "%s It goes on %s.".formatted(waiting, when.full(source.nextAt()));
        }
        if (silence != null) {
            return silence.words() + " See whether it still may read what it should.";
        }
        var doing = source.doing();
        return source.completeAt() == null
                ? doing == null ? "It begins in a moment." : "Reading %s.".formatted(doing)
                : "It is asked again %s.".formatted(when.words(source.nextAt()));
    }

    /// Whether somebody should look at it.
    public boolean worries() {
        return source.state() == Source.State.BROKEN
                || (source.state() == Source.State.ON
                        && (silence != null || source.failures() >= WORRIES));
    }

    public String came() {
        var counts = source.counts();
        return "%s, %s"
                .formatted(
                        count(counts.people(), "new person", "new people"),
                        count(counts.activities(), "new activity", "new activities"));
    }

    /// What became of all rows that were read, but for what could not be used.
    public String read() {
        var counts = source.counts();
        return "%s; %s known already"
                .formatted(count(counts.read(), "row", "rows"), number(counts.known()));
    }

    /// Whether everything from before is still on its way.
    public boolean reading() {
        return source.state() == Source.State.ON && source.completeAt() == null && !madeUp;
    }

    /// It could be asked, and nobody does.
    private boolean rests() {
        return madeUp && source.state() == Source.State.ON && source.completeAt() == null;
    }

    public String count(long n, String one, String many) {
        return new Wording(when.locale(), when.zone()).count(n, one, many);
    }

    public String number(long count) {
        return NumberFormat.getIntegerInstance(when.locale()).format(count);
    }

    public static String abilities(Connector connector) {
        return connector.can().stream()
                .sorted()
                .map(Ability::words)
                .collect(Collectors.joining(", "));
    }

    /// How all of them get on, in a line.
    public static String lede(List<Standing> all) {
        if (all.isEmpty()) {
            return "Nothing is connected yet.";
        }
        var broken = all.stream().filter(s -> s.source().state() == Source.State.BROKEN).count();
        if (broken > 0) {
            return broken == 1
                    ? "One of them needs you; the others go on."
                    : "%d of them need you; the others go on.".formatted(broken);
        }
        return all.stream().anyMatch(Standing::worries)
                ? "All of them go on, but not all as usual."
                : all.size() == 1 ? "It is looked after." : "All of them are looked after.";
    }
}
