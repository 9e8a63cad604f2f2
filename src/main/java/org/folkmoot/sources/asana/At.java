package org.folkmoot.sources.asana;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How far the projects were read.
///
/// @param workspaces whose people are still to be read in this round, the present one first
/// @param projects those that are still to be read in this round, the present one first
/// @param offset the page that comes next in its stage, empty for the first; of events any word
///     says that there are more
/// @param again what is to be read next: tasks for their comments, or what events tell of, see
///     [Event]
/// @param syncs from where on each project's events are new
/// @param people when people were last read
record At(
        Stage stage,
        List<String> workspaces,
        List<String> projects,
        String offset,
        List<String> again,
        Map<String, String> syncs,
        @Nullable Instant people) {

    enum Stage {
        PROJECTS,
        PEOPLE,
        EVENTS,
        AGAIN,
        TASKS,
        STORIES
    }

    static At first() {
        return new At(Stage.PROJECTS, List.of(), List.of(), "", List.of(), Map.of(), null);
    }

    At stage(Stage stage) {
        return new At(stage, workspaces, projects, offset, again, syncs, people);
    }

    At workspaces(List<String> workspaces) {
        return new At(stage, workspaces, projects, offset, again, syncs, people);
    }

    At projects(List<String> projects) {
        return new At(stage, workspaces, projects, offset, again, syncs, people);
    }

    At offset(String offset) {
        return new At(stage, workspaces, projects, offset, again, syncs, people);
    }

    At again(List<String> again) {
        return new At(stage, workspaces, projects, offset, again, syncs, people);
    }

    At people(Instant at) {
        return new At(stage, workspaces, projects, offset, again, syncs, at);
    }

    At sync(String token) {
        var more = new HashMap<>(syncs);
        more.put(project(), token);
        return new At(stage, workspaces, projects, offset, again, more, people);
    }

    String project() {
        return projects.getFirst();
    }

    /// Empty for a project of which nothing was read yet.
    String sync() {
        return syncs.getOrDefault(project(), "");
    }

    At projectDone() {
        var left = new ArrayList<>(projects.subList(1, projects.size()));
        var next = left.isEmpty() ? Stage.PROJECTS : Stage.EVENTS;
        return new At(next, workspaces, left, "", List.of(), syncs, people);
    }
}
