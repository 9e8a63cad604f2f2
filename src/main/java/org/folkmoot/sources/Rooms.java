package org.folkmoot.sources;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.folkmoot.activity.Removal.Room;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Person;
import org.folkmoot.members.Told;
import org.folkmoot.store.CopyIn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Which places and accounts each connection brought something of.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class Rooms {

    private static final String ALONE =
            """
            and %s exists (select from sources.%s o join sources.source s
                on s.community_id = o.community_id and s.id = o.source_id and s.state <> 'erasing'
                where o.community_id = r.community_id and o.source_id <> r.source_id and %s)
            """;
    private static final String SAME_ROOM = "o.key = r.key and o.place = r.place";
    private static final String SAME_ACCOUNT = "o.identity_id = r.identity_id";

    private final JdbcClient db;

    Rooms(JdbcClient db) {
        this.db = db;
    }

    /// Once a page is in the ledger, in its transaction.
    ///
    /// @return the accounts of which it tells
    public List<Long> note(long source, List<Found> page) {
        var rooms = new LinkedHashSet<Room>();
        var accounts = new LinkedHashSet<Told.Key>();
        for (var found : page) {
            switch (found) {
                case Deed d -> {
                    rooms.add(new Room(clean(d.source()), clean(d.place())));
                    if (d.who() != null) {
                        accounts.add(new Told.Key(clean(d.source()), clean(d.who())));
                    }
                }
                case Found.Place p -> rooms.add(new Room(clean(p.source()), clean(p.id())));
                case Person p -> accounts.add(new Told.Key(clean(p.source()), clean(p.id())));
                default -> {}
            }
        }
        noteRooms(source, rooms);
        return noteAccounts(source, accounts);
    }

    private static String clean(@Nullable String text) {
        return text == null ? "" : text.replace("\0", "");
    }

    private void noteRooms(long source, Collection<Room> rooms) {
        if (!rooms.isEmpty()) {
            db.sql(
                            """
                            insert into sources.room (community_id, source_id, key, place)
                            select folkmoot.community(), :source, k, p from unnest(:keys::text[], :places::text[]) r(k, p)
                            on conflict do nothing
                            """)
                    .param("source", source)
                    .param("keys", CopyIn.array(rooms.stream().map(Room::source).toList()))
                    .param("places", CopyIn.array(rooms.stream().map(Room::place).toList()))
                    .update();
        }
    }

    private List<Long> noteAccounts(long source, Collection<Told.Key> accounts) {
        if (accounts.isEmpty()) {
            return List.of();
        }
        return db.sql(
                        """
                            with told as (
                                select distinct i.identity_id from unnest(:keys::text[], :ids::text[]) k(source, id)
                            join members.report_account i on i.community_id = folkmoot.community()
                                    and i.source = k.source and i.external_id = k.id
                            ), noted as (
                                insert into sources.account (community_id, source_id, identity_id)
                                select folkmoot.community(), :source, identity_id from told on conflict do nothing
                            )
                            select identity_id from told
                            """)
                .param("source", source)
                .param("keys", CopyIn.array(accounts.stream().map(Told.Key::source).toList()))
                .param("ids", CopyIn.array(accounts.stream().map(Told.Key::id).toList()))
                .query((row, _) -> row.getLong(1))
                .list();
    }

    /// Those of a connection alone, or those that another one brought something of as well.
    public List<Room> of(long source, boolean alone) {
        return db.sql(
                        "select r.key, r.place from sources.room r where r.community_id = folkmoot.community() and r.source_id = :source "
                                + ALONE.formatted(alone ? "not" : "", "room", SAME_ROOM))
                .param("source", source)
                .query((row, _) -> new Room(row.getString(1), row.getString(2)))
                .list();
    }

    /// The connections that are on and brought something of a space.
    @Transactional(readOnly = true)
    public List<Long> reading(String space) {
        return db.sql(
                        """
                        select distinct r.source_id from sources.room r
                        join sources.source s on s.community_id = r.community_id and s.id = r.source_id
                        where r.community_id = folkmoot.community() and r.key = :key and s.state = 'on' order by 1
                        """)
                .param("key", space)
                .query((row, _) -> row.getLong(1))
                .list();
    }

    /// The spaces that connections which are on brought something of, and their platforms.
    @Transactional(readOnly = true)
    public Map<String, String> spaces() {
        var all = new HashMap<String, String>();
        db.sql(
                        """
                        select distinct r.key, s.platform from sources.room r
                        join sources.source s on s.community_id = r.community_id and s.id = r.source_id
                        where r.community_id = folkmoot.community() and s.state = 'on'
                        """)
                .query((row, _) -> all.put(row.getString(1), row.getString(2)))
                .list();
        return all;
    }

    /// The accounts of which it told and no other connection did.
    public List<Long> accounts(long source, int most) {
        return db.sql(
                        "select r.identity_id from sources.account r where r.community_id = folkmoot.community() and r.source_id = :source "
                                + ALONE.formatted("not", "account", SAME_ACCOUNT)
                                + " order by 1 limit :most")
                .param("source", source)
                .param("most", most)
                .query((row, _) -> row.getLong(1))
                .list();
    }

    /// Looks at these no more.
    public void pass(long source, Collection<Long> accounts) {
        db.sql(
                        "delete from sources.account where community_id = folkmoot.community() and source_id = :source and identity_id = any(:ids)")
                .param("source", source)
                .param("ids", accounts.toArray(Long[]::new))
                .update();
    }
}
