package org.folkmoot.consent;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.folkmoot.access.Trail;
import org.folkmoot.community.Communities;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.web.Phrasebook;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What people of a community are asked for: what modules declare, and what the community adds.
@Repository
@Transactional
public class Purposes {

    private final JdbcClient db;
    private final List<Purpose> declared;
    private final Communities communities;
    private final Phrasebook phrases;
    private final Trail trail;

    Purposes(
            JdbcClient db,
            List<Purpose> declared,
            Communities communities,
            Phrasebook phrases,
            Trail trail) {
        this.db = db;
        this.declared = declared;
        this.communities = communities;
        this.phrases = phrases;
        this.trail = trail;
    }

    /// A purpose with the words that hold now.
    ///
    /// @param words what she agrees to, plain text
    /// @param version of the words, from 1
    public record Known(
            String key, Basis basis, boolean offered, int version, String name, String words) {}

    /// All of them, by name.
    public List<Known> all() {
        var found = read();
        var missing =
                declared.stream()
                        .filter(d -> found.stream().noneMatch(k -> k.key().equals(d.key())))
                        .toList();
        if (missing.isEmpty()) {
            return found;
        }
        var words = phrases.in(communities.here().locale());
        for (var purpose : missing) {
            insert(purpose);
            write(
                    purpose.key(),
                    1,
                    words.of("purpose.%s.name".formatted(purpose.key())),
                    words.of("purpose.%s.words".formatted(purpose.key())),
                    "Folkmoot");
        }
        return read();
    }

    /// @throws Refusal.Unusable when there is none of that name
    public Known get(String key) {
        return all().stream()
                .filter(k -> k.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new Refusal.Unusable("There is no purpose %s.".formatted(key)));
    }

    private List<Known> read() {
        return db
                .sql(
                        """
                        select distinct on (p.key) p.key, p.basis, p.offered, w.version, w.name, w.words
                        from consent.purpose p
                        join consent.wording w on w.community_id = p.community_id and w.purpose = p.key
                        where p.community_id = folkmoot.community()
                        order by p.key, w.version desc
                        """)
                .query(
                        (row, _) ->
                                new Known(
                                        row.getString(1),
                                        Basis.of(row.getString(2)),
                                        row.getBoolean(3),
                                        row.getInt(4),
                                        row.getString(5),
                                        row.getString(6)))
                .stream()
                .sorted(java.util.Comparator.comparing(k -> k.name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    /// Adds one of the community's own.
    ///
    /// @return its key
    String add(String name, String words, Basis basis, boolean offered) {
        var key = key(name);
        if (all().stream().anyMatch(k -> k.key().equals(key))) {
            throw new Refusal.Unusable("There is already a purpose with that name.");
        }
        insert(new Purpose(key, basis, offered && basis == Basis.CONSENT));
        write(key, 1, name, words, Trail.who());
        trail.record("purpose added", "purpose", key, Map.of("basis", basis.key()));
        return key;
    }

    /// Gives it other words: a new version, so that each consent keeps those that were seen.
    ///
    /// @return the version that holds now
    int reword(String key, String name, String words) {
        db.sql(
                        """
                        select 1 from consent.purpose where community_id = folkmoot.community() and key = :key for update
                        """)
                .param("key", key)
                .query((_, _) -> 1)
                .list();
        var now = get(key);
        if (now.name().equals(name.strip()) && now.words().equals(words.strip())) {
            return now.version();
        }
        write(key, now.version() + 1, name, words, Trail.who());
        trail.record("purpose reworded", "purpose", key, Map.of("version", now.version() + 1));
        return now.version() + 1;
    }

    private void insert(Purpose purpose) {
        db.sql(
                        """
                        insert into consent.purpose (community_id, key, basis, offered)
                        values (folkmoot.community(), :key, :basis, :offered) on conflict do nothing
                        """)
                .param("key", purpose.key())
                .param("basis", purpose.basis().key())
                .param("offered", purpose.offered())
                .update();
    }

    private void write(String key, int version, String name, String words, String by) {
        var title = name.replaceAll("\\p{Cntrl}+", " ").strip();
        var text = words.replace("\0", "").replace("\r\n", "\n").strip();
        if (title.isEmpty() || title.length() > 100) {
            throw new Refusal.Unusable("Give the purpose a name of up to 100 characters.");
        }
        if (text.isEmpty() || text.length() > 2000) {
            throw new Refusal.Unusable(
                    "Say in up to 2,000 characters what somebody agrees to: what comes, and how often.");
        }
        db.sql(
                        """
                        insert into consent.wording (community_id, purpose, version, name, words, by)
                        values (folkmoot.community(), :key, :version, :name, :words, :by) on conflict do nothing
                        """)
                .param("key", key)
                .param("version", version)
                .param("name", title)
                .param("words", text)
                .param("by", by)
                .update();
    }

    private static String key(String name) {
        var plain =
                Normalizer.normalize(name.strip(), Normalizer.Form.NFKD)
                        .replaceAll("\\p{M}", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^[^a-z]+|-+$", "");
        var cut = plain.substring(0, Math.min(40, plain.length()));
        return cut.isEmpty() || cut.equals(Purpose.ALL)
                ? "p-" + Integer.toHexString(name.strip().hashCode())
                : cut;
    }
}
