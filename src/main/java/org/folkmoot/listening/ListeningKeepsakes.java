package org.folkmoot.listening;

import org.folkmoot.members.Keeper;
import org.folkmoot.members.Keepsake;
import org.folkmoot.members.Keepsakes;
import org.folkmoot.members.PeopleArchive.Turn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What people said of posts, as lines of an export. All else is read anew from the ledger.
@Configuration(proxyBeanMethods = false)
class ListeningKeepsakes {

    private static final String OUT =
            """
            select c.activity_id as "activity#", c.mood as sounds, c.asks, c.by, c.at from listening.correction c
            join activity.report_activity a on a.community_id = folkmoot.community() and a.id = c.activity_id and a.counted
            where c.community_id = folkmoot.community() and c.digest = %s order by c.at, c.activity_id
            """
                    .formatted(Posts.DIGEST);

    private static final String IN =
            """
            with put as (
                insert into listening.correction (community_id, activity_id, digest, mood, asks, by, at)
                select folkmoot.community(), a.id, %2$s, r.sounds, r.asks, r.by, r.at
                from jsonb_to_recordset(:rows::jsonb) r(activity bigint, sounds text, asks boolean, by text, at timestamptz)
                join activity.report_activity a on a.community_id = folkmoot.community() and a.id = r.activity
                where %1$s is not null and (r.sounds is not null or r.asks is not null)
                on conflict do nothing returning activity_id),
            unseen as (
                delete from listening.seen s using put
                join activity.report_activity a on a.community_id = folkmoot.community() and a.id = put.activity_id
                where s.community_id = folkmoot.community() and s.day = a.day)
            insert into listening.day as d (community_id, day)
            select distinct folkmoot.community(), a.day from put
            join activity.report_activity a on a.community_id = folkmoot.community() and a.id = put.activity_id order by 2
            on conflict (community_id, day) do update set version = d.version + 1
            """
                    .formatted(Posts.TEXT, Posts.DIGEST);

    @Bean
    Keeper correctionKeepsakes(Keepsakes tables) {
        return tables.keeper(
                Turn.AFTER_LEDGER,
                70,
                Keepsake.of("correction", OUT, IN)
                        .activity("activity")
                        .oneOf("sounds?", "positive", "neutral", "negative")
                        .flag("asks?")
                        .text("by", 300)
                        .time("at"));
    }
}
