package org.folkmoot.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.folkmoot.members.PeopleFinder;
import org.folkmoot.members.Sketch;
import org.folkmoot.members.Sketches;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Suggestions with the people they are about, ready to be looked at.
@Service
@Transactional(readOnly = true)
class Candidates {

    private static final int AT_HAND = 5;

    private final Suggestions suggestions;
    private final Verdicts verdicts;
    private final PeopleFinder finder;
    private final Sketches sketches;

    Candidates(Suggestions suggestions, Verdicts verdicts, PeopleFinder finder, Sketches sketches) {
        this.suggestions = suggestions;
        this.verdicts = verdicts;
        this.finder = finder;
        this.sketches = sketches;
    }

    /// Two who may be one.
    record Candidate(Match match, Sketch one, Sketch other) {

        String pair() {
            return DuplicatesPage.text(match.pair());
        }

        /// How likely it is that they are one, in percent; never sure.
        int percent() {
            return Math.clamp(Math.round(100 / (1 + Math.pow(2, -match.score()))), 1, 99);
        }

        String sure() {
            var p = percent();
            return p >= 90
                    ? "Very likely one person"
                    : p >= 70
                            ? "Likely one person"
                            : p >= 45 ? "Perhaps one person" : "Rather two people";
        }

        List<Evidence> evidence() {
            return match.evidence();
        }

        /// "Ada (ada on Slack) with Ada L. (ada-l on GitHub)".
        String both() {
            return name(one, match.pair().one()) + " with " + name(other, match.pair().other());
        }

        private static String name(Sketch person, long identity) {
            return person.accounts().stream()
                    .filter(a -> a.identity() == identity)
                    .findFirst()
                    .map(a -> "%s (%s)".formatted(person.name(), a.words()))
                    .orElse(person.name());
        }
    }

    /// The next few, best first. Always the same number of statements.
    ///
    /// @param first that comes before all others if it is open; null for none
    List<Candidate> next(@Nullable Pair first, Reader reader) {
        var all = new ArrayList<Suggestion>();
        if (first != null) {
            suggestions.one(first).ifPresent(all::add);
        }
        suggestions.best(AT_HAND).stream()
                .filter(
                        s ->
                                all.isEmpty()
                                        || !all.getFirst().match().pair().equals(s.match().pair()))
                .forEach(all::add);
        var members =
                all.stream()
                        .flatMap(s -> Stream.of(s.oneMember(), s.otherMember()))
                        .distinct()
                        .toList();
        var theirs = finder.identities(members);
        var drawn = new HashMap<Long, Sketch>();
        sketches.of(List.copyOf(theirs.values()), reader.contacts())
                .forEach(s -> drawn.put(s.member(), s));
        var candidates = new ArrayList<Candidate>();
        for (var s : all) {
            var one = drawn.get(s.oneMember());
            var other = drawn.get(s.otherMember());
            if (one != null && other != null) {
                candidates.add(new Candidate(s.match(), one, other));
            }
        }
        return candidates;
    }

    /// "12 pairs may be one person"; empty when there are none.
    String open(Reader reader) {
        var open = verdicts.open();
        return open.pairs() == 0
                ? ""
                : open.pairs() == 1
                        ? "1 pair may be one person"
                        : (open.exact() ? "" : "More than ")
                                + reader.number(open.pairs())
                                + " pairs may be one person";
    }

    /// The same as a sentence.
    String left(Reader reader) {
        var open = open(reader);
        return open.isEmpty()
                ? "Nothing is left to decide."
                : open + (open.startsWith("1 ") ? "." : ", the likeliest first.");
    }

    /// Both by name, or by account where the names are the same: "Ada and Ada L.".
    String words(Pair pair, Reader reader) {
        var accounts = finder.accounts(List.of(pair.one(), pair.other()), reader.contacts());
        var one = accounts.get(pair.one());
        var other = accounts.get(pair.other());
        return one == null || other == null || one.name().equals(other.name())
                ? "%s and %s"
                        .formatted(
                                Sentences.account(pair.one(), accounts),
                                Sentences.account(pair.other(), accounts))
                : "%s and %s".formatted(Sentences.apart(one.name()), Sentences.apart(other.name()));
    }
}
