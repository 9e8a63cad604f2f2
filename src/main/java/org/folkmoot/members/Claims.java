package org.folkmoot.members;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.folkmoot.members.Told.Key;
import org.folkmoot.store.CopyIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What sources say of who is who: a repository's mail map, another Folkmoot's export. Kept until
/// whoever merges has heard it.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class Claims {

    /// Why two are one whom a team had as one person: it is decided, not told.
    public static final String ONE_ELSEWHERE =
            "They were one person in the Folkmoot this was exported from";

    private final JdbcClient db;
    private final DataSource source;

    Claims(JdbcClient db, DataSource source) {
        this.db = db;
        this.source = source;
    }

    /// What was told of two accounts.
    ///
    /// @param same whether they are one person; else they are two
    /// @param why in words
    public record Told(Key one, Key other, boolean same, String why) {}

    /// The same of identities.
    public record Claim(long one, long other, boolean same, String why) {}

    /// Keeps what was not told before.
    ///
    /// @param ids the identities of all accounts named
    public void keep(Collection<Told> told, Map<Key, Long> ids) {
        var rows = new CopyIn();
        for (var t : told) {
            long one = Objects.requireNonNull(ids.get(t.one()));
            long other = Objects.requireNonNull(ids.get(t.other()));
            if (one != other) {
                rows.row(Math.min(one, other), Math.max(one, other), t.same(), t.why());
            }
        }
        if (rows.count() == 0) {
            return;
        }
        db.sql(
                        "create temporary table claimed (one bigint, other bigint, same boolean, why text) on commit drop")
                .update();
        rows.into(source, "claimed");
        db.sql(
                        """
                        insert into members.claim (community_id, one_identity, other_identity, same, why)
                        select distinct on (one, other, same) folkmoot.community(), one, other, same, why from claimed
                        order by one, other, same, why
                        on conflict do nothing
                        """)
                .update();
        db.sql("drop table claimed").update();
    }

    /// What nobody has heard yet, and takes it as heard when the transaction succeeds.
    public List<Claim> hear(int most) {
        return db.sql(
                        """
                        with heard as (
                            select community_id, one_identity, other_identity, same from members.claim
                            where community_id = folkmoot.community() and pending
                            order by one_identity, other_identity, same limit :most for update skip locked
                        )
                        update members.claim c set pending = false from heard h
                        where c.community_id = h.community_id and c.one_identity = h.one_identity
                            and c.other_identity = h.other_identity and c.same = h.same
                        returning c.one_identity, c.other_identity, c.same, c.why
                        """)
                .param("most", most)
                .query(
                        (row, _) ->
                                new Claim(
                                        row.getLong(1),
                                        row.getLong(2),
                                        row.getBoolean(3),
                                        row.getString(4)))
                .list();
    }
}
