package org.folkmoot.metrics;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How what was written in a window sounds, and how much of it could be read.
///
/// @param unsupported posts in a language whose tones are not known
/// @param unread posts that have not been read yet
/// @param platforms those with most posts first
/// @param places likewise
/// @param weeks of each day of the window how the seven days up to it sound; days without a post in
///     these are absent
public record Tones(
        Tone all,
        long unsupported,
        long unread,
        List<Part<String>> platforms,
        List<Part<Long>> places,
        Map<LocalDate, Tone> weeks) {

    /// Of who only wants other numbers.
    static final Report.Both<Tones> UNASKED = unasked();

    public record Part<K>(K key, Tone tone) {}

    private static Report.Both<Tones> unasked() {
        var none = new Tones(Tone.NONE, 0, 0, List.of(), List.of(), Map.of());
        return new Report.Both<>(none, none);
    }

    /// All posts with text.
    public long written() {
        return all.posts() + unsupported + unread;
    }

    Reading coverage() {
        return Reading.share(all.posts(), written(), "Nobody wrote anything in these days.");
    }

    Reading reading() {
        var mean = all.mean();
        if (mean != null) {
            return new Reading(mean, all.posts(), all.interval(), null);
        }
        return Reading.unknown(
                all.posts(),
                written() == 0
                        ? "Nobody wrote anything in these days."
                        : all.posts() > 0
                                ? "Too few people wrote: the tone of fewer than %d is not shown, for it would be that of single persons."
                                        .formatted(Tone.PEOPLE)
                                : unread > 0
                                        ? "What was written has not been read yet; that goes on in the background."
                                        : "All that was written is in languages whose tones are not known.");
    }

    /// The day up to which seven days sounded worst; null when no seven days are told.
    public @Nullable LocalDate worst() {
        LocalDate worst = null;
        double least = Double.POSITIVE_INFINITY;
        for (var week : weeks.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList()) {
            var mean = week.getValue().mean();
            if (mean != null && mean < least) {
                least = mean;
                worst = week.getKey();
            }
        }
        return worst;
    }

    /// How far two means are apart, with its 95 % interval; null when one of them is not told.
    public static @Nullable Reading change(Tones now, Tones before) {
        var mean = now.all.mean();
        var was = before.all.mean();
        if (mean == null || was == null) {
            return null;
        }
        double half = Interval.Z * Math.hypot(now.all.error(), before.all.error());
        double by = mean - was;
        return new Reading(by, now.all.posts(), new Interval(by - half, by + half), null);
    }
}
