package org.folkmoot.consent;

import java.util.Arrays;
import org.folkmoot.members.Keeper;
import org.folkmoot.members.Keepsake;
import org.folkmoot.members.Keepsakes;
import org.folkmoot.members.PeopleArchive.Turn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What people were asked, as lines of an export. What waits to be sent stays: two installations
/// must not send it both.
@Configuration(proxyBeanMethods = false)
class AskKeepsakes {

    private static final String ASKS =
            """
            select a.source, a.external_id as "externalId", nullif(k.address, '') as address, k.purpose, k.channel, k.module,
                nullif(k.subject, '') as subject, k.counts, k.state, nullif(k.reason, '') as reason, k.goes_at as "goesAt",
                k.by, k.created_at as at, k.ended_at as "endedAt"
            from consent.ask k
            left join members.report_home h on h.community_id = k.community_id and h.home = k.put_on
            left join members.report_account a on a.community_id = h.community_id and a.identity_id = h.identity_id
            where k.community_id = folkmoot.community() and (a.source is not null or k.address <> '')
                and k.state in ('sent', 'failed', 'unconfirmed', 'cancelled') order by k.id
            """;

    /// The name by which a module knows an ask is of the installation it was asked in, so here it
    /// gets one that no module gives.
    private static final String ASK_IN =
            """
            insert into consent.ask (community_id, put_on, purpose, channel, module, key, address, subject, counts, state,
                reason, goes_at, expires_at, by, created_at, ended_at)
            select folkmoot.community(), h.home, r.purpose, r.channel, r.module,
                'elsewhere ' || md5(concat_ws(' ', r.identity, r.address, r.purpose, r.at)), coalesce(r.address, ''),
                coalesce(r.subject, ''), r.counts, r.state, coalesce(r.reason, ''), r."goesAt", r."goesAt", r.by, r.at, r."endedAt"
            from jsonb_to_recordset(:rows::jsonb) r(identity bigint, address text, purpose text, channel text, module text,
                subject text, counts boolean, state text, reason text, "goesAt" timestamptz, by text, at timestamptz,
                "endedAt" timestamptz)
            left join members.report_home h on h.community_id = folkmoot.community() and h.identity_id = r.identity
            where not exists (select from consent.ask k where k.community_id = folkmoot.community()
                and k.put_on is not distinct from h.home and k.address = coalesce(r.address, '') and k.module = r.module
                and k.purpose = r.purpose and k.created_at = r.at)
            on conflict do nothing
            """;

    @Bean
    Keeper askKeepsakes(Keepsakes tables) {
        var channels = Arrays.stream(Channel.values()).map(Channel::key).toArray(String[]::new);
        return tables.keeper(
                Turn.BEFORE_LEDGER,
                21,
                Keepsake.of("ask", ASKS, ASK_IN)
                        .accountIfAny()
                        .address("address?")
                        .text("purpose", 40)
                        .oneOf("channel", channels)
                        .text("module", 40)
                        .text("subject?", 1000)
                        .flag("counts")
                        .oneOf("state", "sent", "failed", "unconfirmed", "cancelled")
                        .text("reason?", 1000)
                        .time("goesAt")
                        .text("by", 300)
                        .time("at")
                        .time("endedAt?"));
    }
}
