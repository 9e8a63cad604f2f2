package org.folkmoot.sources.commonroom;

import static org.folkmoot.connectors.intake.JsonRows.text;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.regex.Pattern;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.commonroom.CommonRoomAnswers;
import org.folkmoot.connectors.csv.Dates;
import org.folkmoot.sources.Cursors;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.commonroom.At.Stage;
import org.jspecify.annotations.Nullable;

/// Reads a room a page at a time: tags' names, contacts (all of them once a day, else only the new
/// ones, the newest first) and activities, later those of the last two days again.
final class CommonRoomPulls {

    static final String CONTACT =
            "avatarUrl,fullName,location,primaryEmail,title,companyName,companyWebsite,profiles,segments,tags,url";
    static final String ACTIVITY =
            "contactId,content,isUserInitiated,participantCount,providerId,providerName,replyCount,sentiment,subSourceNames,url";

    private static final Duration ALL_AGAIN = Duration.ofDays(1);
    private static final Duration AGAIN = Duration.ofDays(2);
    private static final int MOST_TAGS = 1_000;
    private static final Pattern NUMBER = Pattern.compile("c_(\\d{1,18})");

    private final Line line;
    private final CommonRoomApi api;
    private final Found.Basket basket = new Found.Basket();
    private final CommonRoomAnswers answers;

    CommonRoomPulls(Line line) {
        this.line = line;
        this.api = new CommonRoomApi(line);
        this.answers = new CommonRoomAnswers(CommonRoomApi.source(line.connection()), basket);
    }

    Pull from(String cursor) {
        var at = Cursors.read(cursor, At.class, At::first);
        return switch (at.stage()) {
            case TAGS -> tags(at);
            case CONTACTS -> contacts(at);
            case ACTIVITIES -> activities(at);
        };
    }

    /// Once a day: who may not see them sees their ids.
    private Pull tags(At at) {
        if (at.next().isEmpty() && !due(at)) {
            return contacts(at.stage(Stage.CONTACTS));
        }
        var reply =
                line.ask(
                        api.get("/tags")
                                .query("limit", "200")
                                .query("cursor", at.next())
                                .allowing(403, 404));
        if (reply.status() >= 300) {
            return caught(at.all(true).stage(Stage.CONTACTS));
        }
        var page = reply.json();
        var names = new HashMap<String, String>();
        page.path("data").forEach(tag -> names.put(text(tag, "id"), text(tag, "name")));
        var next = CommonRoomApi.next(page, at.next());
        var went = at.tags(names).all(true);
        return next.isEmpty() || went.tags().size() > MOST_TAGS
                ? caught(went.stage(Stage.CONTACTS))
                : caught(went.next(next));
    }

    private boolean due(At at) {
        return at.whole() == null || !at.whole().plus(ALL_AGAIN).isAfter(line.now());
    }

    private Pull contacts(At at) {
        var page =
                line.ask(
                                api.page("/contacts", CONTACT, at.next())
                                        .query("sort", "id")
                                        .query("direction", at.all() ? "asc" : "desc"))
                        .json();
        var went = at;
        var met = false;
        for (var row : page.path("data")) {
            answers.contact(row, at.tags(), "contacts");
            var number = NUMBER.matcher(text(row, "id"));
            if (number.matches()) {
                went = went.contact(Long.parseLong(number.group(1)));
                met |= Long.parseLong(number.group(1)) <= at.known();
            }
        }
        var next = CommonRoomApi.next(page, at.next());
        if (!next.isEmpty() && (at.all() || !met)) {
            return caught(went.next(next));
        }
        var since = at.time() == null ? wanted() : at.time().minus(AGAIN);
        return caught(went.contactsDone(line.now()).stage(Stage.ACTIVITIES).since(since));
    }

    /// From when on history is wanted; null for all of it.
    private @Nullable Instant wanted() {
        var since = line.connection().since();
        return since.equals(Instant.EPOCH) ? null : since;
    }

    private Pull activities(At at) {
        var page =
                line.ask(
                                api.page("/activities", ACTIVITY, at.next())
                                        .query("sort", "activityTime")
                                        .query("direction", "asc")
                                        .query(
                                                "startDate",
                                                at.since() == null ? "" : at.since().toString()))
                        .json();
        var went = at;
        for (var row : page.path("data")) {
            answers.read(row, "activities");
            var time = Dates.USUAL.read(text(row, "activityTime"));
            went = time == null || time.isAfter(line.now()) ? went : went.activity(time);
        }
        var next = CommonRoomApi.next(page, at.next());
        return next.isEmpty()
                ? new Pull.Caught(basket.all(), Cursors.write(went.stage(Stage.TAGS)), false, "")
                : caught(went.next(next));
    }

    private Pull caught(At next) {
        return new Pull.Caught(basket.all(), Cursors.write(next), true, next.stage().words());
    }
}
