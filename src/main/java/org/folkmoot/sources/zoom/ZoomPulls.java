package org.folkmoot.sources.zoom;

import static org.folkmoot.connectors.intake.JsonRows.text;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.intake.JsonTimes;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Cursors;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Reply;
import org.folkmoot.sources.zoom.At.Job;
import org.folkmoot.sources.zoom.At.Stage;
import org.folkmoot.sources.zoom.At.What;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads an account a page at a time: its users, of each the meetings and webinars that are
/// scheduled and those that were held, then of single ones who registered and who was there.
final class ZoomPulls {

    private static final Duration AGAIN = Duration.ofMinutes(10);

    /// Reports are complete only a while after the end, and registrants come and go till then.
    static final Duration AFTER = Duration.ofDays(2);

    /// As far back as Zoom tells, and as much as it tells at once.
    private static final int MONTHS = 6;

    private static final int DAYS = 30;

    private final Line line;
    private final ZoomApi api;
    private final Found.Basket basket = new Found.Basket();
    private final ZoomAnswers answers;

    ZoomPulls(Line line) {
        this.line = line;
        this.api = new ZoomApi(line);
        this.answers = new ZoomAnswers(line.connection().setting("account-id"), basket);
    }

    Pull from(String cursor) {
        var at = Cursors.read(cursor, At.class, At::first).began(line.now());
        return switch (at.stage()) {
            case USERS -> users(at);
            case MEETINGS -> listed(at, "meeting", Stage.WEBINARS);
            case WEBINARS -> listed(at, "webinar", Stage.HELD);
            case HELD -> held(at);
            case JOBS -> on(at.jobs().isEmpty() ? at : new ZoomJobs(line, answers).next(at));
        };
    }

    /// Whoever may not list users reads those of its own user.
    private Pull users(At at) {
        var wanted = line.connection().list("users");
        var ask = api.list("/users", ZoomApi.MEDIUM, at.next()).allowing(400, 403, 404);
        var reply = line.ask(ask);
        if (forgotten(reply, at)) {
            return on(at.next(""));
        }
        if (reply.status() != 200) {
            return on(at.users(wanted.isEmpty() ? List.of("me") : wanted).stage(Stage.MEETINGS));
        }
        var page = reply.json();
        var found = new ArrayList<String>();
        for (var row : page.path("users")) {
            if (wanted.isEmpty()
                    || wanted.contains(text(row, "id"))
                    || wanted.contains(text(row, "email"))) {
                answers.user(row);
                found.add(text(row, "id"));
            }
        }
        var next = ZoomApi.next(page, at.next());
        var went = at.users(found);
        if (!next.isEmpty()) {
            return on(went.next(next));
        }
        return on(went.stage(went.users().isEmpty() ? Stage.JOBS : Stage.MEETINGS));
    }

    /// Webinars need a licence, without which there are none.
    private Pull listed(At at, String kind, Stage then) {
        var path = "/users/%s/%ss".formatted(Ask.part(at.users().getFirst()), kind);
        var ask = api.list(path, ZoomApi.MEDIUM, at.next());
        var reply =
                line.ask(
                        kind.equals("meeting")
                                ? mild(ask.query("type", "scheduled"), at).allowing(404)
                                : ask.allowing(400, 403, 404));
        if (forgotten(reply, at)) {
            return on(at.next(""));
        }
        if (reply.status() != 200) {
            return on(at.stage(then));
        }
        var page = reply.json();
        var jobs = new ArrayList<Job>();
        var ids = new ArrayList<String>();
        var coming = new ArrayList<String>();
        for (var row : page.path(kind + "s")) {
            var meeting = Meeting.of(kind, row, at.users().getFirst());
            if (isWanted(meeting)) {
                ids.add(meeting.id());
                if (meeting.isToCome(row, at.now())) {
                    coming.add(meeting.kind() + "/" + meeting.id());
                }
                told(meeting, row, at, jobs);
            }
        }
        var next = ZoomApi.next(page, at.next());
        var went = at.listed(ids).jobs(jobs).coming(coming);
        return on(next.isEmpty() ? went.stage(then) : went.next(next));
    }

    private boolean isWanted(Meeting meeting) {
        var wanted = line.connection().list("meetings");
        return meeting.scheduled() && (wanted.isEmpty() || wanted.contains(meeting.id()));
    }

    private void told(Meeting meeting, JsonNode row, At at, List<Job> jobs) {
        var starts = JsonTimes.at(row, "start_time");
        var ends = starts == null ? null : starts.plusSeconds(row.path("duration").asLong(0) * 60);
        if (ends != null && !meeting.series() && ends.isBefore(line.connection().since())) {
            return;
        }
        answers.scheduled(meeting, row);
        if (at.mark() == null
                || meeting.series()
                || ends == null
                || ends.isAfter(at.now().minus(AFTER))
                || isNew(row, at)) {
            jobs.add(new Job(What.APPROVED, meeting, "", starts));
            if (meeting.series() || (starts != null && starts.isBefore(at.now()))) {
                jobs.add(new Job(What.INSTANCES, meeting, "", starts));
            }
        }
    }

    private static boolean isNew(JsonNode row, At at) {
        var made = JsonTimes.at(row, "created_at");
        return made != null && at.mark() != null && made.isAfter(at.mark().minus(AGAIN));
    }

    /// What was held, a month at a time. Not every plan tells it; then each meeting is asked.
    private Pull held(At at) {
        if (at.mark() != null && at.listed().isEmpty()) {
            return on(at.userDone()); // hosts nothing, and reports are dear
        }
        var from = at.day().isEmpty() ? firstDay(at) : LocalDate.parse(at.day());
        var today = LocalDate.ofInstant(at.now(), ZoneOffset.UTC);
        var to = from.plusDays(DAYS - 1L).isBefore(today) ? from.plusDays(DAYS - 1L) : today;
        var user = at.users().getFirst();
        var ask =
                api.list(
                                "/report/users/%s/meetings".formatted(Ask.part(user)),
                                ZoomApi.HEAVY,
                                at.next())
                        .query("from", from.toString())
                        .query("to", to.toString())
                        .allowing(400, 403, 404);
        var reply = line.ask(ask);
        if (forgotten(reply, at)) {
            return on(at.next(""));
        }
        if (reply.status() != 200) {
            return on(at.userDone());
        }
        var page = reply.json();
        var jobs = new ArrayList<Job>();
        for (var row : page.path("meetings")) {
            var meeting = Meeting.of("meeting", row, user);
            var began = JsonTimes.at(row, "start_time");
            if (isWanted(meeting)) {
                held(meeting, text(row, "uuid"), began, at, jobs);
            }
        }
        var went = at.jobs(jobs);
        var next = ZoomApi.next(page, at.next());
        if (!next.isEmpty()) {
            return on(went.held(from.toString(), true).next(next));
        }
        return on(
                to.isBefore(today)
                        ? went.held(to.plusDays(1).toString(), true)
                        : went.held("", true).userDone());
    }

    private LocalDate firstDay(At at) {
        var reach = LocalDate.ofInstant(at.now(), ZoneOffset.UTC).minusMonths(MONTHS);
        var since = at.mark() == null ? line.connection().since() : at.mark().minus(AFTER);
        var day = LocalDate.ofInstant(since, ZoneOffset.UTC);
        return day.isBefore(reach) ? reach : day;
    }

    /// A single meeting that is still listed was told as it was scheduled.
    private void held(
            Meeting meeting, String uuid, @Nullable Instant began, At at, List<Job> jobs) {
        if (meeting.series() || !at.listed().contains(meeting.id())) {
            answers.held(meeting, uuid, began);
        }
        jobs.add(new Job(What.PRESENT, meeting, uuid, began));
    }

    /// Whether the place in a list was refused: Zoom keeps it for a quarter of an hour.
    static boolean forgotten(Reply reply, At at) {
        return reply.status() == 400 && !at.next().isEmpty();
    }

    private static Ask mild(Ask ask, At at) {
        return at.next().isEmpty() ? ask : ask.allowing(400);
    }

    private Pull on(At went) {
        var read = went.stage() == Stage.JOBS && went.jobs().isEmpty();
        var next = read ? went.missing() : went;
        var ended = next.stage() == Stage.JOBS && next.jobs().isEmpty();
        return new Pull.Caught(
                basket.all(),
                Cursors.write(ended ? next.round() : next),
                !ended,
                next.stage() == Stage.JOBS && !ended
                        ? next.jobs().getFirst().meeting().title()
                        : "users and meetings");
    }
}
