package org.folkmoot.metrics;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// Whom a number is about: everybody's roles, and those whom its filters let through.
final class Scope {

    private final People people;
    private final boolean staff;
    private final boolean @Nullable [] accounts;
    private final boolean @Nullable [] chosen;
    private final People.Lives lives;
    private final Who counted;

    /// @param staff whether the team is counted
    /// @param accounts of each account by its place whether it is on the platform asked for; null:
    ///     all
    /// @param chosen of each person whether they have the tag and are of the organisation asked
    ///     for; null: all
    /// @param lives when everybody came and left, on that platform if one is asked for
    Scope(
            People people,
            boolean staff,
            boolean @Nullable [] accounts,
            boolean @Nullable [] chosen,
            People.Lives lives) {
        this.people = people;
        this.staff = staff;
        this.accounts = accounts;
        this.chosen = chosen;
        this.lives = lives;
        this.counted = new Who(people.all(), this::owner);
    }

    People people() {
        return people;
    }

    boolean staff() {
        return staff;
    }

    People.Lives lives() {
        return lives;
    }

    /// Whether this person is counted.
    boolean person(int person) {
        return people.counted(person, staff)
                && (chosen == null || chosen[person])
                && lives.known(person);
    }

    /// Whose this account is, when what is done with it is counted; else -1.
    int counted(long account) {
        return counted.of(account);
    }

    /// The accounts that are another's here than there, or of another role, or counted otherwise;
    /// null when they are too many to tell.
    long @Nullable [] differences(Scope there) {
        var owned = people.who().differences(there.people.who());
        var told = counted.differences(there.counted);
        return owned == null || told == null
                ? null
                : LongStream.concat(Arrays.stream(owned), Arrays.stream(told)).distinct().toArray();
    }

    private int owner(int place) {
        if (place < 0 || (accounts != null && !accounts[place])) {
            return -1;
        }
        int owner = people.owner(place);
        return owner >= 0 && person(owner) ? owner : -1;
    }
}
