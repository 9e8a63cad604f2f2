package org.folkmoot.metrics;

import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// Everybody of a community and their accounts, in columns: who is who, in which role, when they
/// came, left and came back. Times are microseconds since 1970, `NEVER` when there is none.
final class People {

    static final long NEVER = Long.MAX_VALUE;

    static final byte MEMBER = 0;
    static final byte STAFF = 1;
    static final byte OTHER = 2;

    /// Who was here and is no more, joined with another or erased.
    static final byte GONE = 3;

    private final Places accounts;
    private final Places members;
    private final int[] persons;
    private final Who who;
    private final long[] ids;
    private final byte[] roles;
    private final Lives lives;

    /// When they came, left and came back, in columns.
    static final class Lives {
        private final long[] first;
        private final long[] left;
        private final long[] back;
        private final boolean @Nullable [] here;

        /// @param here which of them it is told of; null: all
        Lives(long[] first, long[] left, long[] back, boolean @Nullable [] here) {
            this.first = first;
            this.left = left;
            this.back = back;
            this.here = here;
        }

        /// A copy with room for so many.
        Lives with(int many) {
            return new Lives(
                    Arrays.copyOf(first, many),
                    Arrays.copyOf(left, many),
                    Arrays.copyOf(back, many),
                    null);
        }

        /// @param from whose times of the others these are; none when it is negative
        void set(int person, Lives others, int from) {
            first[person] = from < 0 ? NEVER : others.first[from];
            left[person] = from < 0 ? NEVER : others.left[from];
            back[person] = from < 0 ? NEVER : others.back[from];
        }

        boolean known(int person) {
            return here == null || here[person];
        }

        long firstSeen(int person) {
            return first[person];
        }

        /// Never before they came.
        long leftAt(int person) {
            return left[person] == NEVER || first[person] == NEVER
                    ? left[person]
                    : Math.max(left[person], first[person]);
        }

        /// Only after they left.
        long backAt(int person) {
            return left[person] != NEVER && back[person] > left[person] ? back[person] : NEVER;
        }
    }

    /// @param accounts the accounts' ids
    /// @param owners for each account, the member whose it is
    /// @param ids the members' ids, and in the same order what follows
    People(long[] accounts, long[] owners, long[] ids, byte[] roles, Lives lives) {
        this.accounts = Places.of(accounts);
        this.ids = ids;
        this.members = Places.of(ids);
        this.persons = new int[accounts.length];
        for (int i = 0; i < accounts.length; i++) {
            persons[i] = members.of(owners[i]);
        }
        this.roles = roles;
        this.lives = lives;
        this.who = new Who(this.accounts, place -> code(owner(place)));
    }

    private People(People other, byte[] roles) {
        this.accounts = other.accounts;
        this.ids = other.ids;
        this.members = other.members;
        this.persons = other.persons;
        this.roles = roles;
        this.lives = other.lives;
        this.who = new Who(accounts, place -> code(owner(place)));
    }

    private int code(int person) {
        return person < 0 ? -1 : person << 2 | roles[person];
    }

    /// Whose an account is and in which role, as one number; -1 when nobody's. Found with one look
    /// into memory, as numbers ask it of millions.
    int who(long account) {
        return who.of(account);
    }

    Who who() {
        return who;
    }

    static int person(int who) {
        return who >> 2;
    }

    static boolean human(int who) {
        return who >= 0 && (who & 3) < OTHER;
    }

    static boolean staff(int who) {
        return (who & 3) == STAFF;
    }

    /// Whether a number counts this role: members, and staff only when asked for.
    static boolean counts(int who, boolean staff) {
        return who >= 0 && ((who & 3) == MEMBER || (staff && (who & 3) == STAFF));
    }

    /// The same people, but these members are staff, or are not.
    People supposing(Collection<Long> others, boolean staff) {
        var changed = roles.clone();
        for (long other : others) {
            int person = member(other);
            if (person >= 0) {
                changed[person] = staff ? STAFF : MEMBER;
            }
        }
        return new People(this, changed);
    }

    /// How many; a person is a number below it.
    int size() {
        return roles.length;
    }

    Places all() {
        return accounts;
    }

    /// How many accounts; each has a place below it.
    int accounts() {
        return persons.length;
    }

    /// The place of an account; -1 when there is none.
    int place(long account) {
        return accounts.of(account);
    }

    /// Whose the account at a place is; -1 when nobody's.
    int owner(int place) {
        return place < 0 ? -1 : persons[place];
    }

    /// The person who is this member; -1 when nobody is.
    int member(long member) {
        return members.of(member);
    }

    /// Which member a person is.
    long id(int person) {
        return ids[person];
    }

    /// Whether a number counts this person: members, and staff only when asked for.
    boolean counted(int person, boolean staff) {
        return counts(code(person), staff);
    }

    boolean gone(int person) {
        return roles[person] == GONE;
    }

    boolean staffed() {
        for (byte role : roles) {
            if (role == STAFF) {
                return true;
            }
        }
        return false;
    }

    Lives lives() {
        return lives;
    }
}
