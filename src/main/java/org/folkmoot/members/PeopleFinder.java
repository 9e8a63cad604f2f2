package org.folkmoot.members;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Finds people for other pages: by what was typed, and by an account of theirs.
@Service
@Transactional(readOnly = true)
public class PeopleFinder {

    private final People people;
    private final Criteria criteria;
    private final Members members;
    private final JdbcClient db;

    PeopleFinder(People people, Criteria criteria, Members members, JdbcClient db) {
        this.people = people;
        this.criteria = criteria;
        this.members = members;
        this.db = db;
    }

    /// @param platforms as in the source: `github`
    /// @param face digest of their picture that is kept here; null for none
    public record Found(
            long member,
            String name,
            @Nullable String organisation,
            List<String> platforms,
            int activities,
            @Nullable String face) {

        public Found {
            platforms = List.copyOf(platforms);
        }
    }

    /// Those whom the words fit, the last active first; nobody without words.
    ///
    /// @param contacts whether the reader may search e-mails and notes
    public List<Found> find(String words, boolean contacts, int most) {
        if (words.isBlank()) {
            return List.of();
        }
        return people
                .page(
                        PeopleQuery.EVERYONE,
                        people.search(words.replace("\0", "").strip(), contacts),
                        null,
                        most)
                .rows()
                .stream()
                .map(
                        row ->
                                new Found(
                                        row.id(),
                                        Wording.name(row.name(), contacts),
                                        row.organisation(),
                                        row.platforms(),
                                        row.activities(),
                                        row.face()))
                .toList();
    }

    /// How many fit a condition as texts have it, `silent 60 days`, counted as far as lists count:
    /// `10000+` when there are more.
    public String count(String where) {
        var query = PeopleQuery.of(Map.of("where", List.of(where)), criteria);
        var count = people.count(query, people.search(query.q(), true));
        return count.people() + (count.exact() ? "" : "+");
    }

    /// Somebody by their id; who was joined with another is that other.
    ///
    /// @throws Refusal.NotFound when they are not here
    public Found one(long member, boolean contacts) {
        var m = members.get(member);
        return new Found(
                m.id(),
                Wording.name(m.name(), contacts),
                m.organisation(),
                m.accounts().stream().map(Member.Account::platform).distinct().sorted().toList(),
                m.activities(),
                m.face());
    }

    /// A person's name as a reader may see it, where a list of another module shows it: an address
    /// may stand in for it.
    public static String name(String name, boolean contacts) {
        return Wording.name(name, contacts);
    }

    /// An account with whom it belongs to.
    ///
    /// @param member whose it is now
    /// @param name of the person
    public record Owned(Sketch.Account account, long member, String name) {}

    /// Accounts by their id, in one statement; missing if they are not here.
    public Map<Long, Owned> accounts(Collection<Long> identities, boolean contacts) {
        var owned = new HashMap<Long, Owned>();
        if (identities.isEmpty()) {
            return owned;
        }
        db.sql(
                        """
                        select i.member_id, i.source, i.platform, i.external_id, i.name, i.handle, i.email, i.url, i.activities,
                            i.last_seen, '{}', i.id, m.name
                        from members.identity i
                        join members.member m on m.community_id = i.community_id and m.id = i.member_id
                        where i.community_id = folkmoot.community() and i.id = any(:ids)
                        """)
                .param("ids", identities.toArray(Long[]::new))
                .query(
                        row -> {
                            var account = Sketches.account(Members.account(row), contacts);
                            var name = Wording.name(row.getString(13), contacts);
                            owned.put(row.getLong(12), new Owned(account, row.getLong(1), name));
                        });
        return owned;
    }

    /// All identities of these people, by person, in one statement. Who was joined with another is
    /// that other.
    public Map<Long, List<Long>> identities(Collection<Long> members) {
        var all = new HashMap<Long, List<Long>>();
        db.sql(
                        """
                        select i.member_id, i.id from members.identity i
                        where i.community_id = folkmoot.community() and i.member_id in (
                            select m.id from members.member m
                            where m.community_id = folkmoot.community() and m.id = any(:members)
                            union
                            select h.member_id from members.identity h
                            where h.community_id = folkmoot.community() and h.home = any(:members)
                                and not exists (select from members.member m
                                    where m.community_id = folkmoot.community() and m.id = h.home))
                        order by i.id
                        """)
                .param("members", members.toArray(Long[]::new))
                .query(
                        row -> {
                            all.computeIfAbsent(row.getLong(1), _ -> new ArrayList<>())
                                    .add(row.getLong(2));
                        });
        return all;
    }
}
