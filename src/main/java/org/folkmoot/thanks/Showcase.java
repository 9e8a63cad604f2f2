package org.folkmoot.thanks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.folkmoot.community.Scene;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What a made-up community has thanked for and given already, so that there is something to look
/// at. Needs the moments, which are worked out in the background.
@Repository
@Transactional
class Showcase implements Scene {

    private static final String BY = "Robin";

    /// Where the gifts are, one after the other.
    private static final List<List<Gift.State>> WAYS =
            List.of(
                    List.of(Gift.State.ASKED, Gift.State.ADDRESS),
                    List.of(Gift.State.ASKED),
                    List.of(Gift.State.ASKED, Gift.State.ADDRESS, Gift.State.SENT),
                    List.of(
                            Gift.State.ASKED,
                            Gift.State.ADDRESS,
                            Gift.State.SENT,
                            Gift.State.ARRIVED),
                    List.of(Gift.State.ASKED, Gift.State.DECLINED));

    private final JdbcClient db;
    private final GiftKinds kinds;
    private final Addresses addresses;

    private final Following following;
    private final Clock clock;

    Showcase(
            JdbcClient db, GiftKinds kinds, Addresses addresses, Following following, Clock clock) {
        this.db = db;
        this.following = following;
        this.clock = clock;
        this.kinds = kinds;
        this.addresses = addresses;
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public boolean due() {
        return kinds.all().isEmpty() && following.settled();
    }

    @Override
    public void play() {
        var now = clock.instant();
        if (thank(now) == 0) {
            return;
        }
        kinds.add(GiftKind.written("Lantern mug", "Enamel, holds tea and cocoa", "40", "9 €"));
        kinds.add(GiftKind.written("Sticker sheet", "Six of them, weatherproof", "", "0.80 €"));
        kinds.add(GiftKind.written("Conference ticket", "For the next Lantern Days", "3", "120 €"));
        give(kinds.all().stream().map(GiftKind::id).toList(), now);
    }

    /// Two of three of the best moments older than a week, a day or two after each.
    private int thank(Instant now) {
        return db.sql(
                        """
                        insert into thanks.thank (community_id, batch, put_on, kind, nth, activity_id, moment_at, done, way, by, at)
                        select m.community_id, nextval('thanks.batch'), h.home, m.kind, m.nth, m.activity_id, m.at, 'thanked',
                            case when m.activity_id % 4 = 0 then 'mail' else 'platform' end, :by,
                            m.at + make_interval(days => (m.activity_id % 3)::integer)
                        from thanks.moment m
                        join members.report_home h on h.community_id = m.community_id and h.identity_id = m.identity_id
                        join members.report_member p on p.community_id = h.community_id and p.member_id = h.member_id
                        where m.community_id = folkmoot.community() and p.role = 'member' and m.worth >= 5
                            and m.activity_id % 5 < 3 and m.at < :until
                        order by m.at on conflict do nothing
                        """)
                .param("by", BY)
                .param("until", now.minus(Duration.ofDays(7)).atOffset(ZoneOffset.UTC))
                .update();
    }

    private void give(List<Long> what, Instant now) {
        var thanked =
                db.sql(
                                """
                                select distinct on (put_on) put_on from thanks.thank
                                where community_id = folkmoot.community() and at > :since order by put_on limit :most
                                """)
                        .param("since", now.minus(Duration.ofDays(90)).atOffset(ZoneOffset.UTC))
                        .param("most", WAYS.size())
                        .query(Long.class)
                        .list();
        for (int i = 0; i < thanked.size(); i++) {
            var way = WAYS.get(i);
            var gift =
                    db.sql(
                                    """
                                    insert into thanks.gift (community_id, put_on, gift_kind_id, why, by, at)
                                    values (folkmoot.community(), :who, :what, 'For all the help this spring', :by, :at) returning id
                                    """)
                            .param("who", thanked.get(i))
                            .param("what", what.get(i % 2))
                            .param("by", BY)
                            .param("at", now.minus(Duration.ofDays(12)).atOffset(ZoneOffset.UTC))
                            .query(Long.class)
                            .single();
            for (int n = 0; n < way.size(); n++) {
                var state = way.get(n);
                var hers = state == Gift.State.ADDRESS || state == Gift.State.DECLINED;
                db.sql(
                                """
                                insert into thanks.gift_step (community_id, gift_id, n, state, note, by, at)
                                values (folkmoot.community(), :gift, :n, :state, '', :by, :at)
                                """)
                        .param("gift", gift)
                        .param("n", n + 1)
                        .param("state", state.key())
                        .param("by", hers ? Gifts.THEMSELVES : BY)
                        .param(
                                "at",
                                now.minus(Duration.ofDays(12 - 3L * n)).atOffset(ZoneOffset.UTC))
                        .update();
            }
            if (way.contains(Gift.State.ADDRESS)) {
                addresses.keep(
                        gift,
                        new Address(
                                "Somebody Made Up",
                                "1 Harbour Lane",
                                "12345",
                                "Lanternby",
                                "Nowhere"));
            }
        }
    }
}
