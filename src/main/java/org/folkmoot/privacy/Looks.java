package org.folkmoot.privacy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.folkmoot.access.Trail;
import org.folkmoot.kernel.CommunityId;
import org.folkmoot.members.Onlooker;
import org.folkmoot.members.PersonalData.Subject;
import org.folkmoot.store.Here;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Who looked at whom: one row for each viewer, person, way and hour. Written beside the page, by a
/// thread of its own, so that nobody waits for it; a second look within the hour writes nothing.
@Repository
class Looks implements Onlooker {

    private static final Logger log = LoggerFactory.getLogger(Looks.class);
    private static final int REMEMBERED = 10_000;

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final Clock clock;

    private final Set<Look> written =
            Collections.synchronizedSet(
                    Collections.newSetFromMap(
                            new LinkedHashMap<>() {
                                private static final long serialVersionUID = 1;

                                @Override
                                protected boolean removeEldestEntry(Map.Entry<Look, Boolean> e) {
                                    return size() > REMEMBERED;
                                }
                            }));

    Looks(JdbcClient db, PlatformTransactionManager transactions, Clock clock) {
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    private record Look(CommunityId here, Instant hour, long member, String way, String who) {}

    /// A row of the log.
    ///
    /// @param member whose profile; null for a list
    record Line(
            Instant hour, String who, String way, @Nullable Long member, String name, int people) {}

    @Override
    public void sawOne(long member, String way) {
        saw(member, way, 1);
    }

    @Override
    public void sawMany(int people) {
        if (people > 0) {
            saw(0, "list", people);
        }
    }

    private void saw(long member, String way, int people) {
        var here = Here.community();
        var hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        var look = new Look(here, hour, member, way, Trail.who());
        if (member != 0 && !written.add(look)) {
            return;
        }
        Thread.ofVirtual().name("look").start(() -> Here.in(here, () -> write(look, people)));
    }

    private void write(Look look, int people) {
        try {
            transaction.executeWithoutResult(
                    _ ->
                            db.sql(
                                            """
                                            insert into privacy.look as l (community_id, hour, put_on, way, who, people)
                                            values (folkmoot.community(), :hour, :member, :way, :who, :people)
                                            on conflict (community_id, hour, put_on, way, who) do update
                                                set times = l.times + 1, people = greatest(l.people, excluded.people)
                                            """)
                                    .param("hour", look.hour().atOffset(ZoneOffset.UTC))
                                    .param("member", look.member())
                                    .param("way", look.way())
                                    .param("who", look.who())
                                    .param("people", people)
                                    .update());
        } catch (RuntimeException e) {
            written.remove(look);
            log.error("Who looked at whom could not be written down", e);
        }
    }

    /// The newest, of one person, one viewer, or all.
    List<Line> page(
            @Nullable Subject whom, @Nullable String who, @Nullable Instant before, int most) {
        return transaction.execute(
                _ ->
                        db.sql(
                                        """
                                        select l.hour, l.who, l.way, nullif(coalesce(v.member_id, l.put_on), 0), m.name, l.people
                                        from privacy.look l
                                        left join members.report_moved v on v.community_id = l.community_id and v.home = l.put_on
                                        left join members.report_member m on m.community_id = l.community_id
                                            and m.member_id = coalesce(v.member_id, l.put_on)
                                        where l.community_id = folkmoot.community()
                                            and (:all or l.put_on = any(:homes)) and (:who = '' or l.who = :who)
                                            and l.hour < :before
                                        order by l.hour desc, l.who, l.put_on limit :most
                                        """)
                                .param("all", whom == null)
                                .param(
                                        "homes",
                                        whom == null
                                                ? new Long[0]
                                                : whom.homes().toArray(Long[]::new))
                                .param("who", who == null ? "" : who)
                                .param(
                                        "before",
                                        (before == null
                                                        ? Instant.parse("9999-01-01T00:00:00Z")
                                                        : before)
                                                .atOffset(ZoneOffset.UTC))
                                .param("most", most)
                                .query(
                                        (row, _) ->
                                                new Line(
                                                        row.getTimestamp(1).toInstant(),
                                                        row.getString(2),
                                                        row.getString(3),
                                                        row.getObject(4, Long.class),
                                                        row.getString(5) == null
                                                                ? "somebody"
                                                                : row.getString(5),
                                                        row.getInt(6)))
                                .list());
    }

    /// Everybody who looked at somebody.
    List<String> viewers() {
        return transaction.execute(
                _ ->
                        db.sql(
                                        "select distinct who from privacy.look where community_id = folkmoot.community() order by who")
                                .query(String.class)
                                .list());
    }
}
