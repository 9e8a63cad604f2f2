package org.folkmoot.demo;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.folkmoot.community.Scene;
import org.folkmoot.consent.Act;
import org.folkmoot.consent.Ask;
import org.folkmoot.consent.Asking;
import org.folkmoot.consent.Channel;
import org.folkmoot.consent.Consents;
import org.folkmoot.consent.Letter;
import org.folkmoot.consent.Source;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What people of the demo community agreed to, and what they were asked.
@Component
class Correspondence implements Scene {

    private static final Letter LETTER =
            new Letter(
                    "Would you tell your story?",
                    """
                    Hello,

                    people keep coming back to what you wrote in the forum. Would you talk about it for
                    twenty minutes, at one of our evenings? We help with the slides.

                    The Lantern team""");

    private final JdbcClient db;
    private final Consents consents;
    private final Asking asking;
    private final Clock clock;

    Correspondence(JdbcClient db, Consents consents, Asking asking, Clock clock) {
        this.db = db;
        this.consents = consents;
        this.asking = asking;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public boolean due() {
        return !consents.any();
    }

    @Override
    public void play() {
        var people =
                db.sql(
                                """
                                select member_id from members.report_member
                                where community_id = folkmoot.community() and role = 'member'
                                order by last_seen desc nulls last, member_id limit 60
                                """)
                        .query(Long.class)
                        .list();
        for (int i = 0; i < people.size(); i++) {
            if (i % 3 != 2) {
                says(people.get(i), i % 9 == 4 ? Act.WITHDRAWN : Act.GRANTED, 20 + 5L * i);
            }
        }
        for (int i = 0; i < Math.min(6, people.size()); i++) {
            ask(people.get(i), "story " + i);
        }
        if (!people.isEmpty()) { // the fourth within a month has to wait
            for (var key : List.of("thanks", "survey", "evening")) {
                ask(people.getFirst(), key);
            }
        }
    }

    private void says(long member, Act act, long daysAgo) {
        consents.add(
                new Consents.Said(
                        member,
                        "",
                        "news",
                        Channel.MAIL,
                        act,
                        act == Act.GRANTED ? Source.FORM : Source.HAND,
                        1,
                        "",
                        clock.instant().minus(Duration.ofDays(daysAgo))));
    }

    private void ask(long member, String key) {
        asking.ask(
                new Ask(
                        member,
                        "personal",
                        Channel.MAIL,
                        "demo",
                        key,
                        LETTER,
                        Duration.ofDays(60)));
    }
}
