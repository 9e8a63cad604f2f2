package org.folkmoot.connectors.github;

import java.time.Instant;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads what GitHub's API answers, as the importer reads pages that were saved: what both tell of
/// the same thing has the same id.
public final class GitHubAnswers {

    private final Finds finds;
    private final Objects objects;

    /// @param host `github.com`, or a company's own
    /// @param repository `owner/name`, for objects that name none, such as stars
    public GitHubAnswers(String host, String repository, Finds finds) {
        var parts = repository.split("/", -1);
        this.finds = finds;
        this.objects =
                new Objects(finds, parts.length == 2 ? new Repo(host, parts[0], parts[1]) : null);
        objects.begin();
    }

    /// What is read from now on was told of because it changed: of two versions the one that was
    /// changed last holds.
    public GitHubAnswers changing() {
        objects.changing();
        return this;
    }

    /// Somebody of the organisation.
    public void member(JsonNode row) {
        try {
            objects.member(row);
        } catch (Pages.Unusable e) {
            finds.add(new Found.Refused("members", 0, e.reason(), row.toString()));
        }
    }

    /// Somebody took their star back.
    public void unstarred(JsonNode user, @Nullable Instant at) {
        objects.unstarred(user, at);
    }

    /// @param name where it was asked for, for a row that cannot be used
    public void read(JsonNode row, String name) {
        try {
            objects.row(row);
        } catch (Pages.Unusable e) {
            finds.add(new Found.Refused(name, 0, e.reason(), row.toString()));
        }
    }

    /// The id of an object among what happened; null for one that is none of those.
    public static @Nullable String idOf(JsonNode row) {
        var basket = new Found.Basket();
        new GitHubAnswers("github.com", "", basket).read(row, "");
        return basket.all(org.folkmoot.connectors.Deed.class).stream()
                .map(org.folkmoot.connectors.Deed::id)
                .findFirst()
                .orElse(null);
    }

    /// It is there no more.
    public void gone(JsonNode row, @Nullable Instant at) {
        var repo = Repo.of(row);
        var id = idOf(row);
        if (repo != null && id != null) {
            finds.add(new Found.Mark(repo.source(), id, Found.Mark.What.DELETED, null, at));
        }
    }

    /// Its text was changed, which only a call tells of issues.
    public void edited(JsonNode row, Instant at) {
        var repo = Repo.of(row);
        var id = idOf(row);
        if (repo != null && id != null) {
            finds.add(new Found.Edit(repo.source(), id, Values.text(row, "body"), at));
        }
    }
}
