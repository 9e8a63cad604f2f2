package org.folkmoot.consent;

import java.util.Arrays;
import org.folkmoot.members.Keeper;
import org.folkmoot.members.Keepsake;
import org.folkmoot.members.Keepsakes;
import org.folkmoot.members.PeopleArchive.Turn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What people agreed to, as lines of an export.
@Configuration(proxyBeanMethods = false)
class ConsentKeepsakes {

    private static final String RULES =
            """
            select asks, days, quiet_from as "quietFrom", quiet_until as "quietUntil", days_off as "daysOff"
            from consent.rule where community_id = folkmoot.community()
            """;

    private static final String RULE_IN =
            """
            insert into consent.rule (community_id, asks, days, quiet_from, quiet_until, days_off)
            select folkmoot.community(), r.asks, r.days, r."quietFrom", r."quietUntil", r."daysOff" from jsonb_to_recordset(:rows::jsonb)
                r(asks smallint, days smallint, "quietFrom" smallint, "quietUntil" smallint, "daysOff" boolean)
            limit 1 on conflict do nothing
            """;

    private static final String PURPOSES =
            "select key, basis, offered from consent.purpose where community_id = folkmoot.community() order by key";

    private static final String PURPOSE_IN =
            """
            insert into consent.purpose (community_id, key, basis, offered)
            select folkmoot.community(), r.key, r.basis, r.offered
            from jsonb_to_recordset(:rows::jsonb) r(key text, basis text, offered boolean) on conflict do nothing
            """;

    private static final String WORDINGS =
            """
            select purpose, version, name, words, by, at from consent.wording
            where community_id = folkmoot.community() order by purpose, version
            """;

    private static final String WORDING_IN =
            """
            insert into consent.wording (community_id, purpose, version, name, words, by, at)
            select folkmoot.community(), r.purpose, r.version, r.name, r.words, r.by, r.at
            from jsonb_to_recordset(:rows::jsonb)
                r(purpose text, version integer, name text, words text, by text, at timestamptz)
            join consent.purpose p on p.community_id = folkmoot.community() and p.key = r.purpose
            on conflict do nothing
            """;

    private static final String WORDED_OTHERWISE =
            """
            select r.n from jsonb_to_recordset(:rows::jsonb) r(n integer, purpose text, version integer, name text, words text)
            join consent.wording w on w.community_id = folkmoot.community() and w.purpose = r.purpose and w.version = r.version
            where (w.name, w.words) is distinct from (r.name, r.words)
            """;

    private static final String CONSENTS =
            """
            select a.source, a.external_id as "externalId", nullif(e.address, '') as address, e.purpose, e.channel, e.act,
                e.source as through, e.version, md5(w.name || w.words) as seen, nullif(e.note, '') as note, e.by, e.at, e.noted_at as "notedAt"
            from consent.entry e
            left join consent.wording w on w.community_id = e.community_id and w.purpose = e.purpose and w.version = e.version
            left join members.report_home h on h.community_id = e.community_id and h.home = e.put_on
            left join members.report_account a on a.community_id = h.community_id and a.identity_id = h.identity_id
            where e.community_id = folkmoot.community() and (a.source is not null or e.address <> '') order by e.id
            """;

    /// Of a version that has other words here it is not known which words were seen.
    private static final String CONSENT_IN =
            """
            insert into consent.entry (community_id, put_on, address, purpose, channel, act, source, version, note, by, at, noted_at)
            select folkmoot.community(), h.home, coalesce(lower(r.address), ''), r.purpose, r.channel, r.act, r.through,
                case when exists (select from consent.wording w where w.community_id = folkmoot.community() and w.purpose = r.purpose
                    and w.version = r.version and md5(w.name || w.words) = r.seen) then r.version end,
                coalesce(r.note, ''), r.by, r.at, coalesce(r."notedAt", now())
            from jsonb_to_recordset(:rows::jsonb) r(identity bigint, address text, purpose text, channel text, act text, through text,
                version integer, seen text, note text, by text, at timestamptz, "notedAt" timestamptz)
            left join members.report_home h on h.community_id = folkmoot.community() and h.identity_id = r.identity
            where not exists (select from consent.entry e where e.community_id = folkmoot.community()
                and e.put_on is not distinct from h.home and e.address = coalesce(lower(r.address), '') and e.purpose = r.purpose
                and e.channel = r.channel and e.act = r.act and e.at = r.at)
            order by r.at
            """;

    @Bean
    Keeper consentKeepsakes(Keepsakes tables) {
        var channels = Arrays.stream(Channel.values()).map(Channel::key).toArray(String[]::new);
        return tables.keeper(
                Turn.BEFORE_LEDGER,
                20,
                Keepsake.of("contact_rule", RULES, RULE_IN)
                        .number("asks", 1, 100)
                        .number("days", 1, 366)
                        .number("quietFrom", 0, 1439)
                        .number("quietUntil", 0, 1439)
                        .flag("daysOff"),
                Keepsake.of("purpose", PURPOSES, PURPOSE_IN)
                        .text("key", 40)
                        .oneOf("basis", "consent", "interest", "service")
                        .flag("offered"),
                Keepsake.of("wording", WORDINGS, WORDING_IN)
                        .text("purpose", 40)
                        .number("version", 1, 1_000_000)
                        .text("name", 100)
                        .text("words", 2000)
                        .text("by", 300)
                        .time("at")
                        .unless(WORDED_OTHERWISE, "This version has other words here."),
                Keepsake.of("consent", CONSENTS, CONSENT_IN)
                        .accountIfAny()
                        .address("address?")
                        .text("purpose", 40)
                        .oneOf("channel", channels)
                        .oneOf("act", "asked", "granted", "confirmed", "withdrawn")
                        .oneOf("through", "form", "import", "hand", "link")
                        .number("version?", 1, 1_000_000)
                        .text("seen?", 40)
                        .text("note?", 500)
                        .text("by", 300)
                        .time("at")
                        .time("notedAt?"));
    }
}
