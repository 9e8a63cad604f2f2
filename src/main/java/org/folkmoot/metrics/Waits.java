package org.folkmoot.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How long everybody who started something in a window waited for another human. Curves are drawn
/// when first asked for, and once.
public final class Waits {

    private final List<Wait> all;
    private final boolean staffed;
    private final Recognised recognised;
    private final OpenTime open;
    private final Map<Variant, KaplanMeier> curves = new EnumMap<>(Variant.class);
    private final Map<Variant, Reading> readings = new EnumMap<>(Variant.class);
    private final long answered;
    private @Nullable Map<Long, Waits> byPlace;
    private double @Nullable [] answeredTimes;

    /// Which answers count, and by which clock.
    private enum Variant {
        ANY,
        THREADED,
        STAFF,
        BUSINESS;

        @Nullable Double answer(Wait wait) {
            return switch (this) {
                case ANY, BUSINESS -> wait.answered();
                case THREADED -> wait.threaded();
                case STAFF -> wait.staff();
            };
        }
    }

    /// @param staffed whether the community has a team that could have answered
    /// @param open the business hours of the time that the waits lie in
    Waits(List<Wait> all, boolean staffed, OpenTime open) {
        this(all, staffed, open, Recognised.NONE);
    }

    /// @param recognised how it is known what of that time asks
    Waits(List<Wait> all, boolean staffed, OpenTime open, Recognised recognised) {
        this.recognised = recognised;
        this.all = all instanceof Waiting ? all : List.copyOf(all);
        this.staffed = staffed;
        this.open = open;
        this.answered = this.all.stream().filter(w -> w.answered() != null).count();
    }

    public List<Wait> all() {
        return all;
    }

    public boolean staffed() {
        return staffed;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Waits that
                && all.equals(that.all)
                && staffed == that.staffed
                && open.equals(that.open);
    }

    @Override
    public int hashCode() {
        return all.hashCode() * 31 + Boolean.hashCode(staffed);
    }

    Recognised recognised() {
        return recognised;
    }

    public long starts() {
        return all.size();
    }

    public long answered() {
        return answered;
    }

    public long unanswered() {
        return starts() - answered();
    }

    public KaplanMeier curve() {
        return curve(Variant.ANY);
    }

    KaplanMeier strictCurve() {
        return curve(Variant.THREADED);
    }

    KaplanMeier staffCurve() {
        return curve(Variant.STAFF);
    }

    KaplanMeier businessCurve() {
        return open.none() ? KaplanMeier.of(new double[0], new double[0]) : curve(Variant.BUSINESS);
    }

    OpenTime openTime() {
        return open;
    }

    private synchronized KaplanMeier curve(Variant variant) {
        return curves.computeIfAbsent(variant, this::draw);
    }

    private KaplanMeier draw(Variant variant) {
        var ended = new double[all.size()];
        var open = new double[all.size()];
        int answered = 0;
        int waiting = 0;
        for (var wait : all) {
            var time = variant.answer(wait);
            if (time == null) {
                open[waiting++] = counted(variant, wait, wait.open());
            } else {
                ended[answered++] = counted(variant, wait, time);
            }
        }
        return KaplanMeier.of(Arrays.copyOf(ended, answered), Arrays.copyOf(open, waiting));
    }

    private double counted(Variant variant, Wait wait, double seconds) {
        return variant == Variant.BUSINESS
                ? open.between(wait.at(), wait.at() + Math.round(seconds * 1e6)) / 1e6
                : seconds;
    }

    Reading reading() {
        return reading(Variant.ANY);
    }

    Reading strict() {
        return reading(Variant.THREADED);
    }

    Reading staff() {
        return staffed
                ? reading(Variant.STAFF)
                : Reading.unknown(starts(), "No member is marked as staff.");
    }

    /// The time within business hours alone; an answer at night to what was asked in that night
    /// took none.
    Reading business() {
        return open.none() && starts() > 0
                ? Reading.unknown(starts(), "These days have no business hours.")
                : reading(Variant.BUSINESS);
    }

    private synchronized Reading reading(Variant variant) {
        return readings.computeIfAbsent(variant, v -> reading(curve(v)));
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

    /// By rising time.
    private synchronized double[] answeredTimes() {
        if (answeredTimes == null) {
            answeredTimes =
                    all.stream()
                            .map(Wait::answered)
                            .filter(a -> a != null)
                            .mapToDouble(a -> a)
                            .sorted()
                            .toArray();
        }
        return answeredTimes;
    }

    /// The same by place; what happened in none is left out.
    synchronized Map<Long, Waits> byPlace() {
        if (byPlace == null) {
            var places = new HashMap<Long, List<Wait>>();
            for (var wait : all) {
                if (wait.place() != null) {
                    places.computeIfAbsent(wait.place(), _ -> new ArrayList<>()).add(wait);
                }
            }
            var waits = new HashMap<Long, Waits>();
            places.forEach((place, some) -> waits.put(place, new Waits(some, staffed, open)));
            byPlace = Map.copyOf(waits);
        }
        return byPlace;
    }
}
