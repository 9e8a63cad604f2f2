package org.folkmoot.sources.gitlab;

import static org.folkmoot.connectors.intake.JsonRows.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.folkmoot.activity.Kind;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Counting;
import org.folkmoot.sources.Line;

/// How many issues and merge requests each project has, without confidential ones. Of more than
/// 10,000 GitLab does not tell how many.
final class GitLabCounting implements Counting {

    @Override
    public List<Total> count(Line line) {
        var api = new GitLabApi(line);
        var all = new ArrayList<Total>();
        for (var name : line.connection().list("projects")) {
            var project = api.perhaps(api.get("/projects/" + Ask.part(name)));
            if (project.status() == 200) {
                var id = text(project.json(), "id");
                var place = text(project.json(), "path_with_namespace");
                add(all, api, id, "issues", "issues of " + place, place, Kind.ISSUE);
                var merges = "merge requests of " + place;
                add(all, api, id, "merge_requests", merges, place, Kind.PULL_REQUEST);
            }
        }
        return all;
    }

    private static void add(
            List<Total> all,
            GitLabApi api,
            String project,
            String list,
            String name,
            String place,
            Kind kind) {
        var ask =
                api.get("/projects/%s/%s".formatted(Ask.part(project), list))
                        .query("scope", "all")
                        .query("state", "all")
                        .query("confidential", list.equals("issues") ? "false" : "")
                        .query("per_page", "1");
        var reply = api.perhaps(ask);
        var told = reply.header("x-total").orElse("").strip();
        if (reply.status() == 200 && told.matches("\\d{1,15}")) {
            all.add(
                    new Total(
                            name,
                            Long.parseLong(told),
                            "gitlab:" + api.host(),
                            place,
                            Set.of(kind)));
        }
    }
}
