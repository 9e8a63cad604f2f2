package org.folkmoot.members;

import java.security.SecureRandom;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.folkmoot.members.Told.Key;
import org.folkmoot.store.CopyIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Knows again whom an import names although they asked to be forgotten: a cover stands where the
/// name of their account stood. Costs one look at a table of at most one row while nobody asked,
/// else one look-up for a page.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class Forgotten {

    /// As whom all of them are shown.
    public static final String NAME = "Somebody who asked to be forgotten";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient db;
    private final IdentityRows rows;

    Forgotten(JdbcClient db, IdentityRows rows) {
        this.db = db;
        this.rows = rows;
    }

    /// The community's cover; none while nobody asked to be forgotten.
    public Optional<Cover> cover() {
        return db
                .sql("select key from members.forgetting where community_id = folkmoot.community()")
                .query(byte[].class)
                .list()
                .stream()
                .map(Cover::new)
                .findFirst();
    }

    /// The same, made when there is none.
    public Cover coverForGood() {
        var key = new byte[32];
        RANDOM.nextBytes(key);
        keep(key);
        return cover().orElseThrow();
    }

    /// @return false when the community has another key already
    boolean keep(byte[] key) {
        return db.sql(
                                """
                                insert into members.forgetting (community_id, key) values (folkmoot.community(), :key)
                                on conflict do nothing
                                """)
                        .param("key", key)
                        .update()
                > 0;
    }

    /// Of these identities those that were forgotten.
    public Set<Long> among(Collection<Long> identities) {
        return new HashSet<>(
                db.sql(
                                """
                                select id from members.identity where community_id = folkmoot.community() and id = any(:ids)
                                    and starts_with(external_id, 'forgotten~')
                                """)
                        .param("ids", identities.toArray(Long[]::new))
                        .query(Long.class)
                        .list());
    }

    /// Of these accounts those that are here under cover, with what they are called there.
    public Map<Key, Key> among(Cover cover, Collection<Key> accounts) {
        var covers = new HashMap<Key, Key>();
        accounts.forEach(key -> covers.put(cover.of(key), key));
        var found = new HashMap<Key, Key>();
        rows.known(covers.keySet().stream().collect(Collectors.toMap(k -> k, _ -> Profile.EMPTY)))
                .keySet()
                .forEach(
                        covered -> found.put(Objects.requireNonNull(covers.get(covered)), covered));
        return found;
    }

    /// Of accounts that were told of, those that must not be kept as told: who was forgotten, and
    /// whoever comes new with the address of somebody who was.
    ///
    /// @return how each is to be kept; an account that is told of under cover is kept as it is
    Map<Key, Key> among(Map<Key, Profile> told) {
        var covered = new HashMap<Key, Key>();
        told.keySet().stream().filter(k -> Cover.covers(k.id())).forEach(k -> covered.put(k, k));
        var here = cover();
        if (here.isEmpty()) {
            return covered;
        }
        var cover = here.get();
        covered.putAll(among(cover, told.keySet()));
        var addresses = new HashMap<Key, String>();
        told.forEach(
                (key, profile) -> {
                    var address = address(key, profile);
                    if (!address.isEmpty() && !covered.containsKey(key)) {
                        addresses.put(key, cover.ofAddress(address));
                    }
                });
        var asked = new HashSet<>(addresses.values());
        asked.retainAll(asked.isEmpty() ? Set.of() : Set.copyOf(addresses(asked)));
        addresses.values().retainAll(asked);
        if (!addresses.isEmpty()) {
            addresses.keySet().removeAll(rows.known(empty(addresses.keySet())).keySet());
            addresses.keySet().forEach(key -> covered.put(key, cover.of(key)));
        }
        return covered;
    }

    private static Map<Key, Profile> empty(Collection<Key> keys) {
        return keys.stream().collect(Collectors.toMap(k -> k, _ -> Profile.EMPTY));
    }

    private static String address(Key key, Profile profile) {
        var told = profile.get("email");
        return told != null ? told : key.id().contains("@") ? key.id() : "";
    }

    private List<String> addresses(Collection<String> covers) {
        return db.sql(
                        """
                        select address from members.forgotten_address
                        where community_id = folkmoot.community() and address = any(:covers::text[])
                        """)
                .param("covers", CopyIn.array(covers))
                .query((row, _) -> row.getString(1))
                .list();
    }

    /// Tells of a text whether it names somebody who was forgotten. Two statements at most.
    public Predicate<String> naming() {
        return cover().map(cover -> (Predicate<String>) new Naming(cover, all())::in)
                .orElse(_ -> false);
    }

    /// Tells of an e-mail address whether somebody who was forgotten had it. Two statements at
    /// most.
    Predicate<String> addresses() {
        var here = cover();
        if (here.isEmpty()) {
            return _ -> false;
        }
        var all = all();
        return address -> all.contains(here.get().ofAddress(address));
    }

    private Set<String> all() {
        return db.sql(
                        "select address from members.forgotten_address where community_id = folkmoot.community()")
                .query((row, _) -> row.getString(1))
                .set();
    }

    /// Gives accounts that came under cover the name all of them have.
    void name(Collection<Long> identities) {
        db.sql(
                        """
                        update members.identity set name = :name
                        where community_id = folkmoot.community() and id = any(:ids) and name is distinct from :name
                        """)
                .param("name", NAME)
                .param("ids", identities.toArray(Long[]::new))
                .update();
    }
}
