package org.folkmoot.sources.zoom;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How far an account was read. A round lists the meetings and webinars of each user and what was
/// held, then reads of each that may have stirred who registered and who was there.
///
/// @param next the page that comes next in its stage, empty for the first
/// @param users whose meetings are still to be listed
/// @param listed what the present user's lists named
/// @param day from which what was held is asked for, empty for the first
/// @param reports whether Zoom tells what was held, which not every plan allows
/// @param jobs what is to be read of single meetings
/// @param coming what was listed in this round and is still to come: `meeting/85746065432`
/// @param before and what was in the round before and was not looked for since
/// @param mark when the round before began, null in the first
/// @param began when this one began
record At(
        Stage stage,
        String next,
        List<String> users,
        List<String> listed,
        String day,
        boolean reports,
        List<Job> jobs,
        List<String> coming,
        List<String> before,
        @Nullable Instant mark,
        @Nullable Instant began) {

    At {
        // a cursor of before may lack them
        coming = Objects.requireNonNullElse(coming, List.of());
        before = Objects.requireNonNullElse(before, List.of());
    }

    enum Stage {
        USERS,
        MEETINGS,
        WEBINARS,
        HELD,
        JOBS
    }

    enum What {
        APPROVED,
        DENIED,
        INSTANCES,
        PRESENT,
        GONE
    }

    /// Something to be read of a meeting.
    ///
    /// @param uuid which time it was held, empty for its latest
    /// @param at when it was to begin, for those of whom Zoom does not say when they came
    record Job(What what, Meeting meeting, String uuid, @Nullable Instant at) {

        /// @param named such as `meeting/85746065432`
        static Job gone(String named) {
            var parts = named.split("/", 2);
            return new Job(What.GONE, new Meeting(parts[0], parts[1], "", "", 0), "", null);
        }

        Job then(What next) {
            return new Job(next, meeting, uuid, at);
        }
    }

    static At first() {
        return new At(
                Stage.USERS,
                "",
                List.of(),
                List.of(),
                "",
                false,
                List.of(),
                List.of(),
                List.of(),
                null,
                null);
    }

    At began(Instant now) {
        return began == null
                ? new At(stage, next, users, listed, day, reports, jobs, coming, before, mark, now)
                : this;
    }

    At next(String next) {
        return new At(stage, next, users, listed, day, reports, jobs, coming, before, mark, began);
    }

    At stage(Stage stage) {
        return new At(stage, "", users, listed, day, reports, jobs, coming, before, mark, began);
    }

    At users(List<String> more) {
        return new At(
                stage,
                next,
                joined(users, more),
                listed,
                day,
                reports,
                jobs,
                coming,
                before,
                mark,
                began);
    }

    At listed(List<String> more) {
        return new At(
                stage,
                next,
                users,
                joined(listed, more),
                day,
                reports,
                jobs,
                coming,
                before,
                mark,
                began);
    }

    At held(String day, boolean reports) {
        return new At(stage, "", users, listed, day, reports, jobs, coming, before, mark, began);
    }

    At jobs(List<Job> more) {
        return new At(
                stage,
                next,
                users,
                listed,
                day,
                reports,
                joined(jobs, more),
                coming,
                before,
                mark,
                began);
    }

    At job(Job other) {
        var all = new ArrayList<>(jobs);
        all.set(0, other);
        return new At(stage, "", users, listed, day, reports, all, coming, before, mark, began);
    }

    At jobDone() {
        var left = jobs.subList(1, jobs.size());
        return new At(stage, "", users, listed, day, reports, left, coming, before, mark, began);
    }

    At userDone() {
        var left = users.subList(1, users.size());
        var then = left.isEmpty() ? Stage.JOBS : Stage.MEETINGS;
        return new At(then, "", left, List.of(), "", reports, jobs, coming, before, mark, began);
    }

    At coming(List<String> more) {
        return new At(
                stage,
                next,
                users,
                listed,
                day,
                reports,
                jobs,
                joined(coming, more),
                before,
                mark,
                began);
    }

    /// What was to come in the round before and is not listed any more is looked for, once.
    At missing() {
        var gone = before.stream().filter(one -> !coming.contains(one)).map(Job::gone).toList();
        return new At(stage, "", users, listed, day, reports, gone, coming, List.of(), mark, began);
    }

    /// When this round began.
    Instant now() {
        return began == null ? Instant.EPOCH : began;
    }

    /// The next round begins.
    At round() {
        return new At(
                Stage.USERS,
                "",
                List.of(),
                List.of(),
                "",
                false,
                List.of(),
                List.of(),
                coming,
                began,
                null);
    }

    private static <T> List<T> joined(List<T> some, List<T> more) {
        var all = new ArrayList<>(some);
        more.stream().filter(one -> !all.contains(one)).forEach(all::add);
        return all;
    }
}
