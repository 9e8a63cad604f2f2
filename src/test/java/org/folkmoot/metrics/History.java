package org.folkmoot.metrics;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.folkmoot.activity.Kind;
import org.folkmoot.community.Community;
import org.folkmoot.store.Here;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A small history made by hand, kept in memory for naive counting and put into the tables.
@NullUnmarked
final class History {

    record Person(
            long id,
            String role,
            Instant firstSeen,
            Instant leftAt,
            Instant backAt,
            List<String> tags) {}

    record Account(
            long id,
            Person person,
            String platform,
            String external,
            Instant firstSeen,
            Instant leftAt,
            Instant backAt) {}

    record Place(long id, String platform, String style) {}

    /// @param orphan hangs on something that is not here
    record Act(
            long id,
            Kind kind,
            Account by,
            Place place,
            Act parent,
            boolean orphan,
            Instant at,
            boolean counted,
            boolean starts,
            List<String> mentions) {
        Act root() {
            return parent == null ? this : parent.root();
        }

        boolean topLevel() {
            return parent == null && !orphan;
        }
    }

    final ZoneId zone;
    final List<Person> people = new ArrayList<>();
    final List<Account> accounts = new ArrayList<>();
    final List<Place> places = new ArrayList<>();
    final List<Act> acts = new ArrayList<>();
    final Map<Long, Long> views = new HashMap<>();
    private long next = 1;

    History(ZoneId zone) {
        this.zone = zone;
    }

    Person person(String role, Instant firstSeen, Instant leftAt, Instant backAt, String... tags) {
        var person = new Person(next++, role, firstSeen, leftAt, backAt, Arrays.asList(tags));
        people.add(person);
        return person;
    }

    Person member(String firstSeen) {
        return person("member", Instant.parse(firstSeen), null, null);
    }

    Account account(Person person, String platform) {
        long id = next++;
        var account =
                new Account(
                        id,
                        person,
                        platform,
                        "U" + id,
                        person.firstSeen(),
                        person.leftAt(),
                        person.backAt());
        accounts.add(account);
        return account;
    }

    Place place(String platform, String style) {
        var place = new Place(next++, platform, style);
        places.add(place);
        return place;
    }

    Act act(
            Kind kind,
            Account by,
            Place place,
            Act parent,
            boolean orphan,
            Instant at,
            boolean counted,
            String... mentions) {
        var starts =
                parent == null
                        && !orphan
                        && (kind == Kind.QUESTION
                                || (place.style().equals("forum")
                                        && (kind == Kind.MESSAGE || kind == Kind.ISSUE)));
        var act =
                new Act(
                        next++,
                        kind,
                        by,
                        place,
                        parent,
                        orphan,
                        at,
                        counted && (parent == null || parent.counted()),
                        starts,
                        Arrays.asList(mentions));
        acts.add(act);
        return act;
    }

    Act post(Kind kind, Account by, Place place, String at, String... mentions) {
        return act(kind, by, place, null, false, Instant.parse(at), true, mentions);
    }

    Act reply(Kind kind, Account by, Act parent, String at) {
        return act(kind, by, parent.place(), parent, false, Instant.parse(at), true);
    }

    LocalDate day(Act act) {
        return act.at().atZone(zone).toLocalDate();
    }

    void save(Community community, JdbcTemplate db, PlatformTransactionManager transactions) {
        Here.in(
                community.id(),
                () ->
                        new TransactionTemplate(transactions)
                                .executeWithoutResult(_ -> write(community.id().value(), db)));
    }

    private void write(int here, JdbcTemplate db) {
        var platforms = accounts.stream().map(Account::platform).distinct().sorted().toList();
        for (var place : places) {
            if (!platforms.contains(place.platform())) {
                throw new IllegalStateException("No account on " + place.platform());
            }
        }
        db.batchUpdate(
                "insert into activity.source values (?, ?, ?, ?, ?, 'plain')",
                platforms.stream()
                        .map(p -> new Object[] {here, platforms.indexOf(p) + 1, p + ":1", p, p})
                        .toList());
        db.batchUpdate(
                "insert into activity.place (community_id, id, source_id, external_id, name, style) values (?, ?, ?, ?, ?, ?)",
                places.stream()
                        .map(
                                p ->
                                        new Object[] {
                                            here,
                                            p.id(),
                                            platforms.indexOf(p.platform()) + 1,
                                            "P" + p.id(),
                                            p.style() + " " + p.id(),
                                            p.style()
                                        })
                        .toList());
        db.batchUpdate(
                "insert into members.member (community_id, id, name, role, first_seen, left_at, back_at) values (?, ?, ?, ?, ?, ?, ?)",
                people.stream()
                        .map(
                                p ->
                                        new Object[] {
                                            here,
                                            p.id(),
                                            "Person " + p.id(),
                                            p.role(),
                                            at(p.firstSeen()),
                                            at(p.leftAt()),
                                            at(p.backAt())
                                        })
                        .toList());
        db.batchUpdate(
                "insert into members.tag (community_id, put_on, member_id, name, by) values (?, ?, ?, ?, 'Grace')",
                people.stream()
                        .flatMap(
                                p ->
                                        p.tags().stream()
                                                .map(t -> new Object[] {here, p.id(), p.id(), t}))
                        .toList());
        db.batchUpdate(
                "insert into members.identity (community_id, id, source, platform, external_id, member_id, first_seen, left_at, back_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                accounts.stream()
                        .map(
                                a ->
                                        new Object[] {
                                            here,
                                            a.id(),
                                            a.platform() + ":1",
                                            a.platform(),
                                            a.external(),
                                            a.person().id(),
                                            at(a.firstSeen()),
                                            at(a.leftAt()),
                                            at(a.backAt())
                                        })
                        .toList());
        db.batchUpdate(
                """
                insert into activity.activity (community_id, id, source_id, external_id, told, kind, identity_id, place_id, parent_id, thread_id,
                    parent_external, at, day, counted, starts, text, mentions, facts, digest)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::text[], ?::jsonb, 0)
                """,
                acts.stream()
                        .map(
                                a ->
                                        new Object[] {
                                            here,
                                            a.id(),
                                            platforms.indexOf(a.place().platform()) + 1,
                                            "A" + a.id(),
                                            a.kind().key(),
                                            a.kind().key(),
                                            a.by() == null ? null : a.by().id(),
                                            a.place().id(),
                                            a.parent() == null ? null : a.parent().id(),
                                            a.root().id(),
                                            a.parent() != null
                                                    ? "A" + a.parent().id()
                                                    : a.orphan() ? "gone" : null,
                                            at(a.at()),
                                            java.sql.Date.valueOf(day(a)),
                                            a.counted(),
                                            a.starts(),
                                            "Words of " + a.id(),
                                            "{" + String.join(",", a.mentions()) + "}",
                                            views.containsKey(a.id())
                                                    ? "{\"%s\": \"%d\"}"
                                                            .formatted(
                                                                    a.id() % 2 == 0
                                                                            ? "views"
                                                                            : "view_count",
                                                                    views.get(a.id()))
                                                    : "{}"
                                        })
                        .toList());
        record Key(LocalDate day, long identity) {}
        var rollup =
                new TreeMap<Key, int[]>(
                        java.util.Comparator.comparing(Key::day).thenComparingLong(Key::identity));
        for (var a : acts) {
            if (a.counted() && a.by() != null) {
                var sums = rollup.computeIfAbsent(new Key(day(a), a.by().id()), _ -> new int[4]);
                sums[0]++;
                sums[1] += a.kind().counts(Kind.Counts.ACTIVE) ? 1 : 0;
                sums[2] += a.kind().counts(Kind.Counts.CONTRIBUTION) ? 1 : 0;
                sums[3] += a.kind().counts(Kind.Counts.CONTENT) && a.topLevel() ? 1 : 0;
            }
        }
        db.batchUpdate(
                "insert into activity.presence values (?, ?, ?, ?, ?, ?, ?)",
                rollup.entrySet().stream()
                        .map(
                                e ->
                                        new Object[] {
                                            here,
                                            java.sql.Date.valueOf(e.getKey().day()),
                                            e.getKey().identity(),
                                            e.getValue()[0],
                                            e.getValue()[1],
                                            e.getValue()[2],
                                            e.getValue()[3]
                                        })
                        .toList());
    }

    private static Timestamp at(Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
