package org.folkmoot.privacy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.members.Belonging;
import org.folkmoot.members.PersonalData;
import org.folkmoot.members.PersonalData.Fate;
import org.folkmoot.members.PersonalData.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The people as far as something is kept of them anywhere in the house.
@Repository
@Transactional
class Subjects {

    private final JdbcClient db;
    private final Belonging belonging;
    private final List<PersonalData> everywhere;

    Subjects(JdbcClient db, Belonging belonging, List<PersonalData> everywhere) {
        this.db = db;
        this.belonging = belonging;
        this.everywhere = everywhere;
    }

    /// Somebody in a list.
    record Name(long member, String name) {}

    /// Whom this id means by now.
    ///
    /// @throws Refusal.NotFound also for somebody of another community
    @Transactional(readOnly = true)
    Subject get(long member) {
        var present = belonging.present(member);
        var homes = new HashSet<Long>();
        var identities = new HashSet<Long>();
        db.sql(
                        """
                        select home, identity_id from members.report_home
                        where community_id = folkmoot.community() and member_id = :member
                        """)
                .param("member", present)
                .query(
                        row -> {
                            homes.add(row.getLong(1));
                            identities.add(row.getLong(2));
                        });
        if (identities.isEmpty()) {
            throw new Refusal.NotFound("This person");
        }
        return new Subject(present, homes, identities);
    }

    /// These accounts alone, whoever they were joined with meanwhile.
    @Transactional(readOnly = true)
    Subject of(long member, Set<Long> identities) {
        var homes =
                db.sql(
                                """
                                select home from members.report_home
                                where community_id = folkmoot.community() and identity_id = any(:identities)
                                """)
                        .param("identities", identities.toArray(Long[]::new))
                        .query(Long.class)
                        .list();
        return new Subject(belonging.present(member), new HashSet<>(homes), identities);
    }

    @Transactional(readOnly = true)
    Name name(long member) {
        return db.sql(
                        """
                        select member_id, name from members.report_member
                        where community_id = folkmoot.community() and member_id = :member
                        """)
                .param("member", belonging.present(member))
                .query((row, _) -> new Name(row.getLong(1), row.getString(2)))
                .optional()
                .orElseThrow(() -> new Refusal.NotFound("This person"));
    }

    /// Somebody of the busier members, always the same; nobody where there is none.
    @Transactional(readOnly = true)
    Optional<Long> some() {
        return db.sql(
                        """
                        select a.member_id from members.report_account a
                        join members.report_busyness b on b.community_id = a.community_id and b.identity_id = a.identity_id
                        join members.report_member m on m.community_id = a.community_id and m.member_id = a.member_id
                        where a.community_id = folkmoot.community() and m.role = 'member'
                        order by b.activities desc, a.member_id offset 20 limit 1
                        """)
                .query(Long.class)
                .optional();
    }

    /// Whoever may be behind an address: shown to the team, who decides.
    @Transactional(readOnly = true)
    List<Name> withAddress(String address) {
        return db.sql(
                        """
                        select distinct m.member_id, m.name from members.report_address a
                        join members.report_member m on m.community_id = a.community_id and m.member_id = a.member_id
                        where a.community_id = folkmoot.community() and a.address = lower(:address) order by 1 limit 20
                        """)
                .param("address", address.strip())
                .query((row, _) -> new Name(row.getLong(1), row.getString(2)))
                .list();
    }

    /// Everybody who keeps something, in the order in which it is told.
    List<PersonalData> everywhere() {
        return everywhere.stream().sorted(Comparator.comparingInt(PersonalData::order)).toList();
    }

    /// What would go and what would stay.
    @Transactional(readOnly = true)
    List<Fate> fates(Subject subject) {
        var fates = new ArrayList<Fate>();
        everywhere().forEach(kept -> fates.addAll(kept.fates(subject)));
        return fates.stream().filter(fate -> fate.rows() > 0).toList();
    }
}
