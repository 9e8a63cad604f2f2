package org.folkmoot.consent;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.folkmoot.members.Forgotten;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The addresses of people who were forgotten, under cover: what they had withdrawn is forgotten
/// with them, and must not be asked of them again because of that, whichever account or table
/// brings the address back. One statement while nobody was forgotten.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Silenced {

    /// Nobody's account: no word but a link in a mail to the address takes this one back.
    private static final long NOBODY = 0;

    private final JdbcClient db;
    private final Forgotten forgotten;
    private final Clock clock;

    Silenced(JdbcClient db, Forgotten forgotten, Clock clock) {
        this.db = db;
        this.forgotten = forgotten;
        this.clock = clock;
    }

    void add(Collection<String> addresses) {
        var cover = forgotten.coverForGood();
        db.sql(
                        """
                        insert into consent.silenced (community_id, cover, at)
                        select folkmoot.community(), c, :now from unnest(:covers::text[]) c on conflict do nothing
                        """)
                .param("covers", addresses.stream().map(cover::ofAddress).toArray(String[]::new))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// What holds for these addresses because whoever had them was forgotten, as lines of the
    /// ledger: everything withdrawn.
    List<Entry> among(Collection<String> addresses) {
        var cover = addresses.isEmpty() ? null : forgotten.cover().orElse(null);
        if (cover == null) {
            return List.of();
        }
        var whose = new HashMap<String, String>();
        addresses.forEach(address -> whose.put(cover.ofAddress(address), address));
        return db.sql(
                        """
                        select cover, at from consent.silenced
                        where community_id = folkmoot.community() and cover = any(:covers)
                        """)
                .param("covers", whose.keySet().toArray(String[]::new))
                .query(
                        (row, _) ->
                                new Entry(
                                        0,
                                        NOBODY,
                                        Objects.requireNonNull(whose.get(row.getString(1))),
                                        Purpose.ALL,
                                        Channel.MAIL,
                                        Act.WITHDRAWN,
                                        Source.HAND,
                                        null,
                                        "They asked to be forgotten",
                                        "Folkmoot",
                                        row.getObject(2, OffsetDateTime.class).toInstant()))
                .list();
    }
}
