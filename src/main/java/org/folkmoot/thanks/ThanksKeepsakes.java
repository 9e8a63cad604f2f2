package org.folkmoot.thanks;

import java.util.Arrays;
import org.folkmoot.members.Keeper;
import org.folkmoot.members.Keepsake;
import org.folkmoot.members.Keepsakes;
import org.folkmoot.members.PeopleArchive.Turn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What people were thanked for, and who wants no thanks, as lines of an export.
@Configuration(proxyBeanMethods = false)
class ThanksKeepsakes {

    private static final String RULES =
            """
            select kind, shown, least, by, at from thanks.rule where community_id = folkmoot.community() order by kind
            """;

    private static final String RULE_IN =
            """
            insert into thanks.rule (community_id, kind, shown, least, by, at)
            select folkmoot.community(), r.kind, r.shown, r.least, r.by, r.at
            from jsonb_to_recordset(:rows::jsonb) r(kind text, shown boolean, least integer, by text, at timestamptz)
            on conflict do nothing
            """;

    private static final String WISHES =
            """
            select a.source, a.external_id as "externalId", w.way, w.by, w.at from thanks.wish w
            join members.report_home h on h.community_id = w.community_id and h.home = w.put_on
            join members.report_account a on a.community_id = h.community_id and a.identity_id = h.identity_id
            where w.community_id = folkmoot.community() order by w.at, a.identity_id
            """;

    private static final String WISH_IN =
            """
            insert into thanks.wish (community_id, put_on, way, by, at)
            select folkmoot.community(), h.home, r.way, r.by, r.at
            from jsonb_to_recordset(:rows::jsonb) r(identity bigint, way text, by text, at timestamptz)
            join members.report_home h on h.community_id = folkmoot.community() and h.identity_id = r.identity
            on conflict do nothing
            """;

    private static final String THANKS =
            """
            select a.source, a.external_id as "externalId", t.kind, t.nth, t.activity_id as "activity#", t.moment_at as "momentAt",
                t.done, t.way, t.note, t.by, t.at, t.taken_back_at as "takenBackAt", t.taken_back_by as "takenBackBy"
            from thanks.thank t
            join members.report_home h on h.community_id = t.community_id and h.home = t.put_on
            join members.report_account a on a.community_id = h.community_id and a.identity_id = h.identity_id
            where t.community_id = folkmoot.community() order by t.id
            """;

    /// Each is a batch of its own here.
    private static final String THANK_IN =
            """
            insert into thanks.thank (community_id, batch, put_on, kind, nth, activity_id, moment_at, done, way, note, by, at,
                taken_back_at, taken_back_by)
            select folkmoot.community(), nextval('thanks.batch'), h.home, r.kind, r.nth, r.activity, r."momentAt", r.done, r.way,
                r.note, r.by, r.at, r."takenBackAt", r."takenBackBy"
            from jsonb_to_recordset(:rows::jsonb) r(identity bigint, kind text, nth integer, activity bigint, "momentAt" timestamptz,
                done text, way text, note text, by text, at timestamptz, "takenBackAt" timestamptz, "takenBackBy" text)
            join members.report_home h on h.community_id = folkmoot.community() and h.identity_id = r.identity
            where not exists (select from thanks.thank t where t.community_id = folkmoot.community() and t.put_on = h.home
                and t.kind = r.kind and t.nth = r.nth and t.activity_id = r.activity and t.at = r.at)
            order by r.at on conflict do nothing
            """;

    @Bean
    Keeper thanksKeepsakes(Keepsakes tables) {
        var kinds = Arrays.stream(MomentKind.values()).map(MomentKind::key).toArray(String[]::new);
        return tables.keeper(
                Turn.AFTER_LEDGER,
                30,
                Keepsake.of("moment_rule", RULES, RULE_IN)
                        .oneOf("kind", kinds)
                        .flag("shown")
                        .number("least", 0, 1_000_000)
                        .text("by", 300)
                        .time("at"),
                Keepsake.of("no_thanks", WISHES, WISH_IN)
                        .account()
                        .oneOf("way", "team", "link")
                        .text("by", 300)
                        .time("at"),
                Keepsake.of("thank", THANKS, THANK_IN)
                        .account()
                        .oneOf("kind", kinds)
                        .number("nth", 0, Integer.MAX_VALUE)
                        .activity("activity")
                        .time("momentAt")
                        .oneOf("done", "thanked", "skipped")
                        .oneOf("way?", "platform", "mail", "person", "gift")
                        .text("note?", 2000)
                        .text("by", 300)
                        .time("at")
                        .time("takenBackAt?")
                        .text("takenBackBy?", 300));
    }
}
