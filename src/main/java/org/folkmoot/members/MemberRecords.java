package org.folkmoot.members;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Reads people for programs, a page at a time: three statements however long the page is.
@Service
public class MemberRecords {

    private static final int BATCH = 500;

    private final People people;
    private final Members members;
    private final Criteria criteria;

    MemberRecords(People people, Members members, Criteria criteria) {
        this.people = people;
        this.members = members;
        this.criteria = criteria;
    }

    /// @param next cursor of the page that follows; null on the last
    record Page(List<MemberRecord> items, @Nullable String next) {}

    /// All who fit, by name; never all in memory.
    ///
    /// @param where conditions as text; empty for everybody
    /// @throws org.folkmoot.kernel.Refusal.Unusable if it cannot be read
    public void each(String where, Consumer<MemberRecord> taker) {
        var query =
                PeopleQuery.of(Map.of("where", List.of(where), "sort", List.of("name")), criteria);
        var hits = people.search(query.q(), true);
        Cursor cursor = null;
        do {
            var page = page(query, hits, cursor, BATCH, true);
            page.items().forEach(taker);
            cursor = page.next() == null ? null : Cursor.of(page.next());
        } while (cursor != null);
    }

    Page page(PeopleQuery query, Hits hits, @Nullable Cursor cursor, int limit, boolean contacts) {
        var slice = people.page(query, hits, cursor, limit);
        var ids = slice.rows().stream().map(People.Row::id).toList();
        var accounts = members.accounts(ids);
        var tags = members.tags(ids);
        return new Page(
                slice.rows().stream()
                        .map(
                                row ->
                                        new MemberRecord(
                                                row.id(),
                                                Wording.name(row.name(), contacts),
                                                row.role(),
                                                row.organisation(),
                                                row.platforms(),
                                                row.firstSeen(),
                                                row.lastSeen(),
                                                row.leftAt(),
                                                row.activities(),
                                                tags.getOrDefault(row.id(), List.of()),
                                                accounts(
                                                        accounts.getOrDefault(row.id(), List.of()),
                                                        contacts)))
                        .toList(),
                slice.after());
    }

    MemberRecord one(long id, boolean contacts) {
        var m = members.get(id);
        return new MemberRecord(
                m.id(),
                Wording.name(m.name(), contacts),
                m.standing(),
                m.organisation(),
                m.accounts().stream().map(Member.Account::platform).distinct().sorted().toList(),
                m.firstSeen(),
                m.lastSeen(),
                m.leftAt(),
                m.activities(),
                members.tags(List.of(m.id())).getOrDefault(m.id(), List.of()),
                accounts(m.accounts(), contacts));
    }

    private static List<MemberRecord.Account> accounts(
            List<Member.Account> accounts, boolean contacts) {
        return accounts.stream()
                .map(
                        a ->
                                new MemberRecord.Account(
                                        a.id(),
                                        a.platform(),
                                        a.source(),
                                        contacts || !a.externalId().contains("@")
                                                ? a.externalId()
                                                : null,
                                        open(a.handle(), contacts),
                                        open(a.name(), contacts),
                                        contacts ? a.email() : null,
                                        a.link()))
                .toList();
    }

    private static @Nullable String open(@Nullable String words, boolean contacts) {
        return words == null ? null : Wording.name(words, contacts);
    }
}
