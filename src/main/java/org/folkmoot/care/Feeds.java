package org.folkmoot.care;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.folkmoot.access.Colleagues;
import org.folkmoot.access.SignedLinks;
import org.folkmoot.access.Trail;
import org.folkmoot.access.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The secret addresses at which calendars fetch a teammate's tasks, without signing in. One holds
/// for a teammate; a new one ends the one before.
@Repository
@Transactional
class Feeds {

    private static final String PURPOSE = "tasks";

    private final JdbcClient db;
    private final SignedLinks links;
    private final Colleagues colleagues;
    private final Trail trail;

    Feeds(JdbcClient db, SignedLinks links, Colleagues colleagues, Trail trail) {
        this.db = db;
        this.links = links;
        this.colleagues = colleagues;
        this.trail = trail;
    }

    /// The whole address of the visitor's own; null without one.
    @Nullable String address(Visitor visitor) {
        return db.sql(
                        """
                        select id from care.feed
                        where community_id = folkmoot.community() and account = :account and ended_at is null
                        """)
                .param("account", visitor.account())
                .query(Long.class)
                .optional()
                .map(
                        id ->
                                links.whole(
                                        "/p/%s/tasks/%s.ics"
                                                .formatted(
                                                        visitor.community().slug(),
                                                        links.sign(PURPOSE, id.toString()))))
                .orElse(null);
    }

    void open(Visitor visitor) {
        var account = Objects.requireNonNull(visitor.account());
        end(account);
        db.sql(
                        "insert into care.feed (community_id, account) values (folkmoot.community(), :account)")
                .param("account", account)
                .update();
        trail.record("calendar address made", "account", account.toString(), Map.of());
    }

    void close(Visitor visitor) {
        var account = Objects.requireNonNull(visitor.account());
        end(account);
        trail.record("calendar address ended", "account", account.toString(), Map.of());
    }

    private void end(long account) {
        db.sql(
                        """
                        update care.feed set ended_at = now()
                        where community_id = folkmoot.community() and account = :account and ended_at is null
                        """)
                .param("account", account)
                .update();
    }

    /// Whose tasks that address tells: empty for one that was made up or ended, or whose owner is
    /// of the team no more.
    Optional<Colleagues.Colleague> owner(String signed) {
        return links.read(PURPOSE, signed)
                .flatMap(
                        id ->
                                db.sql(
                                                """
                                                select account from care.feed where community_id = folkmoot.community()
                                                    and id = :id and ended_at is null
                                                """)
                                        .param("id", Long.valueOf(id))
                                        .query(Long.class)
                                        .optional())
                .flatMap(colleagues::find);
    }
}
