package org.folkmoot.organisations;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.folkmoot.access.Trail;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.members.Employers;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Where people work and worked: as their accounts said over time, and as the team says. An entry
/// of the team that has no end holds now, against whatever profiles and addresses tell.
@Repository
@Transactional
class Stints {

    private final JdbcClient db;
    private final Employers employers;
    private final Trail trail;

    Stints(JdbcClient db, Employers employers, Trail trail) {
        this.db = db;
        this.employers = employers;
        this.trail = trail;
    }

    /// A time at one organisation.
    ///
    /// @param id of the team's entry; null for what accounts said
    /// @param since as far as it is known, like `until`; of what accounts said when they said so
    ///   first and last
    /// @param by who of the team says so
    record Span(
            @Nullable Long id,
            String organisation,
            @Nullable LocalDate since,
            @Nullable LocalDate until,
            @Nullable String by) {}

    /// The latest first, those without an end before all others.
    ///
    /// @param zone whose days
    @Transactional(readOnly = true)
    List<Span> of(long member, ZoneId zone) {
        return db.sql(
                        """
                        select s.id, s.organisation, s.since, s.until, s.by from organisations.stint s
                        where s.community_id = folkmoot.community() and s.put_on in (select h.home from members.report_home h
                            where h.community_id = folkmoot.community() and h.member_id = :member)
                        union all
                        select null, w.organisation, (min(w.first_at) at time zone :zone)::date, (max(w.last_at) at time zone :zone)::date, null
                        from members.report_worked w
                        join members.report_account a on a.community_id = w.community_id and a.identity_id = w.identity_id
                        where w.community_id = folkmoot.community() and a.member_id = :member
                        group by w.organisation
                        order by 4 desc nulls first, 3 desc nulls last, 2
                        """)
                .param("member", member)
                .param("zone", zone.getId())
                .query(
                        (row, _) -> {
                            var id = row.getLong(1);
                            return new Span(
                                    row.wasNull() ? null : id,
                                    row.getString(2),
                                    row.getObject(3, LocalDate.class),
                                    row.getObject(4, LocalDate.class),
                                    row.getString(5));
                        })
                .list();
    }

    /// Where somebody is counted now; null for nowhere.
    @Transactional(readOnly = true)
    @Nullable String now(long member) {
        return db.sql(
                        """
                        select organisation from members.report_colleague
                        where community_id = folkmoot.community() and member_id = :member
                        """)
                .param("member", member)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    /// @return the entry, to take it back
    /// @throws Refusal.Unusable for a name or days that cannot be
    @Transactional(noRollbackFor = Refusal.class)
    long add(
            long member,
            String organisation,
            @Nullable LocalDate since,
            @Nullable LocalDate until) {
        var name = organisation.replace("\0", "").strip();
        if (name.isEmpty() || name.length() > Organisation.LONGEST_NAME) {
            throw new Refusal.Unusable("Name the organisation, in up to 200 characters.");
        }
        if (since != null && until != null && until.isBefore(since)) {
            throw new Refusal.Unusable("It ended before it began. Look at the two days again.");
        }
        var id =
                db.sql(
                                """
                                insert into organisations.stint (community_id, put_on, organisation, since, until, by)
                                values (folkmoot.community(), :on, :name, :since, :until, :by) returning id
                                """)
                        .param("on", member)
                        .param("name", name)
                        .param("since", since)
                        .param("until", until)
                        .param("by", Trail.who())
                        .query(Long.class)
                        .single();
        follow(member);
        trail.record("employment noted", "member", Long.toString(member), Map.of("id", id));
        return id;
    }

    /// The same, told of an account, unless it is here already.
    @Transactional(noRollbackFor = Refusal.class)
    void bring(
            long identity,
            String organisation,
            @Nullable LocalDate since,
            @Nullable LocalDate until) {
        var home =
                db.sql(
                                """
                                select home from members.report_home
                                where community_id = folkmoot.community() and identity_id = :identity
                                """)
                        .param("identity", identity)
                        .query(Long.class)
                        .single();
        var known =
                db.sql(
                                """
                                select count(*) from organisations.stint
                                where community_id = folkmoot.community() and put_on = :on and organisation = :name
                                    and since is not distinct from cast(:since as date) and until is not distinct from cast(:until as date)
                                """)
                        .param("on", home)
                        .param("name", organisation.replace("\0", "").strip())
                        .param("since", since)
                        .param("until", until)
                        .query(Long.class)
                        .single();
        if (known == 0) {
            add(home, organisation, since, until);
        }
    }

    /// What was taken away.
    record Gone(
            long putOn,
            String organisation,
            @Nullable LocalDate since,
            @Nullable LocalDate until) {}

    Gone remove(long id) {
        var gone =
                db.sql(
                                """
                                delete from organisations.stint where community_id = folkmoot.community() and id = :id
                                returning put_on, organisation, since, until
                                """)
                        .param("id", id)
                        .query(
                                (row, _) ->
                                        new Gone(
                                                row.getLong(1),
                                                row.getString(2),
                                                row.getObject(3, LocalDate.class),
                                                row.getObject(4, LocalDate.class)))
                        .optional()
                        .orElseThrow(() -> new Refusal.NotFound("This entry"));
        follow(gone.putOn());
        trail.record("employment removed", "member", Long.toString(gone.putOn()), Map.of("id", id));
        return gone;
    }

    /// The latest entry without an end says where somebody works now.
    private void follow(long putOn) {
        employers.say(
                putOn,
                db.sql(
                                """
                                select organisation from organisations.stint
                                where community_id = folkmoot.community() and put_on = :on and until is null
                                order by since desc nulls last, id desc limit 1
                                """)
                        .param("on", putOn)
                        .query(String.class)
                        .optional()
                        .orElse(null));
    }
}
