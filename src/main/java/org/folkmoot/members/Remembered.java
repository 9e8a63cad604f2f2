package org.folkmoot.members;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The profile itself, as personal data: accounts with all their fields, tags, notes, what was said
/// by hand.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Remembered implements PersonalData {

    private static final Map<String, String> PARTS = new LinkedHashMap<>();

    static {
        PARTS.put(
                "Profile",
                """
                select id as "number", name, email, organisation, title, location, timezone, language, pronouns, bio,
                    coalesce(role_by_hand, role) as role, first_seen, last_seen, left_at, back_at, activities
                from members.member where community_id = folkmoot.community() and id = :member
                """);
        PARTS.put(
                "Accounts",
                """
                select platform, source, external_id as "account", handle, name, email, url, role, joined_at, left_at,
                    first_seen, last_seen, activities
                from members.identity where community_id = folkmoot.community() and id = any(:identities) order by id
                """);
        PARTS.put(
                "What the platforms tell",
                """
                select i.platform, f.key as "field", f.value->>'v' as "value", nullif(f.value->>'at', '') as "as of"
                from members.identity i cross join lateral jsonb_each(i.profile) f
                where i.community_id = folkmoot.community() and i.id = any(:identities) order by i.id, f.key
                """);
        PARTS.put(
                "Tags",
                """
                select name as "tag", by, at, removed_at from members.tag
                where community_id = folkmoot.community() and put_on = any(:homes) order by at, name
                """);
        PARTS.put(
                "Notes by the team",
                """
                select text, by, at, edited_at, removed_at from members.note
                where community_id = folkmoot.community() and put_on = any(:homes) order by at, id
                """);
        PARTS.put(
                "Said by hand",
                """
                select field, value, by, at from members.said
                where community_id = folkmoot.community() and put_on = any(:homes) order by field, at
                """);
        PARTS.put(
                "Said by sources of who is who",
                """
                select why as "what", same as "one person" from members.claim
                where community_id = folkmoot.community()
                    and (one_identity = any(:identities) or other_identity = any(:identities))
                """);
    }

    private final JdbcClient db;
    private final Forgotten forgotten;
    private final MemberFacts facts;

    Remembered(JdbcClient db, Forgotten forgotten, MemberFacts facts) {
        this.db = db;
        this.forgotten = forgotten;
        this.facts = facts;
    }

    @Override
    public int order() {
        return 0;
    }

    @Override
    public List<Part> tell(Subject subject) {
        var parts = new ArrayList<Part>();
        PARTS.forEach(
                (title, sql) -> {
                    var rows = about(sql, subject).query().listOfRows();
                    if (!rows.isEmpty()) {
                        parts.add(new Part(title, key(title), rows));
                    }
                });
        return parts;
    }

    private static String key(String title) {
        return title.toLowerCase(java.util.Locale.ROOT).replace(' ', '_');
    }

    private JdbcClient.StatementSpec about(String sql, Subject subject) {
        return db.sql(sql)
                .param("member", subject.member())
                .param("homes", subject.homes().toArray(Long[]::new))
                .param("identities", subject.identities().toArray(Long[]::new));
    }

    @Override
    public List<Fate> fates(Subject subject) {
        var fates = new ArrayList<Fate>();
        for (var part : tell(subject)) {
            if (!part.key().equals("profile") && !part.key().equals("accounts")) {
                fates.add(new Fate(part.title(), part.rows().size(), true, ""));
            }
        }
        fates.add(0, new Fate("Name, profile and addresses", 1, true, ""));
        fates.add(
                new Fate(
                        "Accounts",
                        subject.identities().size(),
                        false,
                        "Without name, handle and address, under a cover in place of the account's id: "
                                + "so numbers stay true, and an import knows not to bring anything back."));
        return fates;
    }

    @Override
    public void forget(Subject subject) {
        var cover = forgotten.coverForGood();
        var accounts =
                db.sql(
                                """
                                select id, source, external_id, email, handle, name from members.identity
                                where community_id = folkmoot.community() and id = any(:identities) order by id for update
                                """)
                        .param("identities", subject.identities().toArray(Long[]::new))
                        .query(
                                (row, _) ->
                                        new Named(
                                                row.getLong(1),
                                                new Told.Key(row.getString(2), row.getString(3)),
                                                row.getString(4),
                                                row.getString(5),
                                                row.getString(6)))
                        .list();
        addresses(accounts, cover);
        var ids = accounts.stream().map(Named::id).toList();
        db.sql(
                        """
                        update members.identity i set external_id = c.cover, name = null, handle = null, email = null, url = null,
                            profile = (select coalesce(jsonb_object_agg(f.key, f.value), '{}') from jsonb_each(i.profile) f
                                where f.key in ('joined', 'left', 'shown', 'bot', 'staff', 'nobody') and f.value->>'v' <> 'no')
                        from unnest(:ids::bigint[], :covers::text[]) c(id, cover)
                        where i.community_id = folkmoot.community() and i.id = c.id
                        """)
                .param("ids", ids.toArray(Long[]::new))
                .param(
                        "covers",
                        accounts.stream().map(a -> cover.of(a.key()).id()).toArray(String[]::new))
                .update();
        forgotten.name(ids);
        for (var table : List.of("tag", "note", "said")) {
            about(
                            """
                            delete from members.%s where community_id = folkmoot.community() and put_on = any(:homes) %s
                            """
                                    .formatted(
                                            table,
                                            table.equals("said") ? "and field <> 'role'" : ""),
                            subject)
                    .update();
        }
        about(
                        """
                        delete from members.claim where community_id = folkmoot.community()
                            and (one_identity = any(:identities) or other_identity = any(:identities))
                        """,
                        subject)
                .update();
        facts.derive(ids);
    }

    private record Named(
            long id,
            Told.Key key,
            @Nullable String email,
            @Nullable String handle,
            @Nullable String name) {

        /// What a text may call her. One name alone may be anybody's.
        Stream<String> called() {
            return Stream.of(key.id(), email, handle, name)
                    .filter(Objects::nonNull)
                    .filter(called -> !called.equals(name) || called.strip().contains(" "));
        }
    }

    private void addresses(Collection<Named> accounts, Cover cover) {
        var addresses = new java.util.TreeSet<String>();
        for (var account : accounts) {
            if (account.email() != null) {
                addresses.add(cover.ofAddress(account.email()));
            }
            if (account.key().id().contains("@")) {
                addresses.add(cover.ofAddress(account.key().id()));
            }
            account.called().flatMap(c -> Naming.of(cover, c).stream()).forEach(addresses::add);
        }
        db.sql(
                        """
                        insert into members.forgotten_address (community_id, address)
                        select folkmoot.community(), a from unnest(:addresses::text[]) a on conflict do nothing
                        """)
                .param("addresses", addresses.toArray(String[]::new))
                .update();
    }
}
