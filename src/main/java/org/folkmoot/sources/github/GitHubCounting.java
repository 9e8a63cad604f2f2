package org.folkmoot.sources.github;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.folkmoot.activity.Kind;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Counting;
import org.folkmoot.sources.Line;

/// How many issues, pull requests, stars and forks each repository has, by itself and by the
/// search, which has a limit of its own.
final class GitHubCounting implements Counting {

    @Override
    public List<Total> count(Line line) {
        var api = new GitHubApi(line);
        var source = api.host().equals("github.com") ? "github" : "github:" + api.host();
        var all = new ArrayList<Total>();
        for (var name : line.connection().list("repositories")) {
            var repository = line.ask(api.get("/repos/" + name)).json();
            var place = repository.path("full_name").asString(name);
            all.add(
                    new Total(
                            "issues of " + place,
                            found(api, place, "issue"),
                            source,
                            place,
                            Set.of(Kind.ISSUE)));
            all.add(
                    new Total(
                            "pull requests of " + place,
                            found(api, place, "pr"),
                            source,
                            place,
                            Set.of(Kind.PULL_REQUEST)));
            all.add(
                    new Total(
                            "stars and forks of " + place,
                            repository.path("stargazers_count").asLong(0)
                                    + repository.path("forks_count").asLong(0),
                            source,
                            place,
                            Set.of(Kind.FOLLOW)));
        }
        return all;
    }

    private static long found(GitHubApi api, String place, String what) {
        Ask ask =
                api.get("/search/issues")
                        .query("q", "repo:%s is:%s".formatted(place, what))
                        .query("per_page", "1")
                        .lane("search");
        return api.line().ask(ask).json().path("total_count").asLong(0);
    }
}
