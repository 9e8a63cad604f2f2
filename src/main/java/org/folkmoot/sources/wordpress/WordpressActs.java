package org.folkmoot.sources.wordpress;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.sources.Act;
import org.folkmoot.sources.Acting;
import org.folkmoot.sources.Line;

/// Posts, comments and their moderation, in the name of the password's user. A site has no key that
/// would keep a second one away, so whoever is unsure looks first.
record WordpressActs() implements Acting {

    private static final Set<String> STATES =
            Set.of("publish", "draft", "pending", "private", "future");

    @Override
    public Set<Act.What> does() {
        return Set.of(
                Act.What.POST,
                Act.What.REPLY,
                Act.What.EDIT,
                Act.What.DELETE,
                Act.What.HIDE,
                Act.What.UNHIDE,
                Act.What.APPROVE,
                Act.What.PUBLISH,
                Act.What.LOCK);
    }

    @Override
    public boolean twice(Act act) {
        return !act.speaks();
    }

    @Override
    public Done act(Line line, Act act) {
        var there = new There(line, Site.find(line));
        return switch (act.what()) {
            case POST -> there.write(there.list(act), body(act));
            case REPLY -> there.reply(act);
            case EDIT -> there.change(act.target(), body(act), Map.of("content", act.text()));
            case DELETE ->
                    act.more("as").equals("spam")
                            ? there.change(act.target(), Map.of(), Map.of("status", "spam"))
                            : there.remove(act.target());
            case HIDE ->
                    there.change(act.target(), Map.of("status", "draft"), Map.of("status", "hold"));
            case UNHIDE, APPROVE ->
                    there.change(
                            act.target(),
                            Map.of("status", "publish"),
                            Map.of("status", "approved"));
            case PUBLISH -> there.change(act.target(), published(act), Map.of());
            case LOCK -> there.change(act.target(), Map.of("comment_status", "closed"), Map.of());
            default -> throw new IllegalArgumentException("WordPress has no such thing.");
        };
    }

    /// What a post shall be; what is not said stays as it is.
    private static Map<String, Object> body(Act act) {
        var body = new LinkedHashMap<String, Object>();
        if (!act.title().isEmpty()) {
            body.put("title", act.title());
        }
        if (!act.text().isEmpty()) {
            body.put("content", act.text());
        }
        if (!act.more("excerpt").isEmpty()) {
            body.put("excerpt", act.more("excerpt"));
        }
        var state = act.more("status");
        var goes = act.more("scheduled");
        if (!state.isEmpty() && !STATES.contains(state)) {
            throw new IllegalArgumentException(
                    "A post can be %s, not %s."
                            .formatted(
                                    String.join(", ", STATES.stream().sorted().toList()), state));
        }
        if (!goes.isEmpty()) {
            body.put("date_gmt", time(goes));
        }
        if (!state.isEmpty() || !goes.isEmpty()) {
            body.put("status", state.isEmpty() ? "future" : state);
        } else if (act.what() == Act.What.POST) {
            body.put("status", "publish");
        }
        return body;
    }

    /// A draft goes out now, or at the time that is told.
    private static Map<String, Object> published(Act act) {
        var goes = act.more("scheduled");
        return goes.isEmpty()
                ? Map.of("status", "publish")
                : Map.of("status", "future", "date_gmt", time(goes));
    }

    private static String time(String scheduled) {
        try {
            return LocalDateTime.ofInstant(Instant.parse(scheduled), ZoneOffset.UTC)
                    .format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss"));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "That is no time: %s. Write it as 2031-05-01T09:00:00Z.".formatted(scheduled));
        }
    }

    /// Among what the password's user wrote since it was first tried.
    @Override
    public Optional<Done> find(Line line, Act act) {
        var there = new There(line, Site.find(line));
        return act.what() == Act.What.REPLY
                ? there.findComment(act)
                : there.findPost(act, String.valueOf(body(act).get("status")));
    }
}
