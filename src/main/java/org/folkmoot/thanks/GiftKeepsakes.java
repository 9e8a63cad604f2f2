package org.folkmoot.thanks;

import java.util.Arrays;
import org.folkmoot.members.Keeper;
import org.folkmoot.members.Keepsake;
import org.folkmoot.members.Keepsakes;
import org.folkmoot.members.PeopleArchive.Turn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What people were given, as lines of an export. Addresses stay where they are sealed: whoever
/// goes on elsewhere asks for them again.
@Configuration(proxyBeanMethods = false)
class GiftKeepsakes {

    private static final String KINDS =
            """
            select name, about, stock, cost, by, at, retired_at as "retiredAt" from thanks.gift_kind
            where community_id = folkmoot.community() order by id
            """;

    private static final String KIND_IN =
            """
            insert into thanks.gift_kind (community_id, name, about, stock, cost, by, at, retired_at)
            select folkmoot.community(), r.name, r.about, r.stock, r.cost, r.by, r.at, r."retiredAt"
            from jsonb_to_recordset(:rows::jsonb) r(name text, about text, stock integer, cost text, by text, at timestamptz,
                "retiredAt" timestamptz)
            where not exists (select from thanks.gift_kind k where k.community_id = folkmoot.community() and k.name = r.name
                and (k.at = r.at or k.retired_at is null and r."retiredAt" is null))
            on conflict do nothing
            """;

    private static final String GIFTS =
            """
            select a.source, a.external_id as "externalId", k.name as what, k.at as "whatSince", g.kind, g.nth,
                g.activity_id as "activity#", g.why, g.by, g.at,
                (select jsonb_agg(jsonb_build_object('state', s.state, 'note', s.note, 'by', s.by, 'at',
                        to_char(s.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')) order by s.n)
                    from thanks.gift_step s where s.community_id = g.community_id and s.gift_id = g.id) as steps
            from thanks.gift g
            join thanks.gift_kind k on k.community_id = g.community_id and k.id = g.gift_kind_id
            join members.report_home h on h.community_id = g.community_id and h.home = g.put_on
            join members.report_account a on a.community_id = h.community_id and a.identity_id = h.identity_id
            where g.community_id = folkmoot.community() order by g.id
            """;

    private static final String GIFT_IN =
            """
            with told as materialized (
                select nextval('thanks.gift_id') as id, h.home, k.id as kind_id, r.* from jsonb_to_recordset(:rows::jsonb)
                    r(identity bigint, what text, "whatSince" timestamptz, kind text, nth integer, activity bigint, why text,
                        by text, at timestamptz, steps jsonb)
                join members.report_home h on h.community_id = folkmoot.community() and h.identity_id = r.identity
                join lateral (select id from thanks.gift_kind k where k.community_id = folkmoot.community() and k.name = r.what
                    order by k.at = r."whatSince" desc, k.retired_at is null desc, k.id limit 1) k on true
                where not exists (select from thanks.gift g where g.community_id = folkmoot.community()
                    and g.put_on = h.home and g.at = r.at and g.gift_kind_id = k.id)),
            made as (
                insert into thanks.gift (community_id, id, put_on, gift_kind_id, kind, nth, activity_id, why, by, at)
                select folkmoot.community(), id, home, kind_id, kind, nth, activity, why, by, at from told returning id)
            insert into thanks.gift_step (community_id, gift_id, n, state, note, by, at)
            select folkmoot.community(), told.id, s.n, s.step->>'state', s.step->>'note', s.step->>'by', (s.step->>'at')::timestamptz
            from told cross join jsonb_array_elements(told.steps) with ordinality s(step, n)
            """;

    /// A gift of which nothing is in the catalogue would be given for nothing.
    private static final String NOT_IN_CATALOGUE =
            """
            select r.n from jsonb_to_recordset(:rows::jsonb) r(n integer, what text)
            where not exists (select from thanks.gift_kind k where k.community_id = folkmoot.community() and k.name = r.what)
            """;

    @Bean
    Keeper giftKeepsakes(Keepsakes tables) {
        var kinds = Arrays.stream(MomentKind.values()).map(MomentKind::key).toArray(String[]::new);
        var states = Arrays.stream(Gift.State.values()).map(Gift.State::key).toArray(String[]::new);
        return tables.keeper(
                Turn.AFTER_LEDGER,
                31,
                Keepsake.of("gift_kind", KINDS, KIND_IN)
                        .text("name", 100)
                        .text("about", 500)
                        .number("stock?", 0, 1_000_000)
                        .text("cost", 40)
                        .text("by", 300)
                        .time("at")
                        .time("retiredAt?"),
                Keepsake.of("gift", GIFTS, GIFT_IN)
                        .account()
                        .text("what", 100)
                        .time("whatSince")
                        .oneOf("kind?", kinds)
                        .number("nth?", 0, Integer.MAX_VALUE)
                        .activity("activity?")
                        .text("why", 500)
                        .text("by", 300)
                        .time("at")
                        .list(
                                "steps",
                                step ->
                                        step.oneOf("state", states)
                                                .text("note", 500)
                                                .text("by", 300)
                                                .time("at"))
                        .unless(NOT_IN_CATALOGUE, "What was given is not in the catalogue."));
    }
}
