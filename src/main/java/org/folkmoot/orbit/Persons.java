package org.folkmoot.orbit;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Everybody of a community, in columns, and whose each account is. A person is a number below
/// `size`.
final class Persons {

    static final byte MEMBER = 0;
    static final byte STAFF = 1;
    static final byte OTHER = 2;

    private final long[] ids;
    private final byte[] roles;
    private final Owners owners;

    /// @param ids of the members, in rising order, with their roles beside them
    /// @param accounts in rising order, with the ids of their members beside them
    Persons(long[] ids, byte[] roles, long[] accounts, long[] members) {
        this.ids = ids;
        this.roles = roles;
        var persons = new int[accounts.length];
        for (int i = 0; i < persons.length; i++) {
            int person = place(members[i]);
            persons[i] = person < 0 || roles[person] == OTHER ? -1 : person;
        }
        this.owners = new Owners(accounts, persons);
    }

    int size() {
        return ids.length;
    }

    /// The human whose account it is; -1 when it is nobody's, or a bot's.
    int owner(long account) {
        return owners.of(account);
    }

    /// Which person a member is; negative when nobody.
    int place(long member) {
        return Arrays.binarySearch(ids, member);
    }

    long id(int person) {
        return ids[person];
    }

    /// Whether reports and gravity count the person.
    boolean counts(int person, boolean @Nullable [] among) {
        return roles[person] == MEMBER && (among == null || among[person]);
    }

    /// True for these members.
    boolean[] among(long[] members) {
        var among = new boolean[ids.length];
        for (long member : members) {
            int person = place(member);
            if (person >= 0) {
                among[person] = true;
            }
        }
        return among;
    }

    /// Ids of accounts lie close together mostly: then a table answers at once.
    private static final class Owners {
        private final long[] accounts;
        private final int[] persons;
        private final int @Nullable [] dense;

        Owners(long[] accounts, int[] persons) {
            this.accounts = accounts;
            this.persons = persons;
            long span = accounts.length == 0 ? 0 : accounts[accounts.length - 1] - accounts[0] + 1;
            if (span > 16L * accounts.length + 1024) {
                dense = null;
                return;
            }
            dense = new int[(int) span];
            Arrays.fill(dense, -1);
            for (int i = 0; i < accounts.length; i++) {
                dense[(int) (accounts[i] - accounts[0])] = persons[i];
            }
        }

        int of(long account) {
            if (dense == null) {
                int at = Arrays.binarySearch(accounts, account);
                return at < 0 ? -1 : persons[at];
            }
            if (dense.length == 0) {
                return -1;
            }
            long place = account - accounts[0];
            return place >= 0 && place < dense.length ? dense[(int) place] : -1;
        }
    }
}
