package org.folkmoot.organisations;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.access.Trail;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.organisations.Organisation.Draft;
import org.folkmoot.organisations.Organisation.Sign;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Organisations as they are kept, and how they were before.
@Repository
@Transactional
class OrganisationRows {

    private final JdbcClient db;

    OrganisationRows(JdbcClient db) {
        this.db = db;
    }

    boolean any() {
        return db.sql(
                        "select exists (select from organisations.organisation where community_id = folkmoot.community())")
                .query(Boolean.class)
                .single();
    }

    /// Makes those who change organisations of this community take turns.
    void alone() {
        db.sql("select pg_advisory_xact_lock(hashtext('organisations'), folkmoot.community())")
                .query((_, _) -> 1)
                .list();
    }

    /// @throws Refusal.NotFound when there is none
    Draft draft(long id) {
        return drafts(List.of(id)).values().stream()
                .findAny()
                .orElseThrow(() -> new Refusal.NotFound("This organisation"));
    }

    /// Many at once, in one statement; missing if they are not here.
    Map<Long, Draft> drafts(Collection<Long> ids) {
        var all = new HashMap<Long, Draft>();
        db.sql(
                        """
                        select o.id, o.name, o.url, o.note, o.staff, coalesce((
                            select jsonb_agg(jsonb_build_object('kind', s.kind, 'key', s.key, 'shown', s.shown) order by s.kind desc, s.key)
                            from organisations.sign s where s.community_id = o.community_id and s.organisation = o.id), '[]')
                        from organisations.organisation o
                        where o.community_id = folkmoot.community() and o.id = any(:ids)
                        """)
                .param("ids", ids.toArray(Long[]::new))
                .query(
                        row -> {
                            all.put(
                                    row.getLong(1),
                                    new Draft(
                                            row.getString(2),
                                            row.getString(3),
                                            row.getString(4),
                                            row.getBoolean(5),
                                            signs(row.getString(6))));
                        });
        return all;
    }

    static List<Sign> signs(String json) {
        return List.of(JsonMapper.shared().readValue(json, Sign[].class));
    }

    boolean missing(long id) {
        return drafts(List.of(id)).isEmpty();
    }

    long add(Draft draft) {
        var id =
                db.sql("select nextval('organisations.organisation_id')")
                        .query(Long.class)
                        .single();
        addAgain(id, draft);
        return id;
    }

    void addAgain(long id, Draft draft) {
        write(
                """
                insert into organisations.organisation (community_id, id, name, url, note, staff, by)
                values (folkmoot.community(), :id, :name, :url, :note, :staff, :by)
                """,
                id,
                draft);
    }

    void update(long id, Draft draft) {
        write(
                """
                update organisations.organisation set name = :name, url = :url, note = :note, staff = :staff, by = :by, at = now()
                where community_id = folkmoot.community() and id = :id
                """,
                id,
                draft);
    }

    private void write(String sql, long id, Draft draft) {
        db.sql(sql)
                .param("id", id)
                .param("name", draft.name())
                .param("url", draft.url())
                .param("note", draft.note())
                .param("staff", draft.staff())
                .param("by", Trail.who())
                .update();
    }

    void drop(long id) {
        db.sql(
                        "delete from organisations.organisation where community_id = folkmoot.community() and id = :id")
                .param("id", id)
                .update();
    }

    void unsign(long id) {
        db.sql(
                        "delete from organisations.sign where community_id = folkmoot.community() and organisation = :id")
                .param("id", id)
                .update();
    }

    /// @param owner the name of the organisation that is known by it
    record Taken(long id, String owner, String shown) {}

    /// Keeps what it is known by, unless another is known by one of these.
    ///
    /// @return the first that is taken; null when all are its own now
    @Nullable Taken sign(long id, List<Sign> signs) {
        db.sql(
                        """
                        insert into organisations.sign (community_id, kind, key, shown, organisation)
                        select folkmoot.community(), kind, key, shown, :id
                        from unnest(cast(:kinds as text[]), cast(:keys as text[]), cast(:shown as text[])) s(kind, key, shown)
                        on conflict do nothing
                        """)
                .param("id", id)
                .param("kinds", signs.stream().map(Sign::kind).toArray(String[]::new))
                .param("keys", signs.stream().map(Sign::key).toArray(String[]::new))
                .param("shown", signs.stream().map(Sign::shown).toArray(String[]::new))
                .update();
        return signs.stream()
                .map(s -> owned(s, id))
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /// Who is known by this; null for nobody.
    @Nullable Taken owner(Sign sign) {
        return owned(sign, 0);
    }

    private @Nullable Taken owned(Sign sign, long butNot) {
        return db.sql(
                        """
                        select o.id, o.name, s.shown from organisations.sign s
                        join organisations.organisation o on o.community_id = s.community_id and o.id = s.organisation
                        where s.community_id = folkmoot.community() and s.kind = :kind and s.key = :key and s.organisation <> :id
                        """)
                .param("kind", sign.kind())
                .param("key", sign.key())
                .param("id", butNot)
                .query((row, _) -> new Taken(row.getLong(1), row.getString(2), row.getString(3)))
                .optional()
                .orElse(null);
    }

    /// Keeps how it is, before it changes.
    long keep(long id, Draft draft) {
        return db.sql(
                        """
                        insert into organisations.former (community_id, organisation, was, by)
                        values (folkmoot.community(), :id, cast(:was as jsonb), :by) returning id
                        """)
                .param("id", id)
                .param("was", JsonMapper.shared().writeValueAsString(draft))
                .param("by", Trail.who())
                .query(Long.class)
                .single();
    }

    record Former(long id, Draft draft) {}

    /// @throws Refusal.NotFound when there is none
    Former former(long id) {
        return db.sql(
                        """
                        select organisation, was from organisations.former
                        where community_id = folkmoot.community() and id = :id
                        """)
                .param("id", id)
                .query(
                        (row, _) ->
                                new Former(
                                        row.getLong(1),
                                        JsonMapper.shared()
                                                .readValue(row.getString(2), Draft.class)))
                .optional()
                .orElseThrow(() -> new Refusal.NotFound("This change"));
    }
}
