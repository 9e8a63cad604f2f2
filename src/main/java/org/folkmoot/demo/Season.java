package org.folkmoot.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// Two years of a community's weather, counted back from their end: releases, the launch of 2.0,
/// the data-loss crisis, one quiet month, and how busy each day is. Days are UTC.
///
/// @param quiet the calendar month of the team's retreat
record Season(
        Instant until,
        LocalDate start,
        LocalDate launch,
        LocalDate crisis,
        YearMonth quiet,
        List<Release> releases) {

    record Release(String version, Instant at) {}

    private static final List<String> PLAN =
            List.of(
                    "1.5.2 820",
                    "1.6.0 745",
                    "1.7.0 668",
                    "1.8.0 560",
                    "1.8.1 522",
                    "1.9.0 455",
                    "2.0.0 300",
                    "2.0.1 287",
                    "2.0.2 246",
                    "2.1.0 171",
                    "2.1.1 167",
                    "2.2.0 84",
                    "2.2.1 47",
                    "2.3.0 12");

    static Season upTo(Instant until) {
        var today = dayOf(until);
        var releases = new ArrayList<Release>();
        for (var line : PLAN) {
            var parts = line.split(" ");
            var day = today.minusDays(Long.parseLong(parts[1]));
            releases.add(new Release(parts[0], day.atTime(13, 5).toInstant(ZoneOffset.UTC)));
        }
        return new Season(
                until,
                today.minusDays(730),
                today.minusDays(300),
                today.minusDays(170),
                YearMonth.from(today.minusDays(400)),
                List.copyOf(releases));
    }

    LocalDate today() {
        return dayOf(until);
    }

    static LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    boolean isQuiet(LocalDate day) {
        return YearMonth.from(day).equals(quiet);
    }

    boolean isCrisis(LocalDate day) {
        return !day.isBefore(crisis) && day.isBefore(crisis.plusDays(9));
    }

    /// Two days lately, after a podcast spoke of Lantern: more is said than anybody is used to.
    boolean isTalkedOf(LocalDate day) {
        long ago = today().toEpochDay() - day.toEpochDay();
        return ago == 3 || ago == 2;
    }

    /// How much happens on a day; 1 is an ordinary weekday of an ordinary month.
    double intensity(LocalDate day) {
        double growth = 0.75 + 0.5 * (day.toEpochDay() - start.toEpochDay()) / 730.0;
        return growth * weekday(day.getDayOfWeek()) * yearly(day) * fate(day);
    }

    /// Newcomers come in waves of their own: the launch draws many more than it stirs those who are
    /// there.
    double arrivals(LocalDate day) {
        long after = day.toEpochDay() - launch.toEpochDay();
        double wave = after >= 0 && after < 40 ? 1 + 8 * Math.exp(-after / 6.0) : 1;
        return weekday(day.getDayOfWeek()) * yearly(day) * (isQuiet(day) ? 0.4 : 1) * wave;
    }

    private double fate(LocalDate day) {
        double fate = isQuiet(day) ? 0.3 : 1;
        long launched = day.toEpochDay() - launch.toEpochDay();
        if (launched >= 0 && launched < 40) {
            fate *= 1 + 2.2 * Math.exp(-launched / 8.0);
        }
        if (isTalkedOf(day)) {
            fate *= 2.6;
        }
        return isCrisis(day) ? fate * 1.5 : fate;
    }

    private static double weekday(DayOfWeek day) {
        return switch (day) {
            case MONDAY -> 1.05;
            case TUESDAY, WEDNESDAY -> 1.2;
            case THURSDAY -> 1.1;
            case FRIDAY -> 0.85;
            case SATURDAY -> 0.35;
            case SUNDAY -> 0.4;
        };
    }

    private static double yearly(LocalDate day) {
        int month = day.getMonthValue();
        if ((month == 12 && day.getDayOfMonth() >= 21)
                || (month == 1 && day.getDayOfMonth() <= 4)) {
            return 0.35;
        }
        return month == 7 || month == 8 ? 0.72 : 1;
    }

    String versionAt(Instant at) {
        return releases.get(released(at) - 1).version();
    }

    String versionBefore(Instant at) {
        return releases.get(Math.max(0, released(at) - 2)).version();
    }

    private int released(Instant at) {
        int count = 1;
        while (count < releases.size() && !releases.get(count).at().isAfter(at)) {
            count++;
        }
        return count;
    }
}
