package org.folkmoot.briefing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleBiFunction;
import org.folkmoot.metrics.Beat;
import org.folkmoot.metrics.Beat.Of;
import org.folkmoot.metrics.Beat.Where;

/// Communities with weekends, holidays, growth and moods, made from a seed: three platforms with
/// four places each, counts scattered more than chance alone would (gamma-mixed Poisson).
final class SimulatedTowns {

    static final LocalDate FIRST = LocalDate.of(2025, 1, 6);
    private static final double[] WEEKDAY = {1.1, 1.2, 1.15, 1.1, 0.95, 0.45, 0.4};

    private final Random random;
    private final int days;
    private final double size;
    private final double growth;

    /// @param size mean contributions a day in all
    SimulatedTowns(long seed, int days, double size) {
        this.random = new Random(seed);
        this.days = days;
        this.size = size;
        this.growth = (random.nextDouble() - 0.3) * 0.8;
    }

    /// @param event by platform and day the factor of what happens then, 1 for an ordinary day
    List<Beat> beats(ToDoubleBiFunction<Integer, Integer> event) {
        var beats = new ArrayList<Beat>();
        var all = new double[days];
        var people = new double[days];
        var mood = new double[days];
        double m = 0;
        for (int d = 0; d < days; d++) {
            // a mood that lasts for some days
            m = 0.7 * m + 0.06 * random.nextGaussian();
            mood[d] = m;
        }
        double[] shares = {0.6, 0.3, 0.1};
        for (int p = 0; p < 3; p++) {
            var platform = new double[days];
            for (int place = 0; place < 4; place++) {
                var own = new double[days];
                for (int d = 0; d < days; d++) {
                    double rate =
                            size
                                    * shares[p]
                                    * (4 - place)
                                    / 10
                                    * season(d)
                                    * Math.exp(mood[d])
                                    * event.applyAsDouble(p, d);
                    own[d] = scattered(rate);
                    platform[d] += own[d];
                }
                beats.add(beat(Of.DEEDS, Where.PLACE, p + "." + place, own));
            }
            for (int d = 0; d < days; d++) {
                all[d] += platform[d];
            }
            beats.add(beat(Of.DEEDS, Where.PLATFORM, "p" + p, platform));
        }
        beats.add(beat(Of.DEEDS, Where.EVERYWHERE, "", all));
        var joined = new double[days];
        for (int d = 0; d < days; d++) {
            people[d] = poisson(all[d] * 0.4);
            joined[d] = scattered(size * 0.05 * season(d));
        }
        beats.add(beat(Of.ACTIVE, Where.EVERYWHERE, "", people));
        beats.add(beat(Of.JOINED, Where.EVERYWHERE, "", joined));
        return beats;
    }

    private double season(int day) {
        var date = FIRST.plusDays(day);
        double year = 1 + 0.15 * Math.cos(2 * Math.PI * (date.getDayOfYear() - 45) / 365.0);
        boolean holidays = date.getMonthValue() == 12 && date.getDayOfMonth() >= 23;
        return WEEKDAY[day % 7] * year * (1 + growth * day / 365.0) * (holidays ? 0.55 : 1);
    }

    private double scattered(double rate) {
        // a gamma of mean 1 and variance 1/40, as the sum of forty exponentials
        double gamma = 0;
        for (int i = 0; i < 40; i++) {
            gamma -= Math.log(1 - random.nextDouble());
        }
        return poisson(rate * gamma / 40);
    }

    private double poisson(double rate) {
        if (rate > 60) {
            return Math.max(0, Math.round(rate + Math.sqrt(rate) * random.nextGaussian()));
        }
        double left = Math.exp(-rate);
        double product = random.nextDouble();
        int n = 0;
        while (product > left) {
            product *= random.nextDouble();
            n++;
        }
        return n;
    }

    private static Beat beat(Of of, Where where, String key, double[] values) {
        return new Beat(of, where, key, key, values);
    }
}
