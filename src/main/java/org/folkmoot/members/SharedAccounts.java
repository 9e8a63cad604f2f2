package org.folkmoot.members;

import java.lang.ref.SoftReference;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.folkmoot.kernel.CommunityId;
import org.folkmoot.store.Here;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The accounts of people who have several, at hand: whoever counts by account has to add up these
/// alone. Kept in memory until accounts are joined or parted.
@Repository
@Transactional(readOnly = true)
public class SharedAccounts {

    private final JdbcClient db;
    private final Map<CommunityId, SoftReference<Held>> held = new ConcurrentHashMap<>();

    SharedAccounts(JdbcClient db) {
        this.db = db;
    }

    /// As of one state of who is who. Immutable.
    public static final class Held {

        private final long times;
        private final long[] accounts;
        private final long[] members;

        /// @param times how often accounts had been joined or parted by then
        /// @param accounts by their ids, ascending
        /// @param members whose each is
        private Held(long times, long[] accounts, long[] members) {
            this.times = times;
            this.accounts = accounts;
            this.members = members;
        }

        /// For asking of many accounts, in ascending order.
        public InOrder inOrder() {
            return new InOrder(this);
        }
    }

    /// Goes through them once, which is cheaper than looking each up.
    public static final class InOrder {

        private final Held held;
        private int place;

        private InOrder(Held held) {
            this.held = held;
        }

        /// Whose an account is; 0 when its person has no other.
        ///
        /// @param account not before the one asked for last
        public long member(long account) {
            while (place < held.accounts.length && held.accounts[place] < account) {
                place++;
            }
            return place < held.accounts.length && held.accounts[place] == account
                    ? held.members[place]
                    : 0;
        }
    }

    public Held here() {
        var known = held.get(Here.community());
        var before = known == null ? null : known.get();
        var times =
                db.sql(
                                "select count(*) from members.regrouped where community_id = folkmoot.community()")
                        .query(Long.class)
                        .single();
        if (before != null && before.times == times) {
            return before;
        }
        var now = read(times);
        held.put(Here.community(), new SoftReference<>(now));
        return now;
    }

    private Held read(long times) {
        return db.sql(
                        """
                        select array_agg(i.id order by i.id), array_agg(i.member_id order by i.id) from members.identity i
                        where i.community_id = folkmoot.community() and i.member_id in (
                            select h.member_id from members.identity h
                            where h.community_id = folkmoot.community() and h.home is not null)
                        """)
                .query((row, _) -> new Held(times, longs(row.getArray(1)), longs(row.getArray(2))))
                .single();
    }

    private static long[] longs(java.sql.@org.jspecify.annotations.Nullable Array array)
            throws java.sql.SQLException {
        return array == null
                ? new long[0]
                : Arrays.stream((Long[]) array.getArray())
                        .mapToLong(Objects::requireNonNull)
                        .toArray();
    }
}
