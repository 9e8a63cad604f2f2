package org.folkmoot.sources.gitlab;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Offering;

/// The projects of whoever's token it is.
final class GitLabOffers implements Offering {

    @Override
    public Set<String> settings() {
        return Set.of("projects");
    }

    @Override
    public List<Offer> of(Line line, String setting) {
        var api = new GitLabApi(line);
        var all = new ArrayList<Offer>();
        var next = "";
        do {
            var reply =
                    line.ask(
                            api.get("/projects")
                                    .query("membership", "true")
                                    .query("simple", "true")
                                    .query("per_page", GitLabApi.PAGE)
                                    .query("page", next));
            for (var project : reply.json()) {
                var path = project.path("path_with_namespace").asString("");
                all.add(new Offer(path, path, project.path("description").asString("")));
            }
            next = GitLabApi.next(reply, next);
        } while (!next.isEmpty() && all.size() < MOST);
        return all;
    }
}
