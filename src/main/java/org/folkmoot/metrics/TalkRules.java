package org.folkmoot.metrics;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What counts of one window's talk: whose beginnings, which answers, whose engagement. What
/// happened at the window's end or later is not known.
final class TalkRules {

    private final long from;
    private final long to;
    private final @Nullable Long place;
    private final Scope scope;
    private final People people;
    private final Set<Long> chats;
    private final Map<Root.Name, Long> accounts;

    /// @param chats places in which an answer need not say so
    /// @param accounts those among the mentioned who had no account when the sheets were made
    TalkRules(Ask ask, Scope scope, Set<Long> chats, Map<Root.Name, Long> accounts) {
        this.from = Census.micros(ask.window().from());
        this.to = Census.micros(ask.window().to());
        this.place = ask.filters().place();
        this.scope = scope;
        this.people = scope.people();
        this.chats = chats;
        this.accounts = accounts;
    }

    /// The same of another window.
    TalkRules of(Ask other) {
        return new TalkRules(other, scope, chats, accounts);
    }

    /// Who began it; -1 when it is not counted.
    int author(Root root) {
        return root.at() < from || root.at() >= to || (place != null && root.place() != place)
                ? -1
                : scope.counted(root.account());
    }

    Set<Long> chats() {
        return chats;
    }

    /// The end of what is known, in microseconds since 1970.
    long to() {
        return to;
    }

    /// Whether there is a team that could answer.
    boolean staffed() {
        return people.staffed();
    }

    /// Which member a person is.
    long member(int person) {
        return people.id(person);
    }

    /// @param asker whose it is
    Wait wait(Root root, int asker) {
        var one = new Waiting(to);
        wait(root, asker, one);
        return one.getFirst();
    }

    /// Puts it to the others who wait.
    void wait(Root root, int asker, Waiting waiting) {
        long threaded = People.NEVER;
        long inferred = People.NEVER;
        long staff = People.NEVER;
        for (var deed : root.deeds()) {
            // what comes after the first answer of the team changes nothing
            if (deed.reply() && deed.at() < to && (deed.at() < threaded || deed.at() < staff)) {
                int by = people.who(deed.account());
                if (People.human(by) && People.person(by) != asker) {
                    threaded = Math.min(threaded, deed.at());
                    staff = People.staff(by) ? Math.min(staff, deed.at()) : staff;
                }
            }
        }
        if (!root.guesses().isEmpty() && chats.contains(root.place())) {
            for (var guess : root.guesses()) {
                int by = people.who(guess.account());
                if (guess.at() < to
                        && People.human(by)
                        && People.person(by) != asker
                        && (guess.straight() || mentions(guess, asker))) {
                    inferred = Math.min(inferred, guess.at());
                    staff = People.staff(by) ? Math.min(staff, guess.at()) : staff;
                }
            }
        }
        waiting.put(root, threaded, inferred, staff);
    }

    private boolean mentions(Root.Guess guess, int asker) {
        for (long account : guess.mentions()) {
            if (owner(account) == asker) {
                return true;
            }
        }
        for (var name : guess.unknown()) {
            var account = accounts.get(name);
            if (account != null && owner(account) == asker) {
                return true;
            }
        }
        return false;
    }

    private int owner(long account) {
        int who = people.who(account);
        return who < 0 ? -1 : People.person(who);
    }

    /// How often others did something with it.
    long engagements(Root root, int author) {
        long n = 0;
        for (var deed : root.deeds()) {
            if (deed.at() < to) {
                int by = people.who(deed.account());
                n += People.counts(by, scope.staff()) && People.person(by) != author ? 1 : 0;
            }
        }
        return n;
    }
}
