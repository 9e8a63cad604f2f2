package org.folkmoot.identity;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.folkmoot.members.LeftAlone;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Whose accounts no machine may join: whoever objected to the use of her data or had it
/// restricted. A colleague may still decide.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Unasked {

    /// What a person who is asked reads among the reasons.
    static final Evidence WHY =
            new Evidence(
                    "left_alone",
                    0,
                    "One of them objected to the use of their data, so nothing is joined by itself");

    private final JdbcClient db;
    private final LeftAlone leftAlone;

    Unasked(JdbcClient db, LeftAlone leftAlone) {
        this.db = db;
        this.leftAlone = leftAlone;
    }

    /// Of these accounts those of such people.
    Set<Long> among(Collection<Long> identities) {
        return new HashSet<>(
                db.sql(
                                """
                                select o.identity_id from members.report_home o
                                where o.community_id = folkmoot.community() and o.identity_id = any(:ids)
                                    and exists (select from members.report_home h where h.community_id = o.community_id
                                        and h.member_id = o.member_id and h.home in (%s))
                                """
                                        .formatted(leftAlone.homes()))
                        .param("ids", identities.toArray(Long[]::new))
                        .query(Long.class)
                        .list());
    }
}
