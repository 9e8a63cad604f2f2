package org.folkmoot.care;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.folkmoot.access.Colleagues;
import org.folkmoot.members.Told;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Takes in what another team meant to do and with whom it spoke. What is here already is passed
/// over, so the same export may come twice.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class Bringing {

    private final JdbcClient db;
    private final Colleagues colleagues;

    Bringing(JdbcClient db, Colleagues colleagues) {
        this.db = db;
        this.colleagues = colleagues;
    }

    /// What another team kept.
    public sealed interface Kept {

        /// About whom.
        List<Told.Key> about();

        /// @param owner by name: theirs where exactly one of our team has it, else nobody's
        record Chore(
                String text,
                @Nullable LocalDate day,
                @Nullable LocalTime time,
                @Nullable String owner,
                String by,
                Instant at,
                @Nullable String ended,
                String endedBy,
                @Nullable Instant endedAt,
                List<Told.Key> about)
                implements Kept {}

        /// Holds where nobody here has said anything of that account, and the name is clear.
        record Keeper(Told.Key account, String owner, String by, Instant at) implements Kept {
            @Override
            public List<Told.Key> about() {
                return List.of(account);
            }
        }

        record Spoken(Told.Key account, String how, String line, String by, Instant at)
                implements Kept {
            @Override
            public List<Told.Key> about() {
                return List.of(account);
            }
        }
    }

    /// @param ids the identities of all accounts named
    public void bring(List<Kept> all, Map<Told.Key, Long> ids) {
        if (all.isEmpty()) {
            return;
        }
        var team = new HashMap<String, @Nullable Long>();
        colleagues.all().forEach(c -> team.merge(c.name(), c.account(), (_, _) -> -1L));
        for (var kept : all) {
            var identities = kept.about().stream().map(ids::get).filter(Objects::nonNull).toList();
            switch (kept) {
                case Kept.Chore c -> chore(c, account(team, c.owner()), identities);
                case Kept.Keeper k -> keeper(k, account(team, k.owner()), identities);
                case Kept.Spoken s -> spoken(s, identities);
            }
        }
    }

    private static @Nullable Long account(Map<String, @Nullable Long> team, @Nullable String name) {
        var found = name == null ? null : team.get(name);
        return found == null || found < 0 ? null : found;
    }

    private void chore(Kept.Chore c, @Nullable Long owner, List<Long> identities) {
        var text = c.text().strip();
        if (text.isEmpty()) {
            return;
        }
        db.sql(
                        """
                        with made as (
                            insert into care.task (community_id, text, due_day, due_time, owner, owner_name, by, at)
                            select folkmoot.community(), :text, :day, :time, :owner, :name, :by, :at
                            where not exists (select from care.task t where t.community_id = folkmoot.community()
                                and t.text = :text and t.at = :at)
                            returning id),
                        ended as (
                            insert into care.task_end (community_id, task_id, how, by, at)
                            select folkmoot.community(), id, :ended, :endedBy, coalesce(:endedAt::timestamptz, now()) from made
                            where :ended in ('done', 'dropped'))
                        insert into care.about (community_id, task_id, put_on)
                        select distinct folkmoot.community(), made.id, h.home from made join members.report_home h
                            on h.community_id = folkmoot.community() and h.identity_id = any(:identities)
                        """)
                .param("text", text.substring(0, Math.min(Task.LONGEST, text.length())))
                .param("day", c.day())
                .param("time", c.day() == null ? null : c.time())
                .param("owner", owner)
                .param("name", owner == null ? null : c.owner())
                .param("by", c.by())
                .param("at", c.at().atOffset(ZoneOffset.UTC))
                .param("ended", c.ended())
                .param("endedBy", c.endedBy())
                .param("endedAt", c.endedAt() == null ? null : c.endedAt().atOffset(ZoneOffset.UTC))
                .param("identities", identities.toArray(Long[]::new))
                .update();
    }

    private void keeper(Kept.Keeper k, @Nullable Long owner, List<Long> identities) {
        if (owner == null) {
            return;
        }
        db.sql(
                        """
                        insert into care.owner (community_id, put_on, account, account_name, by, at, batch)
                        select folkmoot.community(), h.home, :owner, :name, :by, :at, nextval('care.owner_id')
                        from members.report_home h
                        where h.community_id = folkmoot.community() and h.identity_id = any(:identities)
                            and not exists (select from care.owner o
                                where o.community_id = h.community_id and o.put_on = h.home)
                        """)
                .param("owner", owner)
                .param("name", k.owner())
                .param("by", k.by())
                .param("at", k.at().atOffset(ZoneOffset.UTC))
                .param("identities", identities.toArray(Long[]::new))
                .update();
    }

    private void spoken(Kept.Spoken s, List<Long> identities) {
        db.sql(
                        """
                        insert into care.talk (community_id, put_on, by, at, how, line)
                        select folkmoot.community(), h.home, :by, :at, :how, :line from members.report_home h
                        where h.community_id = folkmoot.community() and h.identity_id = any(:identities)
                            and not exists (select from care.talk t where t.community_id = h.community_id
                                and t.put_on = h.home and t.at = :at and t.how = :how)
                        """)
                .param("by", s.by())
                .param("at", s.at().atOffset(ZoneOffset.UTC))
                .param("how", Talks.WAYS.containsKey(s.how()) ? s.how() : "other")
                .param("line", s.line().substring(0, Math.min(500, s.line().length())))
                .param("identities", identities.toArray(Long[]::new))
                .update();
    }
}
