package org.folkmoot.metrics;

import java.util.Arrays;

/// Everybody and all accounts as the database has them, in columns.
///
/// Accounts and owners go together, and so do ids, roles and lives.
final class Roll {

    /// Of accounts that are gone.
    private static final long NOBODY = -1;

    private final long[] accounts;
    private final long[] owners;
    private final long[] ids;
    private final byte[] roles;
    private final People.Lives lives;

    /// @param owners for each account, the member whose it is
    Roll(long[] accounts, long[] owners, long[] ids, byte[] roles, People.Lives lives) {
        this.accounts = accounts;
        this.owners = owners;
        this.ids = ids;
        this.roles = roles;
        this.lives = lives;
    }

    People people() {
        return new People(accounts, owners, ids, roles, lives);
    }

    /// The same after some have changed; those who are gone stay as nobody.
    ///
    /// @param people those of this roll
    /// @param members who may have changed
    /// @param others whose accounts may have
    /// @param now those of both who are here by now
    Roll changed(People people, long[] members, long[] others, Roll now) {
        var rows = new Rows(people.size(), now.ids);
        var allIds = Arrays.copyOf(ids, rows.room);
        var allRoles = Arrays.copyOf(roles, rows.room);
        var allLives = lives.with(rows.room);
        for (long member : members) {
            int from = rows.found(member);
            int to = rows.of(people.member(member), from);
            if (to >= 0) {
                allIds[to] = member;
                allRoles[to] = from < 0 ? People.GONE : now.roles[from];
                allLives.set(to, now.lives, from);
            }
        }
        var accountRows = new Rows(people.accounts(), now.accounts);
        var allAccounts = Arrays.copyOf(accounts, accountRows.room);
        var allOwners = Arrays.copyOf(owners, accountRows.room);
        for (long account : others) {
            int from = accountRows.found(account);
            int to = accountRows.of(people.place(account), from);
            if (to >= 0) {
                allAccounts[to] = account;
                allOwners[to] = from < 0 ? NOBODY : now.owners[from];
            }
        }
        return new Roll(
                Arrays.copyOf(allAccounts, accountRows.next),
                Arrays.copyOf(allOwners, accountRows.next),
                Arrays.copyOf(allIds, rows.next),
                Arrays.copyOf(allRoles, rows.next),
                allLives.with(rows.next));
    }

    /// Where rows go: those known stay in their place, the others come after them.
    private static final class Rows {
        private final Places found;
        private final int room;
        private int next;

        Rows(int known, long[] now) {
            this.found = Places.of(now);
            this.room = known + now.length;
            this.next = known;
        }

        /// Where it is among those who are here by now; -1 when it is gone.
        int found(long id) {
            return found.of(id);
        }

        /// @return -1 for what never was here
        int of(int known, int from) {
            return known >= 0 ? known : from < 0 ? -1 : next++;
        }
    }
}
