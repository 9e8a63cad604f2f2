package org.folkmoot.activity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.members.Identities;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The ledger for programs: newest first, by pages; what was deleted is told without its text.
@RestController
@Needs(Permission.SEE_ACTIVITY)
class ActivitiesApi {

    private static final int MOST = 500;
    private static final int CHARACTERS = 100_000;

    private final Streams streams;
    private final Identities identities;

    ActivitiesApi(Streams streams, Identities identities) {
        this.streams = streams;
        this.identities = identities;
    }

    record Page(List<Activity> items, @Nullable String next) {}

    record Member(long id, String name) {}

    /// @param source the source's key, `slack:T1`
    /// @param count how often it was done, where the source counts without saying who; else 1
    /// @param parent what it answers, if that is here
    record Activity(
            long id,
            String kind,
            Instant at,
            String source,
            String externalId,
            @Nullable String place,
            @Nullable Member member,
            @Nullable Long identity,
            long count,
            @Nullable Long parent,
            long thread,
            @Nullable String title,
            @Nullable String text,
            @Nullable String url,
            List<String> tags,
            @Nullable Instant edited,
            @Nullable Instant deleted) {}

    /// @param since ISO 8601: a day of the community or a moment
    @GetMapping("/api/v1/communities/{slug}/activities")
    Page page(
            @RequestParam Map<String, String> query,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String since,
            @RequestParam(defaultValue = "100") int limit,
            Visitor visitor) {
        var zone = visitor.community().zone();
        var from = since(since, zone);
        var most = Math.clamp(limit, 1, MOST);
        var asked = Asked.of(asked(query));
        var part =
                new Streams.Part(
                        asked,
                        visitor.community().locale().toLanguageTag(),
                        zone,
                        asked.q().isEmpty(),
                        CHARACTERS);
        var items = streams.since(part, Cursor.of(cursor, Cursor.LAST), from, most + 1);
        var shown = items.stream().limit(most).toList();
        var faces =
                identities.faces(
                        shown.stream().map(Item::identity).filter(Objects::nonNull).toList());
        var last = items.size() > most ? shown.getLast() : null;
        return new Page(
                shown.stream().map(item -> activity(item, faces)).toList(),
                last == null ? null : new Cursor(last.at(), last.id()).toString());
    }

    private static Map<String, String> asked(Map<String, String> query) {
        var asked = new HashMap<>(query);
        asked.keySet().retainAll(List.of("q", "kind", "platform", "tag"));
        return asked;
    }

    private static Instant since(@Nullable String since, java.time.ZoneId zone) {
        if (since == null || since.isBlank()) {
            return Instant.EPOCH;
        }
        try {
            var at =
                    since.indexOf('T') < 0
                            ? LocalDate.parse(since).atStartOfDay(zone).toInstant()
                            : java.time.OffsetDateTime.parse(since).toInstant();
            return at.isBefore(Instant.EPOCH) || at.isAfter(Cursor.LAST.at()) ? Instant.EPOCH : at;
        } catch (DateTimeParseException e) {
            throw new Refusal.Unusable(
                    "since is a day or a moment: 2026-03-01 or 2026-03-01T12:00:00Z.");
        }
    }

    private static Activity activity(Item item, Map<Long, Identities.Face> faces) {
        var face = item.identity() == null ? null : faces.get(item.identity());
        return new Activity(
                item.id(),
                item.kind().key(),
                item.at(),
                item.source(),
                item.externalId(),
                item.place(),
                face == null ? null : new Member(face.member(), face.name()),
                item.identity(),
                item.times(),
                item.parent(),
                item.thread(),
                item.title(),
                item.text(),
                item.url(),
                item.tags(),
                item.edited(),
                item.deleted());
    }
}
