package org.folkmoot.sources.asana;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Which projects are read: those that were named, else all that are not archived.
record AsanaProjects(AsanaApi api) {

    List<JsonNode> all() {
        var named = named();
        var all = new ArrayList<JsonNode>();
        for (var gid : named) {
            var reply = api.perhaps(api.get("/projects/" + gid, AsanaApi.PROJECT));
            if (reply.status() == 200) {
                all.add(reply.json().path("data"));
            }
        }
        if (named.isEmpty()) {
            all.addAll(open());
        }
        all.removeIf(project -> !project.path("gid").asString("").matches("\\d+"));
        return all;
    }

    /// All that are not archived.
    List<JsonNode> open() {
        var all = new ArrayList<JsonNode>();
        for (var workspace : pages("/workspaces", "name", "")) {
            all.addAll(pages("/projects", AsanaApi.PROJECT, workspace.path("gid").asString("")));
        }
        return all;
    }

    private List<JsonNode> pages(String path, String fields, String workspace) {
        var all = new ArrayList<JsonNode>();
        for (var offset = ""; ; ) {
            var page =
                    api.line()
                            .ask(
                                    api.get(path, fields)
                                            .query("workspace", workspace)
                                            .query("archived", workspace.isEmpty() ? "" : "false")
                                            .query("limit", AsanaApi.PAGE)
                                            .query("offset", offset))
                            .json();
            page.path("data").forEach(all::add);
            offset = AsanaApi.next(page, offset);
            if (offset.isEmpty()) {
                return all;
            }
        }
    }

    List<String> missing(List<JsonNode> found) {
        var there = found.stream().map(project -> project.path("gid").asString("")).toList();
        return named().stream().filter(gid -> !there.contains(gid)).toList();
    }

    /// By number or address: `https://app.asana.com/0/PROJECT/list`, or with `/project/PROJECT/`.
    private List<String> named() {
        return api.line().connection().list("projects").stream()
                .map(name -> name.replaceFirst("^.*/project/", "").replaceFirst("^.*/0/", ""))
                .map(name -> name.replaceFirst("/.*$", ""))
                .filter(name -> name.matches("\\d+"))
                .toList();
    }
}
