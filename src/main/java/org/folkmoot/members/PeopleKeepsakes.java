package org.folkmoot.members;

import org.folkmoot.members.PeopleArchive.Turn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Who put tags and notes on people and when, and what was taken off, as lines of an export. What
/// was taken off comes along so that no older import brings it back; of such a note its digest.
@Configuration(proxyBeanMethods = false)
class PeopleKeepsakes {

    private static final String TAGS =
            """
            select i.source, i.external_id as "externalId", t.name, t.by, t.at, t.removed_at as "removedAt" from members.tag t
            join members.report_home h on h.community_id = t.community_id and h.home = t.put_on
            join members.report_account i on i.community_id = h.community_id and i.identity_id = h.identity_id
            where t.community_id = folkmoot.community() order by i.identity_id, t.name
            """;

    /// The account's own line brought it as the import's.
    private static final String TAG_IN =
            """
            insert into members.tag as o (community_id, put_on, member_id, name, by, at, removed_at)
            select folkmoot.community(), h.home, h.member_id, r.name, r.by, r.at, r."removedAt"
            from jsonb_to_recordset(:rows::jsonb) r(identity bigint, name text, by text, at timestamptz, "removedAt" timestamptz)
            join members.report_home h on h.community_id = folkmoot.community() and h.identity_id = r.identity
            on conflict (community_id, put_on, name) do update set by = excluded.by, at = excluded.at
            where o.by = 'import' and o.removed_at is null and excluded.removed_at is null
            """;

    private static final String NOTES =
            """
            select i.source, i.external_id as "externalId",
                case when n.removed_at is null or starts_with(n.text, 'md5:') then n.text else 'md5:' || md5(n.text) end as text,
                n.by, n.at, n.edited_at as "editedAt", n.removed_at as "removedAt"
            from members.note n
            join members.report_home h on h.community_id = n.community_id and h.home = n.put_on
            join members.report_account i on i.community_id = h.community_id and i.identity_id = h.identity_id
            where n.community_id = folkmoot.community() order by n.id
            """;

    private static final String NOTE_IN =
            """
            with told as materialized (
                select h.home, h.member_id, r.* from jsonb_to_recordset(:rows::jsonb) r(identity bigint, text text, by text,
                    at timestamptz, "editedAt" timestamptz, "removedAt" timestamptz)
                join members.report_home h on h.community_id = folkmoot.community() and h.identity_id = r.identity),
            signed as (
                update members.note o set by = t.by, at = t.at, edited_at = t."editedAt" from told t
                where o.community_id = folkmoot.community() and o.put_on = t.home and o.text = t.text and o.by = 'import'
                    and o.removed_at is null and t."removedAt" is null)
            insert into members.note (community_id, put_on, member_id, text, by, at, edited_at, removed_at)
            select folkmoot.community(), t.home, t.member_id, t.text, t.by, t.at, t."editedAt", t."removedAt" from told t
            where not exists (select from members.note o where o.community_id = folkmoot.community() and o.put_on = t.home
                and (o.text in (t.text, 'md5:' || md5(t.text)) or t.text = 'md5:' || md5(o.text)))
            order by t.at
            """;

    @Bean
    Keeper peopleKeepsakes(Keepsakes tables) {
        return tables.keeper(
                Turn.BEFORE_LEDGER,
                1,
                Keepsake.of("tag", TAGS, TAG_IN)
                        .account()
                        .text("name", 100)
                        .text("by", 300)
                        .time("at")
                        .time("removedAt?"),
                Keepsake.of("note", NOTES, NOTE_IN)
                        .account()
                        .text("text", 20_000)
                        .text("by", 300)
                        .time("at")
                        .time("editedAt?")
                        .time("removedAt?"));
    }
}
