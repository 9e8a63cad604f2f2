package org.folkmoot.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The share still waiting after each time, when some are still waiting as we look (E. L. Kaplan
/// and P. Meier, 1958). At each time t at which d of the n who waited so long were answered, the
/// share is multiplied by (1 - d/n); who is still unanswered leaves n at their own waiting time,
/// after the answers of that time.
///
/// @param steps by rising time, one for each distinct time at which somebody was answered
/// @param longest the longest wait, answered or not; 0 without any
public record KaplanMeier(List<Step> steps, long n, double longest) {

    // 0.9 * 8/9 * ... * 5/6 is a hair over 0.5 in floating point; the rule's "at most" is meant
    // exactly
    private static final double HAIR = 1e-9;

    public KaplanMeier {
        steps = steps instanceof Steps columns ? columns.done() : List.copyOf(steps);
    }

    /// @param left the share still waiting after this time
    /// @param greenwood Greenwood's sum of d / (n (n - d)) up to here
    public record Step(double time, double left, double greenwood) {

        /// The 95 % interval of `left` by the log-log transformation, which keeps it within 0 and
        /// 1.
        Interval interval() {
            if (left <= HAIR || left >= 1) {
                return new Interval(left <= HAIR ? 0 : left, left <= HAIR ? 0 : left);
            }
            double half = Interval.Z * Math.sqrt(greenwood) / Math.abs(Math.log(left));
            return new Interval(Math.pow(left, Math.exp(half)), Math.pow(left, Math.exp(-half)));
        }
    }

    /// @param answered waiting times that ended
    /// @param waiting times waited so far by those who still wait
    public static KaplanMeier of(double[] answered, double[] waiting) {
        var ends = sorted(answered);
        var open = sorted(waiting);
        var steps = new Steps(ends.length);
        double left = 1;
        double greenwood = 0;
        int gone = 0;
        for (int i = 0; i < ends.length; ) {
            double time = ends[i];
            int same = i;
            while (same < ends.length && ends[same] == time) {
                same++;
            }
            while (gone < open.length && open[gone] < time) {
                gone++;
            }
            long atRisk = (long) ends.length - i + (open.length - gone);
            long died = (long) same - i;
            left *= 1 - (double) died / atRisk;
            greenwood += atRisk == died ? 0 : (double) died / ((double) atRisk * (atRisk - died));
            steps.step(time, left, greenwood);
            i = same;
        }
        double longest =
                Math.max(
                        ends.length == 0 ? 0 : ends[ends.length - 1],
                        open.length == 0 ? 0 : open[open.length - 1]);
        return new KaplanMeier(steps, (long) ends.length + open.length, longest);
    }

    private static double[] sorted(double[] times) {
        var copy = times.clone();
        Arrays.sort(copy);
        return copy;
    }

    /// The smallest time after which at most this share still waits; null when it is not reached.
    public @Nullable Double timeUntil(double share) {
        int first = first(step -> step.left() <= share + HAIR);
        return first < steps.size() ? Double.valueOf(steps.get(first).time()) : null;
    }

    /// The number of the first step of which that holds, as it does of all that follow.
    private int first(Predicate<Step> holds) {
        int low = 0;
        int high = steps.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (holds.test(steps.get(middle))) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    public @Nullable Double median() {
        return timeUntil(0.5);
    }

    /// Of the median: from where the curve's lower border, to where its upper one comes down to one
    /// half.
    @Nullable Interval medianInterval() {
        Double low = null;
        for (var step : steps) {
            var around = step.interval();
            if (low == null && around.low() <= 0.5 + HAIR) {
                low = step.time();
            }
            if (around.high() != null && around.high() <= 0.5 + HAIR) {
                return new Interval(low == null ? step.time() : low, step.time());
            }
        }
        return low == null ? null : new Interval(low, null);
    }

    /// The share still waiting after that time.
    public double leftAfter(double time) {
        int after = first(step -> step.time() > time);
        return after == 0 ? 1 : steps.get(after - 1).left();
    }

    /// The 95 % interval of the share still waiting after that time; before anybody was answered,
    /// it is surely everybody.
    Interval around(double time) {
        int after = first(step -> step.time() > time);
        return after == 0 ? new Interval(1, 1.0) : steps.get(after - 1).interval();
    }
}
