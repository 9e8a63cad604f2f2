package org.folkmoot.sources.commonroom;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.sources.Act;
import org.folkmoot.sources.Acting;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Line;

/// Pushes people and what they did into a signal of one's own. Common Room knows both by our key,
/// so that a second time changes nothing more.
record CommonRoomActs() implements Acting {

    private static final Map<String, String> NAMES =
            Map.ofEntries(
                    Map.entry("name", "fullName"),
                    Map.entry("first_name", "firstName"),
                    Map.entry("last_name", "lastName"),
                    Map.entry("handle", "username"),
                    Map.entry("avatar", "avatarUrl"),
                    Map.entry("email", "email"),
                    Map.entry("bio", "bio"),
                    Map.entry("title", "titleAtCompany"),
                    Map.entry("organisation", "companyName"),
                    Map.entry("company_domain", "companyDomain"),
                    Map.entry("location", "rawLocation"),
                    Map.entry("country", "country"),
                    Map.entry("city", "city"),
                    Map.entry("region", "region"));
    private static final Map<String, String> HANDLES =
            Map.of("github", "github", "x", "twitter", "linkedin", "linkedin");

    @Override
    public Set<Act.What> does() {
        return Set.of(Act.What.CONTACT, Act.What.POST);
    }

    @Override
    public boolean twice(Act act) {
        return true;
    }

    @Override
    public Done act(Line line, Act act) {
        var api = new CommonRoomApi(line);
        return switch (act.what()) {
            case CONTACT -> {
                api.line().ask(api.push(signal(line) + "/user", user(act)));
                yield new Done(act.target().strip(), "");
            }
            case POST -> {
                api.line().ask(api.push(signal(line) + "/activity", activity(line, act)));
                yield new Done(act.key(), act.more("url"));
            }
            default -> throw new IllegalArgumentException("Common Room knows no such thing.");
        };
    }

    private static String signal(Line line) {
        var signal = line.connection().setting("signal");
        if (!signal.matches("\\d+")) {
            throw new IllegalArgumentException(
                    "Say into which signal of Common Room it goes: the setting signal, a number.");
        }
        return "/source/" + Ask.part(signal);
    }

    /// Whoever they are in Common Room: there they are matched by e-mail address and handles.
    private static Map<String, Object> user(Act act) {
        var user = new LinkedHashMap<String, Object>();
        var id = act.target().strip();
        user.put("id", id);
        if (id.contains("@")) {
            user.put("email", id);
        }
        act.more()
                .forEach(
                        (name, value) -> {
                            if (NAMES.containsKey(name)) {
                                user.put(NAMES.get(name), value);
                            } else if (HANDLES.containsKey(name)) {
                                user.put(
                                        HANDLES.get(name),
                                        Map.of("type", "handle", "value", value));
                            }
                        });
        return user;
    }

    private static Map<String, Object> activity(Line line, Act act) {
        var type = act.more("type");
        var activity = new LinkedHashMap<String, Object>();
        activity.put("id", act.key());
        activity.put(
                "activityType", type.isEmpty() ? line.connection().setting("activity-type") : type);
        activity.put("user", user(act));
        if (!act.title().isEmpty()) {
            activity.put("activityTitle", Map.of("type", "text", "value", act.title()));
        }
        activity.put("content", Map.of("type", "text", "value", act.text()));
        activity.put("timestamp", act.at().toString());
        if (!act.more("url").isEmpty()) {
            activity.put("url", act.more("url"));
        }
        if (!act.more("place").isEmpty()) {
            activity.put("subSource", Map.of("type", "name", "name", act.more("place")));
        }
        return activity;
    }

    /// Never asked for: all of it may be done twice.
    @Override
    public Optional<Done> find(Line line, Act act) {
        return Optional.empty();
    }
}
