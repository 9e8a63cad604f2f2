package org.folkmoot.sources.github;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Offering;
import tools.jackson.databind.JsonNode;

/// The repositories of those who own the ones that were named, and that the token may see.
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
        var next = "";
        while (true) {
            reply.json().forEach(repository -> all.add(offer(repository)));
            next = api.next(reply, next);
            if (next.isEmpty() || all.size() >= MOST) {
                return;
            }
            reply = line.ask(api.follow(next));
        }
    }

    private static Offer offer(JsonNode repository) {
        var name = repository.path("full_name").asString("");
        return new Offer(name, name, repository.path("description").asString(""));
    }
}
