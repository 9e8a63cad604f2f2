package org.folkmoot.members;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.folkmoot.members.Fact.Said;
import org.folkmoot.web.PlatformNames;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Draws people from any set of accounts, by the rules by which members are made of theirs. Four
/// statements, however many people.
@Repository
@Transactional(readOnly = true)
public class Sketches {

    private final JdbcClient db;

    Sketches(JdbcClient db) {
        this.db = db;
    }

    private record Known(
            Member.Account account,
            long home,
            String role,
            @Nullable Instant firstSeen,
            @Nullable String face,
            @Nullable String pictured) {}

    /// One person for each group of identities, in the same order. Identities that are not here are
    /// left out.
    ///
    /// @param contacts whether the reader may see addresses and notes
    public List<Sketch> of(List<? extends Collection<Long>> groups, boolean contacts) {
        var all = new HashSet<Long>();
        groups.forEach(all::addAll);
        var known = known(all);
        var homes = known.values().stream().map(Known::home).distinct().toArray(Long[]::new);
        var tags = tags(homes);
        var notes = contacts ? notes(homes) : Map.<Long, Integer>of();
        var said = said(homes);
        var sketches = new ArrayList<Sketch>();
        for (var group : groups) {
            var theirs =
                    group.stream()
                            .map(known::get)
                            .filter(Objects::nonNull)
                            .sorted(
                                    Comparator.comparingInt((Known k) -> -k.account().activities())
                                            .thenComparingLong(k -> k.account().id()))
                            .toList();
            if (!theirs.isEmpty()) {
                sketches.add(sketch(theirs, tags, notes, said, contacts));
            }
        }
        return sketches;
    }

    private static Sketch sketch(
            List<Known> theirs,
            Map<Long, Set<String>> tags,
            Map<Long, Integer> notes,
            Map<Long, Map<String, Said>> said,
            boolean contacts) {
        var accounts = theirs.stream().map(Known::account).toList();
        var homes = theirs.stream().map(Known::home).distinct().toList();
        var allTags = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        homes.forEach(h -> allTags.addAll(tags.getOrDefault(h, Set.of())));
        var byHand = new HashMap<String, Said>();
        homes.forEach(
                h ->
                        said.getOrDefault(h, Map.of())
                                .forEach((field, s) -> byHand.merge(field, s, Sayings::later)));
        return new Sketch(
                homes.stream().min(Long::compare).orElseThrow(),
                Wording.name(name(accounts, byHand.get("name")), contacts),
                standing(theirs, byHand.get("role")),
                accounts.stream().map(a -> account(a, contacts)).toList(),
                accounts.stream().mapToInt(Member.Account::activities).sum(),
                theirs.stream()
                        .map(Known::firstSeen)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                accounts.stream()
                        .map(Member.Account::lastSeen)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                Fact.of(accounts, byHand).stream()
                        .filter(f -> f.field() != ProfileField.NAME)
                        .map(Sketches::field)
                        .toList(),
                List.copyOf(allTags),
                homes.stream().mapToInt(h -> notes.getOrDefault(h, 0)).sum(),
                face(theirs));
    }

    private static String name(List<Member.Account> accounts, @Nullable Said byHand) {
        if (byHand != null && byHand.value() != null) {
            return byHand.value();
        }
        return accounts.stream()
                .map(a -> a.name() == null ? a.handle() : a.name())
                .filter(n -> n != null && !n.isBlank())
                .findFirst()
                .orElseGet(() -> accounts.getFirst().externalId());
    }

    /// That of the latest picture that any account told.
    private static @Nullable String face(List<Known> theirs) {
        return theirs.stream()
                .filter(k -> k.face() != null)
                .min(
                        Comparator.comparing(
                                        Known::pictured,
                                        Comparator.nullsLast(Comparator.<String>reverseOrder()))
                                .thenComparingLong(k -> k.account().id()))
                .map(Known::face)
                .orElse(null);
    }

    private static String standing(List<Known> theirs, @Nullable Said byHand) {
        if (byHand != null && byHand.value() != null) {
            return byHand.value();
        }
        var roles = theirs.stream().map(Known::role).distinct().toList();
        return roles.equals(List.of("nobody"))
                ? "nobody"
                : Set.of("bot", "nobody").containsAll(roles)
                        ? "bot"
                        : roles.contains("staff") ? "staff" : "member";
    }

    static Sketch.Account account(Member.Account a, boolean contacts) {
        return new Sketch.Account(
                a.id(),
                a.shown(contacts),
                contacts ? a.email() : null,
                a.platform(),
                PlatformNames.of(a.platform()),
                a.activities());
    }

    private static Sketch.Field field(Fact fact) {
        return new Sketch.Field(
                fact.field().label(),
                fact.values().stream()
                        .map(v -> new Sketch.Value(v.value(), v.source().on(), v.source().asOf()))
                        .toList());
    }

    private Map<Long, Known> known(Collection<Long> identities) {
        var known = new HashMap<Long, Known>();
        db.sql(
                        """
                        select 0, source, platform, external_id, name, handle, email, url, activities, last_seen, profile, id,
                            coalesce(home, member_id),
                            case when role = 'member' and (select w.staff from
                                members.works(0, nullif(trim(profile->'organisation'->>'v'), ''), array[mailed]) w)
                                then 'staff' else role end,
                            first_seen, face, profile->'avatar'->>'at'
                        from members.identity where community_id = folkmoot.community() and id = any(:ids)
                        """)
                .param("ids", identities.toArray(Long[]::new))
                .query(
                        row -> {
                            known.put(row.getLong(12), read(row));
                        });
        return known;
    }

    private static Known read(ResultSet row) throws SQLException {
        return new Known(
                Members.account(row),
                row.getLong(13),
                row.getString(14),
                People.instant(row, 15),
                row.getString(16),
                row.getString(17));
    }

    private Map<Long, Set<String>> tags(Long[] homes) {
        var tags = new HashMap<Long, Set<String>>();
        db.sql(
                        """
                        select put_on, name from members.tag
                        where community_id = folkmoot.community() and put_on = any(:homes) and removed_at is null
                        """)
                .param("homes", homes)
                .query(
                        row -> {
                            tags.computeIfAbsent(row.getLong(1), _ -> new HashSet<>())
                                    .add(row.getString(2));
                        });
        return tags;
    }

    private Map<Long, Integer> notes(Long[] homes) {
        var notes = new HashMap<Long, Integer>();
        db.sql(
                        """
                        select put_on, count(*) from members.note
                        where community_id = folkmoot.community() and put_on = any(:homes) and removed_at is null
                        group by put_on
                        """)
                .param("homes", homes)
                .query(
                        row -> {
                            notes.put(row.getLong(1), row.getInt(2));
                        });
        return notes;
    }

    private Map<Long, Map<String, Said>> said(Long[] homes) {
        var said = new HashMap<Long, Map<String, Said>>();
        db.sql(
                        """
                        select put_on, field, value, by, at, put_on from members.said
                        where community_id = folkmoot.community() and put_on = any(:homes)
                        """)
                .param("homes", homes)
                .query(
                        row -> {
                            said.computeIfAbsent(row.getLong(1), _ -> new HashMap<>())
                                    .put(row.getString(2), Sayings.said(row));
                        });
        return said;
    }
}
