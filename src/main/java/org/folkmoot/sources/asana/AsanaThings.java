package org.folkmoot.sources.asana;

import org.folkmoot.connectors.intake.JsonTimes;
import org.folkmoot.sources.Reply;

/// Reads again what an event tells of, and sees whether it is still there.
record AsanaThings(AsanaApi api, AsanaAnswers answers) {

    void read(Event event) {
        var at = JsonTimes.of(event.at());
        if (event.gone()) {
            answers.gone(event.gid(), at);
            return;
        }
        var reply = reply(event);
        if (reply.status() == 404) {
            answers.gone(event.gid(), at);
        } else if (reply.status() == 200) {
            var thing = reply.json().path("data");
            if (event.type().equals("task")) {
                answers.task(thing);
            } else {
                answers.story(thing, null, at);
            }
        }
    }

    private Reply reply(Event event) {
        return event.type().equals("task")
                ? api.perhaps(api.get("/tasks/" + event.gid(), AsanaApi.TASK))
                : api.perhaps(api.get("/stories/" + event.gid(), AsanaApi.STORY));
    }
}
