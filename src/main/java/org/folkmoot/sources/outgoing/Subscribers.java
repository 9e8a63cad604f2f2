package org.folkmoot.sources.outgoing;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.access.Trail;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.sources.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The programs of others that are told what happens in a community.
@Repository
@Transactional
public class Subscribers {

    private static final String HERE = "where community_id = folkmoot.community() and ";
    private static final String SECRET = "subscriber";
    private static final int SECRET_BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient db;
    private final Vault vault;
    private final Trail trail;

    Subscribers(JdbcClient db, Vault vault, Trail trail) {
        this.db = db;
        this.vault = vault;
        this.trail = trail;
    }

    @Transactional(readOnly = true)
    public List<Subscriber> all() {
        return select("true order by lower(name), id").query(Subscriber::read).list();
    }

    @Transactional(readOnly = true)
    public Subscriber get(long id) {
        return select("id = :id")
                .param("id", id)
                .query(Subscriber::read)
                .optional()
                .orElseThrow(() -> new Refusal.NotFound("This subscriber"));
    }

    private JdbcClient.StatementSpec select(String which) {
        return db.sql(
                "select %s from sources.subscriber %s %s"
                        .formatted(Subscriber.COLUMNS, HERE, which));
    }

    /// A new one, with a secret as Standard Webhooks writes it.
    Subscriber add(String name, String address, Collection<String> wants, Instant now) {
        var made =
                db.sql(
                                """
                                insert into sources.subscriber (community_id, name, address, wants, sealed, next_at, by, created_at)
                                values (folkmoot.community(), :name, :address, :wants, '', :now, :by, :now)
                                returning %s
                                """
                                        .formatted(Subscriber.COLUMNS))
                        .param("name", name)
                        .param("address", address)
                        .param("wants", wants.toArray(String[]::new))
                        .param("by", Trail.who())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .query(Subscriber::read)
                        .single();
        var secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        seal(made.id(), Base64.getEncoder().encodeToString(secret));
        tell("subscriber made", made);
        return made;
    }

    private void seal(long id, String secret) {
        db.sql("update sources.subscriber set sealed = :sealed " + HERE + "id = :id")
                .param("id", id)
                .param("sealed", vault.seal(id, SECRET, secret))
                .update();
    }

    /// Seals all secrets of the community anew with the present key.
    ///
    /// @return of how many
    public int rekey() {
        var all = all();
        all.forEach(one -> secret(one.id()).ifPresent(secret -> seal(one.id(), secret)));
        return all.size();
    }

    /// In Base64; empty when the key it was sealed with is not there any more.
    @Transactional(readOnly = true)
    Optional<String> secret(long id) {
        return db.sql("select sealed from sources.subscriber " + HERE + "id = :id")
                .param("id", id)
                .query((row, _) -> row.getBytes(1))
                .optional()
                .flatMap(packed -> vault.open(id, SECRET, packed));
    }

    void set(Subscriber one, String name, String address, Collection<String> wants) {
        db.sql(
                        "update sources.subscriber set name = :name, address = :address, wants = :wants "
                                + HERE
                                + "id = :id")
                .param("name", name)
                .param("address", address)
                .param("wants", wants.toArray(String[]::new))
                .param("id", one.id())
                .update();
        tell("subscriber changed", one);
    }

    /// @param action for the trail, past tense
    void become(Subscriber one, Subscriber.State state, String action, Instant now) {
        db.sql(
                        "update sources.subscriber set state = :state, problem = null, failures = 0, next_at = :now "
                                + HERE
                                + "id = :id")
                .param("state", state.key())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", one.id())
                .update();
        tell(action, one);
    }

    void took(long id, Instant now) {
        db.sql(
                        "update sources.subscriber set told_at = :now, failures = 0, problem = null "
                                + HERE
                                + "id = :id")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    /// @param next null when it is told no more until somebody looked
    void failed(Subscriber one, String problem, @Nullable Instant next) {
        var changed =
                db.sql(
                                """
                                update sources.subscriber set problem = :problem, failures = failures + 1,
                                    next_at = coalesce(:next, next_at), state = case when :next::timestamptz is null then 'broken' else state end
                                where community_id = folkmoot.community() and id = :id and state = 'on'
                                """)
                        .param("problem", problem)
                        .param("next", next == null ? null : next.atOffset(ZoneOffset.UTC))
                        .param("id", one.id())
                        .update();
        if (changed > 0 && next == null) {
            trail.record(
                    "subscriber broke",
                    "the house",
                    SECRET,
                    Long.toString(one.id()),
                    Map.of("name", one.name(), "problem", problem));
        }
    }

    void remove(Subscriber one) {
        db.sql("delete from sources.subscriber " + HERE + "id = :id")
                .param("id", one.id())
                .update();
        tell("subscriber removed", one);
    }

    private void tell(String action, Subscriber one) {
        trail.record(action, SECRET, Long.toString(one.id()), Map.of("name", one.name()));
    }
}
