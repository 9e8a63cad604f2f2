package org.folkmoot.members;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.members.Told.Key;
import org.folkmoot.store.CopyIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Who was forgotten, in a form that outlives the database: an older backup has not heard of it.
/// With the key of the covers, so it is as secret as the backup itself.
@Repository
@Transactional
public class ForgottenList {

    private final JdbcClient db;
    private final Forgotten forgotten;

    ForgottenList(JdbcClient db, Forgotten forgotten) {
        this.db = db;
        this.forgotten = forgotten;
    }

    /// An account under cover.
    public record Account(String source, String cover) {}

    /// @param key hexadecimal
    public record Kept(String key, List<Account> accounts, List<String> addresses) {}

    /// Empty while nobody asked to be forgotten.
    @Transactional(readOnly = true)
    public Optional<Kept> tell() {
        return key().map(
                        key ->
                                new Kept(
                                        HexFormat.of().formatHex(key),
                                        db.sql(
                                                        """
                                                        select source, external_id from members.identity
                                                        where community_id = folkmoot.community() and starts_with(external_id, 'forgotten~') order by id
                                                        """)
                                                .query(
                                                        (row, _) ->
                                                                new Account(
                                                                        row.getString(1),
                                                                        row.getString(2)))
                                                .list(),
                                        addresses()));
    }

    private Optional<byte[]> key() {
        return db.sql(
                        "select key from members.forgetting where community_id = folkmoot.community()")
                .query(byte[].class)
                .optional();
    }

    /// By which the key is known without being told; empty while nobody asked to be forgotten.
    @Transactional(readOnly = true)
    public Optional<String> fingerprint() {
        return key().map(key -> new Cover(key).fingerprint());
    }

    /// The same of a key.
    ///
    /// @param key hexadecimal
    public static String fingerprint(String key) {
        return new Cover(HexFormat.of().parseHex(key)).fingerprint();
    }

    /// The covers of all addresses.
    @Transactional(readOnly = true)
    public List<String> addresses() {
        return db.sql(
                        "select address from members.forgotten_address where community_id = folkmoot.community() order by address")
                .query((row, _) -> row.getString(1))
                .list();
    }

    /// Takes on covers of addresses, made with the key that is here or will be.
    public void cover(List<String> addresses) {
        db.sql(
                        """
                        insert into members.forgotten_address (community_id, address)
                        select folkmoot.community(), a from unnest(:addresses::text[]) a on conflict do nothing
                        """)
                .param("addresses", CopyIn.array(addresses))
                .update();
    }

    /// Takes on the key and the addresses of a list.
    ///
    /// @return the accounts of the list that are here under their own names, by member
    /// @throws Refusal.Unusable when people were forgotten here under another key
    public Map<Long, Set<Long>> named(Kept kept) {
        var given = HexFormat.of().parseHex(kept.key());
        var here = key();
        if (here.isPresent() && !java.util.Arrays.equals(here.get(), given)) {
            throw new Refusal.Unusable(
                    "People were forgotten here under another key since this list was written. Restore the backup and take the list before anybody is forgotten.");
        }
        forgotten.keep(given);
        cover(kept.addresses());
        var listed = new HashSet<>(kept.accounts());
        var cover = new Cover(given);
        var named = new HashMap<Long, Set<Long>>();
        db.sql(
                        """
                        select member_id, id, source, external_id from members.identity
                        where community_id = folkmoot.community() and not starts_with(external_id, 'forgotten~')
                            and source = any(:sources::text[])
                        """)
                .withFetchSize(2000)
                .param(
                        "sources",
                        CopyIn.array(
                                new ArrayList<>(
                                        listed.stream().map(Account::source).distinct().toList())))
                .query(
                        row -> {
                            var key = new Key(row.getString(3), row.getString(4));
                            if (listed.contains(new Account(key.source(), cover.of(key).id()))) {
                                named.computeIfAbsent(row.getLong(1), _ -> new HashSet<>())
                                        .add(row.getLong(2));
                            }
                        });
        return named;
    }
}
