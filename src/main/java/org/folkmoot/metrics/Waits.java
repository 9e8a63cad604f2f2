package org.folkmoot.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// How long everybody who started something in a window waited for another human.
///
/// @param staffed whether the community has a team that could have answered
public record Waits(List<Wait> all, boolean staffed) {

    public Waits {
        all = List.copyOf(all);
    }

    /// Seconds. Each answer is null as long as there is none.
    ///
    /// @param open from the start to the end of what is known
    /// @param threaded until the first threaded reply by another human
    /// @param inferred until the first message that answers without saying so, in chat
    /// @param staff until the first answer of either sort by the team
    public record Wait(
            @Nullable Long place,
            double open,
            @Nullable Double threaded,
            @Nullable Double inferred,
            @Nullable Double staff) {

        @Nullable Double answered() {
            return threaded == null
                    ? inferred
                    : inferred == null ? threaded : Double.valueOf(Math.min(threaded, inferred));
        }

        boolean byInference() {
            return inferred != null && (threaded == null || inferred < threaded);
        }
    }

    public long starts() {
        return all.size();
    }

    public long answered() {
        return all.stream().filter(w -> w.answered() != null).count();
    }

    public long unanswered() {
        return starts() - answered();
    }

    KaplanMeier curve() {
        return curve(all, Wait::answered);
    }

    KaplanMeier strictCurve() {
        return curve(all, Wait::threaded);
    }

    KaplanMeier staffCurve() {
        return curve(all, Wait::staff);
    }

    private static KaplanMeier curve(List<Wait> waits, Function<Wait, @Nullable Double> answer) {
        return KaplanMeier.of(
                waits.stream().map(answer).filter(a -> a != null).mapToDouble(a -> a).toArray(),
                waits.stream()
                        .filter(w -> answer.apply(w) == null)
                        .mapToDouble(Wait::open)
                        .toArray());
    }

    Reading reading() {
        return reading(curve());
    }

    Reading strict() {
        return reading(strictCurve());
    }

    Reading staff() {
        return staffed
                ? reading(staffCurve())
                : Reading.unknown(starts(), "No member is marked as staff.");
    }

    private static Reading reading(KaplanMeier curve) {
        if (curve.n() == 0) {
            return Reading.unknown(0, "Nobody started anything that waits for an answer.");
        }
        var median = curve.median();
        return median == null
                ? Reading.unknown(curve.n(), "More than half are still waiting for an answer.")
                : new Reading(median, curve.n(), curve.medianInterval(), null);
    }

    Reading unansweredShare() {
        return Reading.share(
                unanswered(), starts(), "Nobody started anything that waits for an answer.");
    }

    Reading inferredShare() {
        return Reading.share(
                all.stream().filter(Wait::byInference).count(),
                answered(),
                "Nothing was answered.");
    }

    /// Seconds, of the answered only; with an even number, the mean of the two in the middle.
    @Nullable Double answeredMedian() {
        var times = answeredTimes();
        int half = times.length / 2;
        return times.length == 0
                ? null
                : times.length % 2 == 1
                        ? Double.valueOf(times[half])
                        : Double.valueOf((times[half - 1] + times[half]) / 2);
    }

    @Nullable Double answeredMean() {
        var times = answeredTimes();
        return times.length == 0
                ? null
                : Double.valueOf(Arrays.stream(times).average().orElseThrow());
    }

    private double[] answeredTimes() {
        return all.stream()
                .map(Wait::answered)
                .filter(a -> a != null)
                .mapToDouble(a -> a)
                .sorted()
                .toArray();
    }

    /// The same by place; what happened in none is left out.
    Map<Long, Waits> byPlace() {
        var places = new HashMap<Long, List<Wait>>();
        for (var wait : all) {
            if (wait.place() != null) {
                places.computeIfAbsent(wait.place(), _ -> new ArrayList<>()).add(wait);
            }
        }
        var waits = new HashMap<Long, Waits>();
        places.forEach((place, some) -> waits.put(place, new Waits(some, staffed)));
        return waits;
    }
}
