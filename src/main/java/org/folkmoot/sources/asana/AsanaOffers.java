package org.folkmoot.sources.asana;

import java.util.List;
import java.util.Set;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Offering;

/// The projects that are not archived, of all workspaces.
final class AsanaOffers implements Offering {

    @Override
    public Set<String> settings() {
        return Set.of("projects");
    }

    @Override
    public List<Offer> of(Line line, String setting) {
        return new AsanaProjects(new AsanaApi(line))
                .open().stream()
                        .limit(MOST)
                        .map(
                                project ->
                                        new Offer(
                                                project.path("gid").asString(""),
                                                project.path("name").asString(""),
                                                project.path("workspace")
                                                        .path("name")
                                                        .asString("")))
                        .toList();
    }
}
