package org.folkmoot.sources.github;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Offering;
import org.folkmoot.sources.Reply;
import tools.jackson.databind.JsonNode;

/// The repositories of those who own the ones that were named, and that the token may see; where
/// none was named yet, all of whoever's token it is.
final class GitHubOffers implements Offering {

    @Override
    public Set<String> settings() {
        return Set.of("repositories");
    }

    @Override
    public List<Offer> of(Line line, String setting) {
        var owners =
                line.connection().list(setting).stream()
                        .map(name -> name.replaceFirst("/.*$", ""))
                        .distinct()
                        .toList();
        var all = new ArrayList<Offer>();
        if (owners.isEmpty()) {
            var api = new GitHubApi(line);
            pages(api, line.ask(api.get("/user/repos?per_page=100")), all);
        }
        for (var owner : owners) {
            repositories(line, owner, all);
        }
        return all;
    }

    private static void repositories(Line line, String owner, List<Offer> all) {
        var api = new GitHubApi(line);
        var path = "/%s/" + owner + "/repos?per_page=100";
        var reply = line.ask(api.get(path.formatted("orgs")).allowing(404));
        if (reply.status() == 404) {
            reply = line.ask(api.get(path.formatted("users")));
        }
        pages(api, reply, all);
    }

    private static void pages(GitHubApi api, Reply first, List<Offer> all) {
        var reply = first;
        var next = "";
        while (true) {
            reply.json().forEach(repository -> all.add(offer(repository)));
            next = api.next(reply, next);
            if (next.isEmpty() || all.size() >= MOST) {
                return;
            }
            reply = api.line().ask(api.follow(next));
        }
    }

    private static Offer offer(JsonNode repository) {
        var name = repository.path("full_name").asString("");
        return new Offer(name, name, repository.path("description").asString(""));
    }
}
