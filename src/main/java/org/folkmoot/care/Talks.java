package org.folkmoot.care;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.folkmoot.access.Trail;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.members.Belonging;
import org.folkmoot.store.Here;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Conversations that no platform knows of: a call, a coffee, a mail.
@Repository
@Transactional
public class Talks {

    static final Map<String, String> WAYS =
            Map.of(
                    "call", "Call",
                    "meeting", "Meeting",
                    "message", "Message",
                    "mail", "Mail",
                    "other", "Conversation");

    private final JdbcClient db;
    private final Belonging belonging;
    private final Trail trail;
    private final Clock clock;

    Talks(JdbcClient db, Belonging belonging, Trail trail, Clock clock) {
        this.db = db;
        this.belonging = belonging;
        this.trail = trail;
        this.clock = clock;
    }

    /// @param line what it was about; empty for nothing
    record Talk(long id, Instant at, String how, String line, String by) {

        String way() {
            return WAYS.getOrDefault(how, "Conversation");
        }
    }

    /// @param how one of [#WAYS]
    /// @return its id
    /// @throws Refusal.Unusable for a way we do not know, a time to come, or too many words
    public long log(long member, Instant at, String how, String line) {
        if (!WAYS.containsKey(how)) {
            throw new Refusal.Unusable("Choose how you spoke.");
        }
        if (at.isAfter(clock.instant().plus(Duration.ofDays(1)))
                || at.isBefore(Instant.parse("1970-01-01T00:00:00Z"))) {
            throw new Refusal.Unusable("Choose a day that has been.");
        }
        var words = line.replace("\0", "").strip();
        if (words.length() > 500) {
            throw new Refusal.Unusable("Use up to 500 characters; a note holds more.");
        }
        var present = belonging.present(member);
        var id =
                db.sql(
                                """
                                insert into care.talk (community_id, put_on, account, by, at, how, line)
                                select folkmoot.community(), m.member_id, :account, :by, :at, :how, :line
                                from members.report_member m
                                where m.community_id = folkmoot.community() and m.member_id = :member returning id
                                """)
                        .param("account", Here.accountOrNull())
                        .param("by", Trail.who())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("how", how)
                        .param("line", words)
                        .param("member", present)
                        .query(Long.class)
                        .optional()
                        .orElseThrow(() -> new Refusal.NotFound("This person"));
        trail.record("conversation logged", "member", Long.toString(present), Map.of("talk", id));
        return id;
    }

    void remove(long id) {
        move(id, "now()", "null");
        trail.record("conversation taken back", "talk", Long.toString(id), Map.of());
    }

    void bringBack(long id) {
        move(id, "null", "not null");
        trail.record("conversation brought back", "talk", Long.toString(id), Map.of());
    }

    private void move(long id, String to, String now) {
        var found =
                db.sql(
                                """
                                update care.talk set removed_at = %s
                                where community_id = folkmoot.community() and id = :id and removed_at is %s
                                """
                                        .formatted(to, now))
                        .param("id", id)
                        .update();
        if (found == 0) {
            throw new Refusal.NotFound("This conversation");
        }
    }

    /// The latest, newest first.
    @Transactional(readOnly = true)
    List<Talk> of(long member, int most) {
        return db.sql(
                        """
                        select t.id, t.at, t.how, coalesce(t.line, ''), t.by from care.talk t
                        where t.community_id = folkmoot.community() and t.removed_at is null
                            and t.put_on in (select h.home from members.report_home h
                                where h.community_id = folkmoot.community() and h.member_id = :member)
                        order by t.at desc, t.id desc limit :most
                        """)
                .param("member", member)
                .param("most", most)
                .query(
                        (row, _) ->
                                new Talk(
                                        row.getLong(1),
                                        TaskList.instant(row, 2),
                                        row.getString(3),
                                        row.getString(4),
                                        row.getString(5)))
                .list();
    }
}
