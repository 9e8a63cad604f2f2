package org.folkmoot.thanks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.folkmoot.community.Communities;
import org.folkmoot.store.Here;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Where gifts are sent: sealed, and erased when they are needed no more.
@Repository
@Transactional
class Addresses {

    /// So long after a gift arrived or came back its address is kept, should anything be wrong.
    static final int KEPT_DAYS = 30;

    private final JdbcClient db;
    private final AddressSeal seal;
    private final Communities communities;
    private final TransactionTemplate transaction;

    Addresses(
            JdbcClient db,
            AddressSeal seal,
            Communities communities,
            PlatformTransactionManager transactions) {
        this.db = db;
        this.seal = seal;
        this.communities = communities;
        this.transaction = new TransactionTemplate(transactions);
    }

    void keep(long gift, Address address) {
        db.sql(
                        """
                        insert into thanks.address (community_id, gift_id, sealed) values (folkmoot.community(), :gift, :sealed)
                        on conflict (community_id, gift_id) do update set sealed = excluded.sealed, at = now()
                        """)
                .param("gift", gift)
                .param("sealed", seal.seal(gift, address))
                .update();
    }

    /// Empty also when it was sealed with another key.
    @Transactional(readOnly = true)
    Optional<Address> of(long gift) {
        return db.sql(
                        "select sealed from thanks.address where community_id = folkmoot.community() and gift_id = :gift")
                .param("gift", gift)
                .query(byte[].class)
                .optional()
                .flatMap(packed -> seal.open(gift, packed));
    }

    /// Of all these gifts; what cannot be opened is left out.
    @Transactional(readOnly = true)
    Map<Long, Address> of(List<Long> gifts) {
        var found = new LinkedHashMap<Long, Address>();
        db.sql(
                        "select gift_id, sealed from thanks.address where community_id = folkmoot.community() and gift_id = any(:gifts)")
                .param("gifts", gifts.toArray(Long[]::new))
                .query(
                        row -> {
                            var gift = row.getLong(1);
                            seal.open(gift, row.getBytes(2)).ifPresent(a -> found.put(gift, a));
                        });
        return found;
    }

    /// Erases what is needed no more: of gifts that arrived or came back some time ago, and of
    /// those that were cancelled, as soon as that cannot be undone any more.
    ///
    /// @return how many
    int erase() {
        var erased =
                db.sql(
                                """
                                delete from thanks.address a where a.community_id = folkmoot.community() and exists (
                                    select from (select s.state, s.at from thanks.gift_step s
                                        where s.community_id = a.community_id and s.gift_id = a.gift_id
                                        order by s.n desc limit 1) l
                                    where (l.state in ('arrived', 'returned') and l.at < now() - make_interval(days => :days))
                                        or (l.state in ('cancelled', 'declined') and l.at < now() - interval '1 hour'))
                                """)
                        .param("days", KEPT_DAYS)
                        .update();
        return erased;
    }

    @Scheduled(fixedDelay = 1, initialDelay = 0, timeUnit = TimeUnit.HOURS)
    @Transactional(propagation = org.springframework.transaction.annotation.Propagation.NEVER)
    public void eraseEverywhere() {
        communities
                .all()
                .forEach(
                        c -> Here.in(c.id(), () -> transaction.executeWithoutResult(_ -> erase())));
    }
}
