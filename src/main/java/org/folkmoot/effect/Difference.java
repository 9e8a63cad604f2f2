package org.folkmoot.effect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// The difference of two means with its 95 % interval: the coefficient of having done it in a
/// weighted regression. What is left of differences within cells is adjusted for by the days that
/// people are matched by (S. Iacus, G. King, G. Porro, as in [Alike], section 5). The variance is
/// clustered by person, as one may be looked at several times (K.-Y. Liang, S. Zeger: Longitudinal
/// Data Analysis Using Generalized Linear Models, Biometrika 73, 1986).
///
/// @param did the mean of those who did it
/// @param others what is to be expected of those like them
/// @param low the lower end; `NaN` when nothing is known
record Difference(double did, double others, double low, double high) {

    private static final double Z = 1.959964;

    private static final List<ToDoubleFunction<Look>> BEFORE =
            List.of(Look::recent, Look::earlier, l -> Math.log1p(l.known()));

    private record Row(Look look, double weight) {}

    private static List<Row> rows(Alike alike) {
        var rows = new ArrayList<Row>();
        alike.did().forEach(l -> rows.add(new Row(l, 1)));
        alike.others().forEach(o -> rows.add(new Row(o.look(), o.weight())));
        return rows;
    }

    /// As it is, the weights aside nothing adjusted for.
    static Difference plain(Alike alike, ToDoubleFunction<Look> value) {
        return of(alike, value, List.of());
    }

    static Difference of(Alike alike, ToDoubleFunction<Look> value) {
        return of(alike, value, BEFORE);
    }

    private static Difference of(
            Alike alike, ToDoubleFunction<Look> value, List<ToDoubleFunction<Look>> before) {
        if (alike.did().isEmpty()) {
            return new Difference(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        var rows = rows(alike);
        // first what before tells of having done it, then what the rest of it tells of the outcome
        var did = new Least(before.size() + 1);
        var outcome = new Least(before.size() + 1);
        for (var row : rows) {
            var x = x(row.look, before);
            did.add(row.weight, x, row.look.did() ? 1 : 0);
            outcome.add(row.weight, x, value.applyAsDouble(row.look));
        }
        var toDid = did.solve();
        var toOutcome = outcome.solve();
        double above = 0;
        double below = 0;
        for (var row : rows) {
            double rest = rest(row, toDid, before, row.look.did() ? 1 : 0);
            above += row.weight * rest * value.applyAsDouble(row.look);
            below += row.weight * rest * rest;
        }
        double difference = above / below;
        Map<Integer, Double> pulls = new HashMap<>();
        for (var row : rows) {
            double rest = rest(row, toDid, before, row.look.did() ? 1 : 0);
            double error =
                    rest(row, toOutcome, before, value.applyAsDouble(row.look)) - difference * rest;
            pulls.merge(row.look.person(), row.weight * rest * error / below, Double::sum);
        }
        double sum = pulls.values().stream().mapToDouble(p -> p * p).sum();
        int people = pulls.size();
        double wide = people < 2 ? Double.NaN : Z * Math.sqrt(sum * people / (people - 1));
        double mean = alike.did().stream().mapToDouble(value).average().orElse(Double.NaN);
        return new Difference(mean, mean - difference, difference - wide, difference + wide);
    }

    private static double[] x(Look look, List<ToDoubleFunction<Look>> before) {
        var x = new double[before.size() + 1];
        x[0] = 1;
        for (int i = 0; i < before.size(); i++) {
            x[i + 1] = before.get(i).applyAsDouble(look);
        }
        return x;
    }

    private static double rest(
            Row row, double[] line, List<ToDoubleFunction<Look>> before, double value) {
        var x = x(row.look, before);
        double rest = value;
        for (int i = 0; i < x.length; i++) {
            rest -= line[i] * x[i];
        }
        return rest;
    }

    double value() {
        return did - others;
    }

    /// Whether 0 lies outside of the interval.
    boolean sure() {
        return low > 0 || high < 0;
    }
}
