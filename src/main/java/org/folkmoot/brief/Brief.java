package org.folkmoot.brief;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.folkmoot.activity.Talk;
import org.folkmoot.listening.Topics;
import org.folkmoot.members.PeopleFinder;
import org.jspecify.annotations.Nullable;

/// What is told of a community: numbers and names, no words yet.
///
/// @param zone of the community's clock, by which days and hours are
/// @param topics what is spoken of by most people
/// @param waiting who waits for an answer, the longest first
public record Brief(
        String community,
        LocalDate first,
        LocalDate last,
        int days,
        String zone,
        Instant made,
        Carried carried,
        Rhythm rhythm,
        Topics.Found topics,
        Customs customs,
        List<Talk.Waiting> waiting,
        Frictions frictions,
        List<Entry> glossary) {

    /// The lengths one can choose, in days: those of themes.
    static final List<Integer> WINDOWS = List.of(30, 90, 365);

    /// Who contributed.
    ///
    /// @param half how few did half of it
    /// @param unnamed of those who would be named, whoever asked to be left alone
    public record Carried(int contributors, int half, List<Carrier> people, int unnamed) {

        public Carried {
            people = List.copyOf(people);
        }

        Carried withoutAddresses() {
            return new Carried(
                    contributors,
                    half,
                    people.stream()
                            .map(
                                    p ->
                                            new Carrier(
                                                    p.member(),
                                                    PeopleFinder.name(p.name(), false),
                                                    p.contributions(),
                                                    p.share(),
                                                    p.kind(),
                                                    p.place()))
                            .toList(),
                    unnamed);
        }
    }

    /// @param share of all contributions, 0 to 1
    /// @param kind what they mostly do, as `Kind.key`
    /// @param place where they mostly do it
    public record Carrier(
            long member,
            String name,
            long contributions,
            double share,
            @Nullable String kind,
            @Nullable String place) {}

    /// A word or phrase of theirs.
    ///
    /// @param first when it was first said; null when that cannot be told
    /// @param firstThread where
    /// @param typical the thread that `use` is out of
    public record Entry(
            String term,
            int posts,
            int people,
            @Nullable Instant first,
            @Nullable Long firstThread,
            long typical,
            String use) {}

    public Brief {
        waiting = List.copyOf(waiting);
        glossary = List.copyOf(glossary);
    }

    /// For who may not see addresses: where one stands in for a name, it is cut.
    Brief withoutAddresses() {
        return new Brief(
                community,
                first,
                last,
                days,
                zone,
                made,
                carried.withoutAddresses(),
                rhythm,
                topics,
                customs.withoutAddresses(),
                waiting,
                frictions,
                glossary);
    }

    /// Whether there is nothing to tell of.
    boolean silent() {
        return rhythm.silent() && carried.contributors() == 0;
    }
}
