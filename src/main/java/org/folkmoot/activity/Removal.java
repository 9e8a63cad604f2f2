package org.folkmoot.activity;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.folkmoot.members.Dependants.Of;
import org.folkmoot.members.DependentRows;
import org.folkmoot.store.CopyIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Takes activities out of the ledger for good, as if they had never been told: what counts them
/// follows, and what hung on them waits for them again.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class Removal {

    private final JdbcClient db;
    private final Ledger ledger;
    private final DependentRows dependents;

    Removal(JdbcClient db, Ledger ledger, DependentRows dependents) {
        this.db = db;
        this.ledger = ledger;
        this.dependents = dependents;
    }

    /// Where activities are.
    ///
    /// @param source the key of their space
    /// @param place its id there; empty for those that are in none, nor hang on any that are
    public record Room(String source, String place) {}

    /// How many activities there are in these rooms.
    public long count(Collection<Room> rooms) {
        var numbers = numbers(rooms);
        return Stream.of(RemovalRows.PLACED, RemovalRows.LOOSE)
                .mapToLong(
                        which ->
                                numbers.in(db.sql("select count(*) " + which))
                                        .query(Long.class)
                                        .single())
                .sum();
    }

    /// Of these identities those who did something elsewhere.
    public Set<Long> elsewhere(Collection<Room> rooms, Collection<Long> identities) {
        return new HashSet<>(
                numbers(rooms)
                        .in(db.sql(RemovalRows.ELSEWHERE))
                        .param("ids", identities.toArray(Long[]::new))
                        .query((row, _) -> row.getLong(1))
                        .list());
    }

    /// Takes up to so many of these rooms' activities away.
    ///
    /// @return how many went; fewer than `most` only where nothing is left
    public int some(Collection<Room> rooms, int most) {
        ledger.takeTurn();
        var numbers = numbers(rooms);
        for (var which : List.of(RemovalRows.LOOSE, RemovalRows.PLACED)) {
            var ids =
                    numbers.in(db.sql("select a.id " + which + " limit :most"))
                            .param("most", most)
                            .query((row, _) -> row.getLong(1))
                            .list();
            if (!ids.isEmpty()) {
                ledger.remove(ids, () -> delete(ids));
                return ids.size();
            }
        }
        return 0;
    }

    private List<Long> delete(List<Long> ids) {
        var array = ids.toArray(Long[]::new);
        var orphans =
                db.sql(RemovalRows.ORPHANS)
                        .param("ids", array)
                        .query((row, _) -> row.getLong(1))
                        .list();
        db.sql(RemovalRows.UNMARK).param("ids", array).update();
        dependents.remove(Of.ACTIVITY, ids);
        db.sql(RemovalRows.DELETE).param("ids", array).update();
        return orphans;
    }

    /// Takes these rooms away themselves, where they are empty, and what was said of activities
    /// that never came.
    public void rest(Collection<Room> rooms) {
        numbers(rooms).in(db.sql(RemovalRows.EMPTY_PLACES)).update();
        numbers(rooms).in(db.sql(RemovalRows.IDLE_MARKS)).update();
    }

    /// Rooms as the ledger numbers them.
    ///
    /// @param sources all their spaces
    /// @param without those of which what is in no place belongs to them
    private record Numbers(List<Long> places, List<Integer> sources, List<Integer> without) {

        JdbcClient.StatementSpec in(JdbcClient.StatementSpec asked) {
            return asked.param("places", places.toArray(Long[]::new))
                    .param("sources", sources.toArray(Integer[]::new))
                    .param("without", without.toArray(Integer[]::new));
        }
    }

    private record Number(int source, long place, boolean none) {}

    private Numbers numbers(Collection<Room> rooms) {
        var all =
                db.sql(RemovalRows.NUMBERS)
                        .param("keys", CopyIn.array(rooms.stream().map(Room::source).toList()))
                        .param("places", CopyIn.array(rooms.stream().map(Room::place).toList()))
                        .query(
                                (row, _) ->
                                        new Number(
                                                row.getInt(1), row.getLong(2), row.getBoolean(3)))
                        .list();
        return new Numbers(
                all.stream().filter(n -> !n.none()).map(Number::place).toList(),
                all.stream().map(Number::source).distinct().toList(),
                all.stream().filter(Number::none).map(Number::source).toList());
    }
}
