package org.folkmoot.effect;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What came after doing it, beside those like them.
///
/// @param did how many did it for the first time in these days
/// @param matched how many of them have anybody like them
/// @param people how many those like them are
/// @param later which share of those like them did it later within the days looked ahead
/// @param check how both differed 57 to 84 days before, by which nobody was matched
/// @param sampled whether not all of the others were looked at, being too many
/// @param who those who did it, the latest first
record Effect(
        Question asked,
        int did,
        int matched,
        long people,
        double later,
        Map<Outcome, Difference> outcomes,
        Difference check,
        List<Balance> balance,
        List<Weeks> weeks,
        boolean sampled,
        List<Who> who) {

    /// With fewer, nothing is shown: chance alone would speak.
    static final int FEWEST = 10;

    /// One who did it.
    ///
    /// @param matched whether anybody is like them
    /// @param days on how many of the days ahead they were active
    record Who(long member, LocalDate on, boolean matched, int days) {}

    boolean enough() {
        return matched >= FEWEST;
    }

    boolean balanced() {
        return balance.stream().allMatch(Balance::close);
    }

    Difference of(Outcome outcome) {
        return outcomes.getOrDefault(
                outcome, new Difference(Double.NaN, Double.NaN, Double.NaN, Double.NaN));
    }

    static Effect of(Question asked, Looks.Chosen chosen, int[] when, Days days) {
        var alike = Alike.of(chosen.looks());
        var outcomes = new EnumMap<Outcome, Difference>(Outcome.class);
        for (var outcome : Outcome.values()) {
            outcomes.put(outcome, outcome.difference(alike, asked.after(), days));
        }
        var cells = new java.util.HashSet<Integer>();
        alike.did().forEach(l -> cells.add(l.cell()));
        var did = chosen.looks().stream().filter(Look::did).toList();
        return new Effect(
                asked,
                did.size(),
                alike.did().size(),
                alike.people(),
                Difference.plain(
                                alike,
                                l ->
                                        !l.did() && when[l.person()] <= l.day() + asked.after()
                                                ? 1
                                                : 0)
                        .others(),
                outcomes,
                Difference.of(alike, Look::older),
                Balance.of(chosen.looks(), alike),
                Weeks.of(alike, asked.after(), days),
                chosen.sampled(),
                did.stream()
                        .sorted((a, b) -> Integer.compare(b.day(), a.day()))
                        .map(
                                l ->
                                        new Who(
                                                days.member(l.person()),
                                                days.day(l.day()),
                                                cells.contains(l.cell()),
                                                days.many(
                                                        l.person(),
                                                        l.day() + 1,
                                                        l.day() + asked.after())))
                        .toList());
    }
}
