package org.folkmoot.members;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.folkmoot.access.Trail;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Which names and e-mail domains stand for which organisation: whoever keeps organisations tells
/// it here, and everybody who goes by one of them is derived anew, nobody else.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class Employers {

    private static final int AT_A_TIME = 5000;

    private final JdbcClient db;
    private final MemberFacts facts;

    Employers(JdbcClient db, MemberFacts facts) {
        this.db = db;
        this.facts = facts;
    }

    /// Something an organisation is known by.
    ///
    /// @param kind `name` or `domain`
    /// @param key of a name what [#keys] makes of it, of a domain what [MailDomain#key] does
    public record Sign(String kind, String key) {}

    /// An organisation with all that it is known by.
    public record Employer(long id, String name, boolean staff, List<Sign> signs) {

        public Employer {
            signs = List.copyOf(signs);
        }
    }

    /// What is looked up of these names, in the same order; empty where nothing is left of one.
    @Transactional(readOnly = true, propagation = Propagation.REQUIRED)
    public List<String> keys(List<String> names) {
        return db.sql(
                        """
                        select coalesce(members.employer_key(n.name), '')
                        from unnest(cast(:names as text[])) with ordinality n(name, nth) order by n.nth
                        """)
                .param("names", names.toArray(String[]::new))
                .query((row, _) -> row.getString(1))
                .list();
    }

    /// Tells all that these organisations are known by, in place of whatever was told before; one
    /// without signs is no more.
    ///
    /// @return how many accounts belong to people who were looked at anew
    public int tell(Collection<Employer> told) {
        var rows = new ArrayList<Object[]>();
        for (var employer : told) {
            for (var sign : employer.signs()) {
                rows.add(
                        new Object[] {
                            employer.id(),
                            employer.name(),
                            employer.staff(),
                            sign.kind(),
                            sign.key()
                        });
            }
        }
        var changed =
                db.sql(
                                """
                                with wanted as (
                                    select * from unnest(cast(:ids as bigint[]), cast(:names as text[]), cast(:staff as boolean[]),
                                        cast(:kinds as text[]), cast(:keys as text[])) w(organisation, name, staff, kind, key)
                                ), gone as (
                                    delete from members.employer e
                                    where e.community_id = folkmoot.community() and e.organisation = any(:all)
                                        and not exists (select from wanted w where w.kind = e.kind and w.key = e.key)
                                    returning e.kind, e.key
                                ), put as (
                                    insert into members.employer as e (community_id, kind, key, organisation, name, staff)
                                    select folkmoot.community(), kind, key, organisation, name, staff from wanted
                                    on conflict (community_id, kind, key) do update
                                        set organisation = excluded.organisation, name = excluded.name, staff = excluded.staff
                                        where e.organisation <> excluded.organisation or e.name <> excluded.name
                                            or e.staff <> excluded.staff
                                    returning e.kind, e.key
                                )
                                select kind, key from gone union select kind, key from put
                                """)
                        .param("ids", column(rows, 0, Long.class))
                        .param("names", column(rows, 1, String.class))
                        .param("staff", column(rows, 2, Boolean.class))
                        .param("kinds", column(rows, 3, String.class))
                        .param("keys", column(rows, 4, String.class))
                        .param("all", told.stream().map(Employer::id).toArray(Long[]::new))
                        .query((row, _) -> new Sign(row.getString(1), row.getString(2)))
                        .list();
        return deriveThoseBy(changed);
    }

    @SuppressWarnings("unchecked") // an array of what it is asked for
    private static <T> T[] column(List<Object[]> rows, int at, Class<T> type) {
        return rows.stream()
                .map(row -> type.cast(row[at]))
                .toArray(n -> (T[]) java.lang.reflect.Array.newInstance(type, n));
    }

    private int deriveThoseBy(List<Sign> changed) {
        if (changed.isEmpty()) {
            return 0;
        }
        var accounts =
                db.sql(
                                """
                                with concerned as (
                                    select m.id from members.member m
                                    where m.community_id = folkmoot.community() and m.employer_key = any(:names)
                                    union
                                    select i.member_id from unnest(cast(:domains as text[])) d(domain)
                                    join members.identity i on i.community_id = folkmoot.community()
                                        and (i.mailed = d.domain or (i.mailed > d.domain || '.' and i.mailed < d.domain || '/'))
                                )
                                select i.id from members.identity i join concerned c on c.id = i.member_id
                                where i.community_id = folkmoot.community() order by i.member_id, i.id
                                """)
                        .param("names", keys(changed, "name"))
                        .param("domains", keys(changed, "domain"))
                        .query((row, _) -> row.getLong(1))
                        .list();
        for (int from = 0; from < accounts.size(); from += AT_A_TIME) {
            facts.derive(accounts.subList(from, Math.min(accounts.size(), from + AT_A_TIME)));
        }
        return accounts.size();
    }

    private static String[] keys(List<Sign> signs, String kind) {
        return signs.stream()
                .filter(s -> s.kind().equals(kind))
                .map(Sign::key)
                .toArray(String[]::new);
    }

    /// Says by hand where somebody works now; null goes back to what profiles and addresses tell.
    ///
    /// @param putOn the member of whom it was said, as of then
    public void say(long putOn, @Nullable String name) {
        db.sql(
                        """
                        insert into members.said (community_id, put_on, field, member_id, value, by, at)
                        select folkmoot.community(), :on, 'organisation', coalesce((select i.member_id from members.identity i
                            where i.community_id = folkmoot.community() and i.home = :on limit 1), :on), :value, :by, clock_timestamp()
                        on conflict (community_id, put_on, field) do update
                            set value = excluded.value, by = excluded.by, at = excluded.at
                        """)
                .param("on", putOn)
                .param("value", name)
                .param("by", Trail.who())
                .update();
        facts.derive(
                db.sql(
                                """
                                select id from members.identity
                                where community_id = folkmoot.community() and (home = :on or (home is null and member_id = :on))
                                """)
                        .param("on", putOn)
                        .query((row, _) -> row.getLong(1))
                        .list());
    }

    /// Who would become staff if this organisation's people were the team's own, or who would no
    /// longer be if they were not. Whoever is what they are by hand or by a platform stays that.
    @Transactional(readOnly = true, propagation = Propagation.REQUIRED)
    public List<Long> swayed(String organisation, boolean staff) {
        return db.sql(
                        """
                        select m.id from members.member m
                        where m.community_id = folkmoot.community() and m.organisation = :organisation
                            and m.role_by_hand is null and m.role = case when :staff then 'member' else 'staff' end
                            and (:staff or not exists (select from members.identity i
                                where i.community_id = m.community_id and i.member_id = m.id and i.role = 'staff'))
                        order by m.id
                        """)
                .param("organisation", organisation)
                .param("staff", staff)
                .query((row, _) -> row.getLong(1))
                .list();
    }

    /// Adds up the counts of people by organisation when they have become many rows.
    public void settle() {
        db.sql("select members.settle_tally()").query((_, _) -> 1).list();
    }
}
