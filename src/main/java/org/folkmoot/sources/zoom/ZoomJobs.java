package org.folkmoot.sources.zoom;

import static org.folkmoot.connectors.intake.JsonRows.text;

import java.util.ArrayList;
import java.util.List;
import org.folkmoot.connectors.intake.JsonTimes;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.zoom.At.Job;
import org.folkmoot.sources.zoom.At.What;
import tools.jackson.databind.JsonNode;

/// Reads of single meetings who registered, when they were held and who was there, a page or list
/// at a time.
record ZoomJobs(Line line, ZoomAnswers answers) {

    private ZoomApi api() {
        return new ZoomApi(line);
    }

    At next(At at) {
        var job = at.jobs().getFirst();
        return switch (job.what()) {
            case APPROVED -> registrants(at, job, "approved");
            case DENIED -> registrants(at, job, "denied");
            case INSTANCES -> instances(at, job);
            case PRESENT -> {
                new Attendance(api(), answers).read(job.meeting(), job.uuid(), job.at());
                yield at.jobDone();
            }
            case GONE -> {
                var path = "/%ss/%s".formatted(job.meeting().kind(), job.meeting().id());
                if (line.ask(api().get(path, ZoomApi.LIGHT).allowing(400, 403, 404)).status()
                        == 404) {
                    answers.deleted(job.meeting());
                }
                yield at.jobDone();
            }
        };
    }

    /// A meeting without registration says so with a 400.
    private At registrants(At at, Job job, String status) {
        var path = "/%ss/%s/registrants".formatted(job.meeting().kind(), job.meeting().id());
        var reply =
                line.ask(
                        api().list(path, ZoomApi.MEDIUM, at.next())
                                .query("status", status)
                                .allowing(400, 404));
        if (ZoomPulls.forgotten(reply, at)) {
            return at.next("");
        }
        if (reply.status() != 200) {
            answers.withheld(path, reply);
            return at.jobDone();
        }
        var page = reply.json();
        for (var row : page.path("registrants")) {
            answers.registrant(job.meeting(), row, job.at());
        }
        var next = ZoomApi.next(page, at.next());
        if (!next.isEmpty()) {
            return at.next(next);
        }
        return job.what() == What.APPROVED ? at.job(job.then(What.DENIED)) : at.jobDone();
    }

    private At instances(At at, Job job) {
        if (at.reports()) {
            return at.jobDone();
        }
        var meeting = job.meeting();
        var path = "/past_%ss/%s/instances".formatted(meeting.kind(), meeting.id());
        var reply = line.ask(api().get(path, ZoomApi.MEDIUM).allowing(400, 404));
        var jobs = new ArrayList<Job>();
        var times = reply.status() == 200 ? reply.json().path(meeting.kind() + "s") : null;
        for (var row : times == null ? List.<JsonNode>of() : times) {
            var began = JsonTimes.at(row, "start_time");
            var horizon =
                    at.mark() == null
                            ? line.connection().since()
                            : at.mark().minus(ZoomPulls.AFTER);
            if (began == null || began.isAfter(horizon)) {
                if (meeting.series()) {
                    answers.held(meeting, text(row, "uuid"), began);
                }
                jobs.add(new Job(What.PRESENT, meeting, text(row, "uuid"), began));
            }
        }
        if (times == null || (times.isEmpty() && !meeting.series())) {
            jobs.add(new Job(What.PRESENT, meeting, "", job.at()));
        }
        return at.jobs(jobs).jobDone();
    }
}
