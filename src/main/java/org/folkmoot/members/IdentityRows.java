package org.folkmoot.members;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.folkmoot.members.Told.Key;
import org.folkmoot.store.CopyIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Identities as they are kept: found by their account, added with a member each, rewritten.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class IdentityRows {

    /// So many newcomers at once change what the planner should know.
    private static final int MANY = 500;

    private final JdbcClient db;
    private final DataSource source;

    IdentityRows(JdbcClient db, DataSource source) {
        this.db = db;
        this.source = source;
    }

    record Known(long id, Profile profile) {}

    /// @param told what is told of each: only of those of whom something is told the known profile
    ///     is read, of the others it is empty
    Map<Key, Known> known(Map<Key, Profile> told) {
        var found = new HashMap<Key, Known>();
        var keys =
                told.keySet().stream()
                        .sorted(Comparator.comparing(Key::source).thenComparing(Key::id))
                        .toList();
        db.sql(
                        """
                        select i.source, i.external_id, i.id, case when k.told then i.profile else '{}' end
                        from unnest(:sources::text[], :ids::text[], :told::boolean[]) k(source, external_id, told)
                        join members.identity i on i.community_id = folkmoot.community()
                            and i.source = k.source and i.external_id = k.external_id
                        """)
                .param("sources", CopyIn.array(keys.stream().map(Key::source).toList()))
                .param("ids", CopyIn.array(keys.stream().map(Key::id).toList()))
                .param(
                        "told",
                        keys.stream()
                                .map(k -> !Profile.EMPTY.equals(told.get(k)))
                                .toArray(Boolean[]::new))
                .query(
                        (row, _) ->
                                found.put(
                                        new Key(row.getString(1), row.getString(2)),
                                        new Known(
                                                row.getLong(3),
                                                Profile.fromJson(row.getString(4)))))
                .list();
        return found;
    }

    /// Adds accounts that are new, each with the number of a member who is written when what
    /// follows from the accounts is derived.
    ///
    /// @param elsewhere from which community's export they come, if they do
    void add(Map<Key, Profile> fresh, Map<Key, String> elsewhere, Map<Key, Long> ids) {
        if (fresh.isEmpty()) {
            return;
        }
        var numbers =
                db.sql(
                                """
                                select nextval('members.identity_id'), nextval('members.member_id')
                                from generate_series(1, :many)
                                """)
                        .param("many", fresh.size())
                        .query((row, _) -> new long[] {row.getLong(1), row.getLong(2)})
                        .list();
        var rows = new CopyIn();
        var next = numbers.iterator();
        fresh.forEach(
                (key, profile) -> {
                    var number = next.next();
                    ids.put(key, number[0]);
                    rows.row(
                            number[0],
                            number[1],
                            key.source(),
                            key.platform(),
                            key.id(),
                            profile.toJson(),
                            profile.get("name"),
                            profile.get("handle"),
                            profile.get("email"),
                            MailDomain.of(profile.get("email")),
                            profile.get("url"),
                            profile.role(),
                            profile.joined(),
                            profile.left() == null ? null : profile.left().at(),
                            profile.shown(),
                            elsewhere.get(key));
                });
        db.sql(
                        """
                        create temporary table met (id bigint, member_id bigint, source text, platform text, external_id text,
                            profile jsonb, name text, handle text, email text, mailed text, url text, role text,
                            joined timestamptz, left_at timestamptz, dated timestamptz, elsewhere text) on commit drop
                        """)
                .update();
        rows.into(source, "met");
        db.sql(
                        """
                        insert into members.identity (community_id, id, source, platform, external_id, member_id, profile, name,
                            handle, email, mailed, url, role, joined_at, first_seen, left_at, elsewhere)
                        select folkmoot.community(), id, source, platform, external_id, member_id, profile, name,
                            handle, email, mailed, url, role, joined, least(joined, dated), left_at, elsewhere
                        from met
                        """)
                .update();
        countDomains("select mailed, 1 from met where mailed is not null");
        tell("met");
        db.sql("drop table met").update();
    }

    /// Has the planner look anew, after so many newcomers.
    void lookAgain(int newcomers) {
        if (newcomers >= MANY) {
            db.sql("select members.look_again()").query((_, _) -> 1).list();
        }
    }

    /// Writes profiles and the columns that are read from them. Whoever came with an export stays
    /// as it had them for as long as nothing else tells of them.
    ///
    /// @param elsewhere which community's export told it, where one did
    void update(Map<Key, Known> changed, Map<Key, String> elsewhere) {
        if (changed.isEmpty()) {
            return;
        }
        var rows = new CopyIn();
        for (var one : changed.entrySet()) {
            var known = one.getValue();
            var p = known.profile();
            var left = p.left();
            rows.row(
                    known.id(),
                    p.toJson(),
                    p.get("name"),
                    p.get("handle"),
                    p.get("email"),
                    MailDomain.of(p.get("email")),
                    p.get("url"),
                    p.role(),
                    p.joined(),
                    left == null ? null : left.at(),
                    left == null ? null : left.sure(),
                    p.shown(),
                    elsewhere.get(one.getKey()));
        }
        db.sql(
                        """
                        create temporary table told (id bigint, profile jsonb, name text, handle text, email text,
                            mailed text, url text, role text, joined timestamptz, left_at timestamptz, left_sure boolean,
                            dated timestamptz, elsewhere text) on commit drop
                        """)
                .update();
        rows.into(source, "told");
        countDomains(
                """
                select c.key, c.people from told t
                join members.identity i on i.community_id = folkmoot.community() and i.id = t.id
                cross join lateral (values (t.mailed, 1), (i.mailed, -1)) c(key, people)
                where t.mailed is distinct from i.mailed and c.key is not null
                """);
        db.sql(
                        """
                        update members.identity i set profile = t.profile, name = t.name, handle = t.handle,
                            email = t.email, mailed = t.mailed, url = t.url, joined_at = t.joined,
                            role = case when t.role = 'nobody' then t.role else coalesce(i.ruled, t.role) end,
                            first_seen = least(i.first_seen, t.joined, t.dated),
                            left_at = case when t.left_sure then t.left_at when t.left_at is not null then greatest(t.left_at, i.last_seen) end,
                            back_at = case when t.left_at is not null then i.back_at end,
                            elsewhere = case when t.elsewhere = i.elsewhere then i.elsewhere end
                        from told t where i.community_id = folkmoot.community() and i.id = t.id
                        """)
                .update();
        tell("told");
        db.sql("drop table told").update();
    }

    /// Takes the row from a reader who has not read this yet, or waits for one who is about to.
    private void tell(String staged) {
        db.sql(
                        """
                        insert into members.news (community_id, identity_id)
                        select folkmoot.community(), id from %s order by id
                        on conflict (community_id, identity_id) do update set told_at = now()
                        """
                                .formatted(staged))
                .update();
    }

    /// @param more how many accounts more write from each domain, and fewer, a row for each
    private void countDomains(String more) {
        db.sql(
                        """
                        insert into members.tally as kept (community_id, kind, transaction, key, people)
                        select folkmoot.community(), 'domain', pg_current_xact_id()::text::bigint, c.key, sum(c.people)
                        from (%s) c(key, people) group by c.key
                        on conflict (community_id, kind, transaction, key) do update set people = kept.people + excluded.people
                        """
                                .formatted(more))
                .update();
    }
}
